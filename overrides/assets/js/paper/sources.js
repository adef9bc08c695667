// What a paper's file says of its facts, for whoever checks it: a number after each that came from a worksheet, and a last
// page that names the worksheets and what is still empty.

import { filled } from "../shared/text.js";
import { questionOf, sheetLink } from "./missing.js";

/**
 * A part of the last page, under a heading of its own.
 * @typedef {{title: string, text: string, lines: string[]}} EndPart
 */

/**
 * @param {Element} text the paper's words
 * @param {HTMLTextAreaElement[]} inputs
 * @param {Object<string, HTMLAnchorElement>} sheets the way to the worksheet, by the gap whose words are that one's
 * @param {Record<string, string>} words
 * @returns {{marks: Map<string, string>, end: EndPart[]}} the mark of each such gap, by its id
 */
export function sourcesOf(text, inputs, sheets, words) {
  const inputOf = new Map(inputs.map((input) => [input.name, input]));
  const marks = new Map();
  const questions = new Map(); // by worksheet, in the order in which the paper speaks of them
  for (const { dataset } of text.querySelectorAll("[data-gap]")) {
    const sheet = sheets[dataset.gap]?.textContent;
    if (!sheet || marks.has(dataset.gap)) continue;
    questions.set(sheet, [...(questions.get(sheet) ?? []), questionOf(inputOf.get(dataset.gap))]);
    marks.set(dataset.gap, `[${[...questions.keys()].indexOf(sheet) + 1}]`);
  }
  const lines = [...questions].map(([sheet, asked], at) => `[${at + 1}] ${sheet}: ${asked.join(" ")}`);
  const empty = inputs.filter(({ value }) => !value.trim()).map((input) => missingLine(input, words));
  const parts = [
    { title: words.sources_title, text: words.sources_text, lines },
    { title: words.empty_title, text: words.empty_text, lines: empty },
  ];
  return { marks, end: parts.filter((part) => part.lines.length) };
}

function missingLine(input, words) {
  const sheet = sheetLink(input)?.textContent;
  return sheet ? filled(words.empty_line, { question: questionOf(input), sheet }) : questionOf(input);
}
