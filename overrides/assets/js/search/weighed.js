// How much each entry has to do with words: MiniSearch, given its index in parts. It weighs as it would with the whole
// index: of words that nobody typed it needs only how many there are.

import MiniSearch from "../vendor/minisearch/minisearch.js";
import { isPage } from "./entries.js";
import { decode, decodePostings } from "./postings.js";
import { partOf, stem, terms } from "./stem.js";

// Help comes before what only tells of it, and that before lists of sources and what the list `last` names.
const WEIGHTS = { stage: 1.1, step: 1.4, worksheet: 1.3, situation: 1.2, paper: 1.3, page: 1.1, term: 1, case: 0.7 };
const ASIDE = 0.2;
const OF_THE_PAGE = 1.6;
const SETTINGS = {
  idField: "location",
  fields: ["title", "also", "page", "sort", "about", "text", "whole"],
  extractField: (entry, name) => (name === "also" ? entry.also.join(" . ") : entry[name]),
  storeFields: ["title", "about", "page", "path", "location", "kind", "aside", "number", "hasText"],
  tokenize: terms,
  processTerm: (word) => stem(word) || null,
  searchOptions: {
    boost: { title: 5, also: 5, page: 2, about: 2, whole: 0.3 },
    prefix: (term) => term.length > 2,
    boostDocument: (_, __, entry) =>
      WEIGHTS[entry.kind] * (isPage(entry) ? OF_THE_PAGE : 1) * (entry.aside ? ASIDE : 1),
  },
};

/**
 * @param {object[]} entries what can be found
 * @param {object} kinds words for all pages of a kind
 * @param {{ lengths: string, wholes: string, parts: string[] }} index see macros/publishing/search_files.py
 * @returns {object} `lacks(query)`: the names of the parts without which a query of MiniSearch cannot be answered;
 *   `add(name, words)`: adds one; `search(query, options)`: as MiniSearch has it
 */
export function weighedOf(entries, kinds, { lengths, wholes, parts }) {
  const lengthOf = decode(lengths);
  const documents = entries.map((entry, number) => ({
    ...entry,
    number,
    hasText: lengthOf[number] > 0,
    ...(isPage(entry) && { sort: kinds[entry.kind]?.join(" ") }),
  }));
  const whole = new MiniSearch(SETTINGS);
  whole.addAll(documents);
  const state = whole.toJSON();
  const { text: inText, whole: inWhole } = state.fieldIds;
  addLengths(state, inText, lengthOf, () => true);
  addLengths(state, inWhole, decode(wholes), Boolean);

  const fields = new Map(state.index);
  const pages = new Map(documents.filter(isPage).map(({ path, number }) => [path, number]));
  const missing = new Set(parts);
  let loaded; // MiniSearch, with all that has come

  return {
    lacks: (query) =>
      [...new Set(wordsIn(query).flatMap(terms).map(stem).map(partOf))].filter((name) => missing.has(name)),
    add(name, words) {
      if (!missing.delete(name)) return;
      loaded = undefined;
      for (const [word, coded] of Object.entries(words)) {
        const ofTexts = Object.fromEntries(decodePostings(coded));
        const ofPages = {};
        // Two words may stand in two sections of a page.
        for (const [number, times] of Object.entries(ofTexts)) {
          const page = entries[number].aside ? undefined : pages.get(entries[number].path);
          if (page !== undefined) ofPages[page] = (ofPages[page] ?? 0) + times;
        }
        fields.set(word, { ...fields.get(word), [inText]: ofTexts, [inWhole]: ofPages });
      }
    },
    search(query, options) {
      loaded ??= MiniSearch.loadJS({ ...state, index: [...fields] }, SETTINGS);
      return loaded.search(query, options);
    },
  };
}

// What MiniSearch notes of a text that it reads itself: its length, and the mean of all so far.
function addLengths({ fieldLength, averageFieldLength }, field, lengths, counts) {
  averageFieldLength[field] = 0;
  for (const [number, length] of lengths.entries()) {
    if (!counts(length)) continue;
    fieldLength[number][field] = length;
    averageFieldLength[field] = (averageFieldLength[field] * number + length) / (number + 1);
  }
}

function wordsIn(query) {
  return typeof query === "string" ? [query] : query.queries.flatMap(wordsIn);
}
