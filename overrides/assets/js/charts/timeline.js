// A line for each row from its first day to its last, grouped by stage, with the months along the top.

import { readDay } from "./days.js";
import { filled } from "../shared/text.js";
import { Drawing, NARROW } from "./drawing.js";
import { lines, months, placeOf, scaleFor } from "./month-axis.js";
import { wrap } from "./text-metrics.js";

const BAR = 12; // the height of a bar
const BAND = 20; // and of the strip in which it lies
const GAP = 8;

/**
 * Place the lines on a sheet of `width`: beside their names, or below them where it is narrow.
 * @param {import("./drawing.js").Plot} plot
 * @param {number} width in pixels
 * @param {Record<string, string>} words the strings of this kind
 * @returns {Drawing}
 */
export function timeline(plot, width, words) {
  const drawing = new Drawing(width);
  const [spans, notes] = sortedOut(plot, words);
  let y = 0;
  if (spans.length) {
    const scale = scaleFor(...monthsOf(spans), width < NARROW ? 1 : width * 0.4, width);
    y = months(drawing, scale, words);
    for (const title of [...plot.options, ""]) {
      const ofGroup = spans.filter((span) => span.group === title);
      if (ofGroup.length) y = group(drawing, scale, y, title || words.no_group, ofGroup, words);
    }
    const last = spans.reduce((latest, span) => (span.end.number > latest.number ? span.end : latest), spans[0].end);
    drawing.label = filled(words.label, { count: spans.length, first: spans[0].start.said, last: last.said });
  } else {
    drawing.label = words.label_none;
  }
  return drawing.end(drawing.notes(notes, y));
}

// The rows that can be drawn, by their first day; and the others in words.
function sortedOut(plot, words) {
  const [spans, reversed, half, none] = [[], [], [], []];
  for (const row of plot.rows) {
    const start = readDay(row.start, words);
    const end = readDay(row.end, words);
    const day = start ?? end;
    if (start && end && start.number <= end.number) {
      spans.push({ label: row.label, group: plot.options.includes(row.group) ? row.group : "", start, end });
    } else if (start && end) {
      reversed.push(filled(words.reversed_row, { label: row.label, start: start.said, end: end.said }));
    } else if (day) {
      half.push(filled(words.half_row, { label: row.label, date: day.said }));
    } else {
      none.push(row.label);
    }
  }
  spans.sort((earlier, later) => earlier.start.number - later.start.number);
  return [
    spans,
    [
      [words.reversed, reversed],
      [words.half, half],
      [words.no_dates, none],
    ],
  ];
}

function monthsOf(spans) {
  return [Math.min(...spans.map((span) => span.start.month)), Math.max(...spans.map((span) => span.end.month))];
}

// One stage: its name, and its rows. Returns where the next one may begin.
function group(drawing, scale, y, title, spans, words) {
  drawing.line("rule", 0, y, drawing.width, y);
  const narrow = drawing.width < NARROW;
  const room = narrow ? drawing.width : scale.x - GAP;
  y = drawing.text("title", 0, y + GAP / 2, wrap(title, room));
  for (const { label, start, end } of spans) {
    const dates = filled(start.number === end.number ? words.one_day : words.days, {
      start: start.said,
      end: end.said,
    });
    const below = drawing.text("text", 0, drawing.text("text", 0, y, wrap(label, room)), wrap(dates, room));
    const [top, high] = narrow ? [below, BAND] : [y, below - y];
    lines(drawing, scale, top, high);
    const [from, to] = [placeOf(scale, start.number), placeOf(scale, end.number + 1)];
    drawing.rect("bar", from, top + (high - BAR) / 2, Math.max(3, to - from), BAR);
    y = top + high + GAP;
    drawing.cut(y);
  }
  return y;
}
