// Fills the gaps in a paper's words on the page, and marks there which worksheet one was filled from.

import { screenOnly } from "../shared/dom.js";
import { inOneLine, linesOf } from "./lines.js";

/**
 * Puts each value into every gap of its name; an empty one shows its question again.
 * Several lines stand one below the other where the gap is all there is in its paragraph, else one after the other.
 * @param {Element} text @param {Object<string, string>} values
 * @param {Object<string, HTMLAnchorElement>} sheets the way to the worksheet, by the gap whose words are that one's
 * @param {string} mark what stands before the worksheet's name
 */
export function showGaps(text, values, sheets, mark) {
  for (const old of text.querySelectorAll(".gap__from")) old.remove();
  for (const gap of text.querySelectorAll("[data-gap]")) {
    gap.dataset.prompt ??= gap.textContent;
    const value = (values[gap.dataset.gap] ?? "").trim();
    const lines = linesOf(value);
    const alone = gap.parentElement.textContent.trim() === gap.textContent.trim();
    const start = gap.parentElement.localName === "li" ? "" : "- ";
    if (alone && lines.length > 1) gap.textContent = lines.map((line) => start + line).join("\n");
    else gap.textContent = inOneLine(lines) || gap.dataset.prompt;
    gap.classList.toggle("gap--filled", Boolean(value));
  }
  for (const gap of text.querySelectorAll(".gap--filled")) {
    const sheet = sheets[gap.dataset.gap];
    if (sheet) gap.after(marked(sheet, mark));
  }
}

function marked(sheet, mark) {
  const note = screenOnly("span", "gap__from");
  note.append(` [${mark} `, sheet.cloneNode(true), "]");
  return note;
}
