// What is found for what is typed, and in which way. It knows nothing of the page.

import MiniSearch from "../vendor/minisearch/minisearch.js";
import { nearest } from "../shared/likeness.js";
import { queriesOf } from "./query.js";
import { stem, terms } from "./stem.js";

const MOST_OF_ONE_PAGE = 2;
// Help comes before what only tells of it, and that before lists of sources and what the list `last` names.
const WEIGHTS = { stage: 1.1, step: 1.4, worksheet: 1.3, situation: 1.2, paper: 1.3, page: 1.1, term: 1, case: 0.7 };
const ASIDE = 0.2;
const OF_THE_PAGE = 1.6;
const BY_NAME = 3; // what is typed is the page's title, or one of its other words, and not a part of them
const FEW = 4; // results with every word: below this, those with some of the words may be what is meant
const SOME = 0.4;
const SETTINGS = {
  idField: "location",
  fields: ["title", "also", "page", "sort", "about", "text", "whole"],
  extractField: (entry, name) => (name === "also" ? entry.also.join(" . ") : entry[name]),
  storeFields: ["title", "about", "text", "page", "path", "location", "kind", "aside"],
  tokenize: terms,
  processTerm: (word) => stem(word) || null,
  searchOptions: {
    boost: { title: 5, also: 5, page: 2, about: 2, whole: 0.3 },
    prefix: (term) => term.length > 2,
    boostDocument: (_, __, entry) =>
      WEIGHTS[entry.kind] * (isPage(entry) ? OF_THE_PAGE : 1) * (entry.aside ? ASIDE : 1),
  },
};
// A slip in spelling: one letter, in a long word two, but never the first. More would find "mentor" for "dentist".
const SLIPS = {
  fuzzy: (term) => (term.length > 7 ? 2 : term.length > 4 ? 1 : false),
  filter: ({ queryTerms, terms, aside, location }) =>
    (!aside || isPage({ location })) && queryTerms.every((typed) => terms.some((term) => term[0] === typed[0])),
};

// `docs` are the entries; `ignore`, `same` and `kinds` the words that the list knows: see
// macros/publishing/search_index.py. Returns an object with `search(typed)`, which gives {found, how}. `how` is "all"
// (each word is there, or one that means the same), "like" (words spelt much the same), "some" (not each word),
// "nearest" (names somewhat like it) or "none".
export function engineOf({ docs, ignore, same = [], kinds = {} }) {
  const { queryOf, key } = queriesOf(same, new Set(ignore));
  // A term is a thing of its own, not a part of the glossary.
  const entries = docs.map((entry) => ({
    also: [],
    ...entry,
    path: entry.kind === "term" ? entry.location : entry.location.split("#")[0],
  }));
  const pages = new Map(entries.filter(isPage).map((entry) => [entry.path, entry]));
  for (const entry of entries) {
    const page = pages.get(entry.path);
    entry.page = page?.title ?? entry.title;
    if (page === entry) entry.sort = kinds[entry.kind]?.join(" ");
    // Two words may stand in two sections of a page.
    if (page && !entry.aside) page.whole = `${page.whole ?? ""} ${entry.text}`;
  }
  const names = entries.filter((entry) => isPage(entry) || entry.kind === "term");
  const named = new Map();
  for (const { title, also, location } of names) {
    for (const name of [title, ...also]) named.set(key(name), [...(named.get(key(name)) ?? []), location]);
  }
  const index = new MiniSearch(SETTINGS);
  index.addAll(entries);

  const some = ({ query }) => index.search({ ...query, combineWith: "OR" });
  function all(meant) {
    const found = index.search(meant.query);
    if (!found.length || found.length >= FEW) return found;
    const whole = new Set(found.map(({ id }) => id));
    return some(meant).map((result) => (whole.has(result.id) ? result : { ...result, score: result.score * SOME }));
  }
  function first(results, wanted) {
    const locations = new Set(wanted);
    const score = (result) => result.score * (locations.has(result.location) ? BY_NAME : 1);
    return results.map((result) => ({ ...result, score: score(result) })).sort((one, other) => other.score - one.score);
  }
  const ways = [
    ["all", (meant) => first(all(meant), named.get(meant.key))],
    ["like", ({ words }) => index.search(words, { combineWith: "AND", ...SLIPS })],
    [
      "some",
      (meant) =>
        first(
          some(meant),
          nearest(meant.words, names).map(({ location }) => location),
        ),
    ],
    ["nearest", ({ words }) => nearest(words, names)],
  ];
  return {
    search(typed) {
      const meant = queryOf(typed);
      if (!meant.words) return { found: [], how: "none" };
      for (const [how, way] of ways) {
        const found = fewOfEachPage(way(meant));
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
