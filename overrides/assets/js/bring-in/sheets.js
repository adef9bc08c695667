// The worksheet that a file belongs to: the one on this page, or one of the site's, whose page is fetched for its form.

import { textAt } from "../shared/site-files.js";
import { namesIn, isOf } from "./answers.js";
import { definitionOf } from "./definition.js";

/**
 * @param {{root: string, words: object, form?: HTMLFormElement, sheets: {id: string, ids: string[], names: string[]}[]}} page
 * @returns {object} definitionFor: a definition for a content, or a word that says why not
 */
export function sheetFinder({ root, words, form, sheets }) {
  const known = new Map();

  /** The worksheet of this page, if the file is of it; else that of the site. */
  async function definitionFor(content) {
    if (form) {
      const definition = definitionOf(form, words, words.title_here); // anew each time: rows may have been added
      return isOf(content, definition) ? definition : undefined;
    }
    for (const id of likely(content)) {
      const definition = await fetched(id);
      if (isOf(content, definition)) return definition;
    }
    return undefined;
  }

  // The ids of the worksheets that a file may be of, the likeliest first.
  function likely(content) {
    const named = sheets.filter(({ ids }) => ids.includes(content.worksheet)).map(({ id }) => id);
    if (named.length) return named;
    const names = new Set(namesIn(content).map((name) => name.replace(/^box_/, "").split(/\.|__/)[0]));
    const shared = (sheet) => sheet.names.filter((name) => names.has(name)).length / Math.max(1, sheet.names.length);
    const titles = new Set(
      (content.blocks ?? [])
        .flatMap((block) => (block.rows ? block.rows.slice(0, 2).flat() : [block]))
        .map(({ text }) => text.trim().toLowerCase()),
    );
    const score = (sheet) => shared(sheet) + (titles.has(sheet.title.toLowerCase()) ? 1 : 0);
    const scored = sheets
      .map((sheet) => ({ id: sheet.id, score: score(sheet) }))
      .filter((candidate) => candidate.score > 0.3);
    return scored
      .sort((candidate, other) => other.score - candidate.score)
      .slice(0, 3)
      .map(({ id }) => id);
  }

  async function fetched(id) {
    if (!known.has(id)) known.set(id, load(id));
    return known.get(id);
  }

  async function load(id) {
    const html = await textAt(new URL(`${root}worksheets/${id}/`, document.baseURI));
    const page = new DOMParser().parseFromString(html, "text/html"); // a page of this site; it is only looked at
    return definitionOf(
      page.querySelector("form[data-worksheet]"),
      words,
      sheets.find((candidate) => candidate.id === id).title,
    );
  }

  return { definitionFor, fetched };
}
