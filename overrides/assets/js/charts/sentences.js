// A chart of results over time in sentences, a line for each measure, each with what it does not show.

import { measuresOf, sentencesOf } from "../shared/changes.js";
import { reading } from "./changes.js";
import { readDay } from "./days.js";

/**
 * @param {import("./drawing.js").Plot} plot
 * @param {Record<string, string>} words the strings of this kind
 * @returns {string[]}
 */
export function linesOf({ rows, options }, words) {
  const { measures } = measuresOf(rows.map((row) => reading(row, options)));
  const sentences = sentencesOf(measures, words, (day) => readDay(day, words)?.said ?? day);
  return sentences.map(({ text, limit }) => `${text} ${limit}`);
}
