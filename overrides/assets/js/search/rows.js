// One result as it is shown: what kind of thing it is, its name, where it is, and either
// what the page says of itself or the text round the words found.
// Everything goes in as text, never as HTML.

import { element } from "../shared/dom.js";
import { filled } from "../shared/text.js";
import { stem } from "./stem.js";

const SNIPPET = 170; // letters
const WORD = /([\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*)/u;

/**
 * One result of the list.
 * @param {object} entry one of the engine's
 * @param {URL} root the site's address
 * @param {object} words those of the dialog
 * @param {(entry: object) => Promise<string>} textOf gives an entry's text, which may come later than the result
 * @returns {HTMLElement}
 */
export function row(entry, root, words, textOf) {
  const link = element("a", "search__link");
  link.href = new URL(entry.location, root);
  // The kind is part of the link: who goes from link to link hears it too.
  link.append(
    element("span", "search__kind", words.kinds[entry.kind]),
    " ",
    element("span", "search__name", entry.title),
  );
  const item = element("li", "search__result");
  item.append(link);
  if (entry.kind !== "term" && entry.title !== entry.page) {
    item.append(" ", element("span", "search__page", filled(words.in_page, { page: entry.page })));
  }
  if (entry.about) item.append(element("p", "search__text", entry.about));
  else if (entry.hasText && entry.terms) item.append(later(textOf(entry), entry.terms));
  return item;
}

// Its place is kept until the text is there.
function later(coming, terms) {
  const piece = element("p", "search__text");
  coming.then(
    (text) => piece.append(...snippet(text, terms)),
    () => piece.remove(),
  );
  return piece;
}

// The sentence with the first of the words found, and what follows it.
function snippet(text, terms) {
  const wanted = new Set(terms);
  const parts = text.split(WORD); // what is between the words, and at each odd place a word
  const isWanted = (part, position) => position % 2 && wanted.has(stem(part));
  const first = Math.max(0, parts.findIndex(isWanted));
  const at = parts.slice(0, first).join("").length;
  const sentence = Math.max(0, ...[...text.slice(0, at).matchAll(/[.?!…] (?=\P{Ll})/gu)].map((stop) => stop.index + 2));
  const start = at - sentence < SNIPPET * 0.75 ? sentence : text.lastIndexOf(" ", at - SNIPPET / 3) + 1;
  const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  const shown = `${start === sentence ? "" : "… "}${text.slice(start, Math.max(end, at))}${end < text.length ? " …" : ""}`;
  return shown.split(WORD).map((part, position) => (isWanted(part, position) ? element("mark", "", part) : part));
}
