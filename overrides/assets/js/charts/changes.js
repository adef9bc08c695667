// Results over time: below each other a panel for each measure, each on a scale of its own, under the same months.

import { inFigures, limitsOf, measuresOf, sentencesOf } from "../shared/changes.js";
import { filled } from "../shared/text.js";
import { readDay } from "./days.js";
import { Drawing, NARROW } from "./drawing.js";
import { lines, months, placeOf, scaleFor } from "./month-axis.js";
import { LINE, textWidth, wrap } from "./text-metrics.js";

const HIGH = 56; // of a panel, from its highest result to its lowest
const DOT = 4.5; // half as wide as the mark of a result
const GAP = 10;

/**
 * Place the panels on a sheet of `width`: beside their names, or below them where it is narrow.
 * @param {import("./drawing.js").Plot} plot `options` are the words for "higher is better" and for "lower"
 * @param {number} width in pixels
 * @param {Record<string, string>} words the strings of this kind
 * @returns {Drawing}
 */
export function changes(plot, width, words) {
  const drawing = new Drawing(width);
  const { measures, unread } = measuresOf(plot.rows.map((row) => reading(row, plot.options)));
  const days = measures.flatMap(({ points }) => points.map(({ day }) => readDay(day, words))).filter(Boolean);
  let y = 0;
  if (days.length) {
    const numbers = days.map(({ month }) => month);
    const x = width < NARROW ? 1 : width * 0.42;
    const scale = scaleFor(Math.min(...numbers), Math.max(...numbers), x, width - DOT);
    y = months(drawing, scale, words);
    for (const measure of measures) y = panel(drawing, scale, y, measure, words);
  }
  const sentences = sentencesOf(measures, words, (day) => readDay(day, words)?.said ?? day);
  drawing.label = filled(words.label, { list: sentences.map(({ text }) => text).join(" ") });
  return drawing.end(drawing.notes([[words.unread, unread.map(({ label }) => label)]], y));
}

/**
 * @param {Record<string, string>} row
 * @param {string[]} options
 * @returns {import("../shared/changes.js").Reading}
 */
export function reading(row, options) {
  const better = ["higher", "lower"][options.indexOf(row.better)] ?? "";
  const { label, day = "", value = "", people = "", limits = "" } = row; // a row of one of the two tables
  return { label, day, value, people, better, limits };
}

// One measure: its name, which way is better and what it does not show, and its results. Returns where the next begins.
function panel(drawing, scale, y, measure, words) {
  if (!measure.points.length && !measure.hidden.length) return y;
  drawing.line("rule", 0, y, drawing.width, y);
  const narrow = drawing.width < NARROW;
  const room = narrow ? drawing.width : scale.x - GAP;
  let below = drawing.text("title", 0, y + GAP / 2, wrap(measure.label, room));
  below = drawing.text("text", 0, below, wrap(words[measure.better || "no_way"], room));
  const small = measure.hidden.length ? (measure.hidden.length === 1 ? words.one_hidden : words.some_hidden) : "";
  if (small) below = drawing.text("text", 0, below, wrap(filled(small, { count: measure.hidden.length }), room));
  const limit = filled(words.limit, { limits: limitsOf(measure, words) });
  below = drawing.text("text", 0, below, wrap(limit, room));
  const top = (narrow ? below : y) + GAP / 2;
  const foot = measure.points.length ? results(drawing, scale, top, measure.points, words) : top;
  const end = Math.max(below, foot) + GAP;
  drawing.cut(end);
  return end;
}

// The results of one measure: the highest at the top of its panel, the lowest at the foot, each with its number.
function results(drawing, scale, top, points, words) {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const head = top + LINE; // where the number of the highest has room
  const places = points.map(({ day, value }) => ({
    x: placeOf(scale, readDay(day, words)?.number ?? 0),
    y: head + (high === low ? HIGH / 2 : (HIGH * (high - value)) / (high - low)) + DOT,
  }));
  lines(drawing, scale, top, HIGH + 2 * LINE);
  for (const [at, place] of places.entries()) {
    const before = places[at - 1];
    if (before) drawing.line("axis", before.x, before.y, place.x, place.y);
  }
  let free = 0; // up to where a number has been written
  for (const [at, { x, y }] of places.entries()) {
    drawing.ellipse("dot", x, y, DOT, DOT);
    const number = inFigures(points[at].value);
    const half = textWidth(number) / 2 + 2;
    const middle = Math.min(Math.max(x, scale.x + half), scale.x + scale.length - half);
    if (at && middle - half < free) continue; // its dot shows where it is
    drawing.text("title", middle, y - DOT - LINE, [number], "middle");
    free = middle + half;
  }
  return head + HIGH + LINE;
}
