// The kinds of chart. A new kind is one file here, a line here and in loaded.js, a model in
// macros/models/pictures.py, and its words.

import { scores } from "./bars.js";
import { changes } from "./changes.js";
import { levels } from "./ladder.js";
import { rings } from "./rings.js";
import { timeline } from "./timeline.js";

export const KINDS = { changes, levels, rings, scores, timeline };

/**
 * A chart on sheets of several widths, for whoever cannot ask one by one: the build, which draws examples for paper.
 * @param {string} kind one of KINDS
 * @param {object} plot what is drawn: see ./drawing.js
 * @param {number[]} widths in pixels
 * @param {Record<string, string>} words the chart's strings
 * @returns {{whole: object, parts: object[]}[]} for each width the drawing, and the same in pieces that fit on a page
 */
export function drawings(kind, plot, widths, words) {
  return widths.map((width) => {
    const whole = KINDS[kind](plot, width, words);
    return { whole, parts: whole.parts(words) };
  });
}
