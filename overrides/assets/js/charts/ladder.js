// A ladder: a step for each level, the first level lowest, with the texts on their step.

import { filled } from "../shared/text.js";
import { Drawing, NARROW } from "./drawing.js";
import { LINE, wrap } from "./text-metrics.js";

const PAD = 8; // inside a step
const DASH = 14; // a text is set in from its bullet

/**
 * Place the steps on a sheet of `width`: each higher one begins further in.
 * @param {import("./drawing.js").Plot} plot
 * @param {number} width in pixels
 * @param {Record<string, string>} words the strings of this kind
 * @returns {Drawing}
 */
export function levels(plot, width, words) {
  const drawing = new Drawing(width);
  const count = plot.options.length;
  const further = Math.min(width < NARROW ? 12 : 40, (width * 0.3) / Math.max(count, 1));
  const on = (option) => plot.rows.filter((row) => row.level === option);
  let y = 1;
  for (let at = count - 1; at >= 0; at -= 1) {
    const x = 1 + at * further;
    const room = width - x - 1 - 2 * PAD;
    const title = wrap(plot.options[at], room);
    const texts = on(plot.options[at]).map((row) => wrap(row.label, room - DASH));
    const high = 2 * PAD + LINE * (title.length + texts.flat().length);
    drawing.rect("step", x, y, width - x - 1, high);
    let below = drawing.text("title", x + PAD, y + PAD, title);
    for (const text of texts) {
      drawing.text("text", x + PAD, below, ["•"]);
      below = drawing.text("text", x + PAD + DASH, below, text);
    }
    y += high;
    drawing.cut(y);
  }
  const counts = plot.options.map((option) => filled(words.count, { name: option, count: on(option).length }));
  drawing.label = filled(words.label, { list: counts.join("; ") });
  const without = plot.rows.filter((row) => !plot.options.includes(row.level)).map((row) => row.label);
  return drawing.end(drawing.notes([[words.no_level, without]], y));
}
