// What is found for what is typed, and in which way. It knows nothing of the page.

import { nearest } from "../shared/likeness.js";
import { entriesOf, isPage } from "./entries.js";
import { queriesOf } from "./query.js";
import { weighedOf } from "./weighed.js";

const MOST_OF_ONE_PAGE = 2;
const BY_NAME = 3; // what is typed is the page's title, or one of its other words, and not a part of them
const FEW = 4; // results with every word: below this, those with some of the words may be what is meant
const SOME = 0.4;
// A slip in spelling: one letter, in a long word two, but never the first. More would find "mentor" for "dentist".
const SLIPS = {
  fuzzy: (term) => (term.length > 7 ? 2 : term.length > 4 ? 1 : false),
  filter: ({ queryTerms, terms, aside, location }) =>
    (!aside || isPage({ location })) && queryTerms.every((typed) => terms.some((term) => term[0] === typed[0])),
};

// `index` has the names of everything and the words that the list knows: see macros/publishing/search_files.py. The words
// of texts come in parts. Returns an object: `lacks(typed)` are the names of the parts that must be added first,
// `add(name, words)` adds one, and `search(typed)` gives {found, how}. `how` is "all" (each word is there, or one that
// means the same), "like" (words spelt much the same), "some" (not each word), "nearest" (names somewhat like it) or "none".
export function engineOf({ ignore, same = [], kinds = {}, ...index }) {
  const { queryOf, key } = queriesOf(same, new Set(ignore));
  const entries = entriesOf(index);
  const weighed = weighedOf(entries, kinds, index);
  const names = entries.filter((entry) => isPage(entry) || entry.kind === "term");
  const named = new Map();
  for (const { title, also, location } of names) {
    for (const name of [title, ...also]) named.set(key(name), [...(named.get(key(name)) ?? []), location]);
  }

  const some = ({ query }) => weighed.search({ ...query, combineWith: "OR" });
  function all(meant) {
    const results = weighed.search(meant.query);
    if (!results.length || results.length >= FEW) return results;
    const whole = new Set(results.map(({ id }) => id));
    return some(meant).map((result) => (whole.has(result.id) ? result : { ...result, score: result.score * SOME }));
  }
  function first(results, wanted) {
    const locations = new Set(wanted);
    const score = (result) => result.score * (locations.has(result.location) ? BY_NAME : 1);
    return results
      .map((result) => ({ ...result, score: score(result) }))
      .sort((result, other) => other.score - result.score);
  }
  const ways = [
    ["all", (meant) => first(all(meant), named.get(meant.key))],
    ["like", ({ words }) => weighed.search(words, { combineWith: "AND", ...SLIPS })],
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
    lacks(typed) {
      const { words, query } = queryOf(typed);
      return words ? weighed.lacks(query) : [];
    },
    add: weighed.add,
    search(typed) {
      const meant = queryOf(typed);
      if (!meant.words) return { found: [], how: "none" };
      for (const [how, way] of ways) {
        const results = fewOfEachPage(way(meant));
        if (results.length) return { found: results, how };
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
