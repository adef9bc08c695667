// What is found for what is typed, and in which way. It knows nothing of the page.

import MiniSearch from "../vendor/minisearch/minisearch.js";
import { nearest } from "../shared/likeness.js";

const MOST_OF_ONE_PAGE = 2;
const SETTINGS = {
  idField: "location",
  fields: ["title", "also", "page", "text"],
  extractField: (entry, name) => (name === "also" ? entry.also.join(" . ") : entry[name]),
  storeFields: ["title", "about", "text", "page", "path", "location", "kind"],
  searchOptions: {
    boost: { title: 5, also: 5, page: 2 },
    prefix: (term) => term.length > 2,
    boostDocument: (_, __, entry) => (isPage(entry) ? 1.6 : 1) * (["page", "term"].includes(entry.kind) ? 1 : 1.3),
  },
};
// A slip in spelling: one letter, in a long word two, but never the first. More would find "mentor" for "dentist".
const SLIPS = {
  fuzzy: (term) => (term.length > 7 ? 2 : term.length > 4 ? 1 : false),
  filter: ({ queryTerms, terms }) => queryTerms.every((typed) => terms.some((term) => term[0] === typed[0])),
};

/**
 * The engine over the site's index.
 * @param {{docs: object[], ignore: string[]}} index the entries, and the words that say nothing of what is meant: see
 *   macros/publishing/search_index.py
 * @returns {{search: (typed: string) => {found: object[], how: string}}} `how` is "all" (each word is there), "like"
 *   (words spelt much the same), "some" (not each word), "nearest" (names somewhat like it) or "none"
 */
export function engineOf({ docs, ignore }) {
  const ignored = new Set(ignore);
  // A term is a thing of its own, not a part of the glossary.
  const entries = docs.map((entry) => ({
    also: [],
    ...entry,
    path: entry.kind === "term" ? entry.location : entry.location.split("#")[0],
  }));
  const titles = new Map(entries.filter(isPage).map((entry) => [entry.path, entry.title]));
  for (const entry of entries) entry.page = titles.get(entry.path) ?? entry.title;
  const names = entries.filter((entry) => isPage(entry) || entry.kind === "term");
  const index = new MiniSearch(SETTINGS);
  index.addAll(entries);

  const ways = [
    ["all", (words) => index.search(words, { combineWith: "AND" })],
    ["like", (words) => index.search(words, { combineWith: "AND", ...SLIPS })],
    ["some", (words) => index.search(words)],
    ["nearest", (words) => nearest(words, names)],
  ];
  return {
    search(typed) {
      // "how do we do stakeholder mapping" is a question about two words; where no other is left, all are meant.
      const words =
        typed
          .split(/\s+/)
          .filter((word) => !ignored.has(word.toLowerCase()))
          .join(" ") || typed;
      for (const [how, way] of ways) {
        const found = fewOfEachPage(way(words));
        if (found.length) return { found, how };
      }
      return { found: [], how: "none" };
    },
  };
}

function fewOfEachPage(results) {
  const seen = new Map();
  return results.filter(({ path }) => {
    seen.set(path, (seen.get(path) ?? 0) + 1);
    return seen.get(path) <= MOST_OF_ONE_PAGE;
  });
}

function isPage({ location }) {
  return !location.includes("#");
}
