// One result as it is shown: what kind of thing it is, its name, where it is, and either
// what the page says of itself or the text round the words found.
// Everything goes in as text, never as HTML.

import { element } from "../shared/dom.js";
import { filled } from "../shared/text.js";

const SNIPPET = 170; // letters

/**
 * One result of the list.
 * @param {object} entry one of the engine's
 * @param {URL} root the site's address
 * @param {object} words those of the dialog
 * @returns {HTMLElement}
 */
export function row(entry, root, words) {
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
  else if (entry.text && entry.terms) item.append(snippet(entry.text, entry.terms));
  return item;
}

function snippet(text, terms) {
  const piece = element("p", "search__text");
  const wanted = new RegExp(`(${terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i");
  const at = Math.max(0, text.search(wanted));
  const start = at < SNIPPET / 2 ? 0 : text.lastIndexOf(" ", at - SNIPPET / 3) + 1;
  const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  const shown = `${start ? "… " : ""}${text.slice(start, Math.max(end, at))}${end < text.length ? " …" : ""}`;
  shown.split(new RegExp(wanted, "gi")).forEach((part, position) => {
    piece.append(position % 2 ? element("mark", "", part) : part);
  });
  return piece;
}
