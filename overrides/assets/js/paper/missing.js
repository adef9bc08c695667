// Before a paper is taken away, it says which gaps are still empty, each with the way to its question; and beside each gap
// that a worksheet fills, that it does.

import { button, element } from "../shared/dom.js";
import { filled } from "../shared/text.js";

/**
 * Lists what is missing, or nothing.
 * @param {HTMLElement} place with a line and a list in it
 * @param {HTMLTextAreaElement[]} inputs
 * @param {Record<string, string>} words
 * @returns {number} how many gaps are empty
 */
export function listMissing(place, inputs, words) {
  const empty = inputs.filter(({ value }) => !value.trim());
  place.hidden = !empty.length;
  const line = place.querySelector("[data-missing-text]");
  line.textContent = empty.length
    ? filled(empty.length === 1 ? words.missing_one : words.missing, { count: empty.length })
    : "";
  place.querySelector("[data-missing-list]").replaceChildren(
    ...empty.map((input) => {
      const item = element("li");
      const link = element("a", "", questionOf(input));
      link.href = `#${input.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        input.focus();
      });
      item.append(link);
      const sheet = sheetLink(input);
      if (sheet) item.append(` ${words.or_sheet} `, sheet, ".");
      return item;
    }),
  );
  return empty.length;
}

/**
 * Says under a gap's question whether its words stand as in the worksheet, are the reader's own, or could be the
 * worksheet's.
 * @param {HTMLTextAreaElement} input
 * @param {string} kept what the worksheet says
 * @param {Record<string, string>} words
 * @param {() => void} take puts the worksheet's words there
 */
export function markSource(input, kept, words, take) {
  const place = document.getElementById(`${input.id}-mark`);
  if (!place) return;
  const now = input.value.trim();
  place.hidden = !kept;
  if (!kept) return;
  const isSame = now === kept.trim();
  place.replaceChildren(isSame ? words.as_in_sheet : words.other_than_sheet);
  if (!isSame) place.append(" ", button("tool", words.take_from_sheet, questionOf(input), take));
}

/**
 * The way to the very box of the worksheet that fills a gap.
 * @param {HTMLTextAreaElement} input
 * @returns {HTMLAnchorElement | undefined} nothing where no worksheet fills it
 */
export function sheetLink(input) {
  const source = document.querySelector(`#${CSS.escape(input.id)}-from a`);
  if (!source) return undefined;
  const link = element("a", "", source.textContent);
  link.href = input.dataset.at ? `${source.href}#${input.dataset.at}` : source.href;
  return link;
}

/** @param {HTMLTextAreaElement} input @returns {string} what is asked there */
export function questionOf(input) {
  return input.labels[0]?.textContent.trim() ?? input.name;
}
