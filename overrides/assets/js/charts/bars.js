// Bars, one a row, the highest score first, with the value at the end of each.

import { filled } from "../shared/text.js";
import { Drawing, NARROW } from "./drawing.js";
import { LINE, textWidth, wrap } from "./text-metrics.js";

const BAR = 20; // the height of a bar
const GAP = 12; // between rows
const NUMBER = /^-?[0-9]{1,12}(\.[0-9]{1,6})?$/;

/**
 * Place the bars on a sheet of `width`: beside their names, or below them where it is narrow.
 * @param {import("./drawing.js").Plot} plot
 * @param {number} width in pixels
 * @param {Record<string, string>} words the strings of this kind
 * @returns {Drawing}
 */
export function scores(plot, width, words) {
  const drawing = new Drawing(width);
  const narrow = width < NARROW;
  const scored = plot.rows.filter((row) => NUMBER.test(row.value)).sort((row, other) => other.value - row.value);
  const values = scored.map((row) =>
    plot.most ? filled(words.value_of, { value: row.value, most: plot.most }) : row.value,
  );
  const top = Math.max(1, plot.most ?? 0, ...scored.map((row) => Number(row.value)));
  const beside = narrow ? 0 : width * 0.36;
  const x = narrow ? 1 : beside + GAP;
  const length = width - x - Math.max(0, ...values.map(textWidth)) - GAP;
  let y = 0;
  scored.forEach((row, at) => {
    const name = wrap(row.label, beside || width);
    let high = Math.max(BAR, name.length * LINE);
    if (narrow) {
      y = drawing.text("text", 0, y, name);
      high = BAR;
    } else {
      drawing.text("text", 0, y + (high - name.length * LINE) / 2, name);
    }
    const bar = (length * Math.max(0, Number(row.value))) / top;
    drawing.rect("bar", x, y + (high - BAR) / 2, bar, BAR);
    drawing.text("title", x + bar + GAP / 2, y + (high - LINE) / 2, [values[at]]);
    if (!narrow) drawing.line("axis", x, y, x, y + high + GAP);
    y += high + GAP;
    drawing.cut(y);
  });
  const without = plot.rows.filter((row) => !scored.includes(row)).map((row) => row.label);
  const list = scored.map((row, at) => `${row.label} ${values[at]}`).join("; ");
  drawing.label = filled(words.label, { count: scored.length, list });
  return drawing.end(drawing.notes([[words.no_score, without]], y));
}
