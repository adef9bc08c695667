// Months along the top of a chart, from pixels to days, and lines below where they begin.

import { firstOf } from "./days.js";
import { LINE } from "./text-metrics.js";

const GAP = 4;
const TICK = 42; // the least room for the name of a month
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000]; // months

/**
 * `ticks` are months, the last of them the end.
 * @typedef {{x: number, length: number, ticks: number[]}} Scale
 */

/**
 * The finest scale on which the names of the months have room.
 * @param {number} first the first month that it must show
 * @param {number} last and the last
 * @param {number} x where it begins
 * @param {number} width of the sheet
 * @returns {Scale}
 */
export function scaleFor(first, last, x, width) {
  const length = width - x - 1;
  const countFor = (step) => Math.floor(last / step) + 1 - Math.floor(first / step);
  const step = STEPS.find((months) => countFor(months) * TICK <= length) ?? STEPS.at(-1);
  const begin = Math.floor(first / step) * step;
  const ticks = Array.from({ length: countFor(step) + 1 }, (_, at) => begin + at * step);
  return { x, length, ticks };
}

/**
 * @param {Scale} scale
 * @param {number} day
 * @returns {number} where it begins, in pixels
 */
export function placeOf(scale, day) {
  const [first, last] = [firstOf(scale.ticks[0]), firstOf(scale.ticks.at(-1))];
  return scale.x + (scale.length * (day - first)) / (last - first);
}

/**
 * The names of the months, and of a year where it begins.
 * @param {import("./drawing.js").Drawing} drawing
 * @param {Scale} scale
 * @param {Record<string, string>} words
 * @returns {number} where the lines may begin
 */
export function months(drawing, scale, words) {
  let year = -1;
  for (const month of scale.ticks.slice(0, -1)) {
    const x = placeOf(scale, firstOf(month)) + 2;
    drawing.text("text", x, LINE, [words.months.split(" ")[month % 12]]);
    if (Math.floor(month / 12) !== year) {
      year = Math.floor(month / 12);
      drawing.text("title", x, 0, [String(year)]);
    }
  }
  return 2 * LINE + GAP;
}

/**
 * A line down for each month that has a name, from `top` and as long as `high`.
 * @param {import("./drawing.js").Drawing} drawing
 * @param {Scale} scale
 * @param {number} top
 * @param {number} high
 */
export function lines(drawing, scale, top, high) {
  for (const month of scale.ticks) {
    const x = placeOf(scale, firstOf(month));
    drawing.line("tick", x, top, x, top + high);
  }
}
