// What is looked for when somebody types: each word, or another that means the same.

import { stem, wordsOf } from "./stem.js";

// A word that means the same counts less than the word that was typed, and its parts stand in one section.
const ANOTHER = { boostTerm: () => 0.7, fields: ["title", "also", "page", "about", "text"] };

// `same` are groups of words for one thing, `ignored` words that say nothing. Returns two functions. `key(words)` is how
// words compare with a name. `queryOf(typed)` gives {words, key, query}: the words that say something, their key, and a
// query of MiniSearch in which each part must be found; the longest words for one thing come first.
export function queriesOf(same, ignored) {
  const groups = new Map();
  for (const group of same) {
    for (const words of group) groups.set(key(words), [...(groups.get(key(words)) ?? []), ...group]);
  }
  const longest = Math.max(1, ...[...groups.keys()].map((words) => words.split(" ").length));

  function key(words) {
    return meant(words).map(stem).join(" ");
  }
  // "how do we do stakeholder mapping" is a question about two words; where no other is left, all are meant.
  function meant(typed) {
    const words = wordsOf(typed);
    const left = words.filter((word) => !ignored.has(word.toLowerCase()));
    return left.length ? left : words;
  }
  const queryOf = (typed) => {
    const words = meant(typed);
    const queries = [];
    for (let at = 0, many; at < words.length; at += many) {
      many = Math.min(longest, words.length - at);
      while (many > 1 && !groups.has(key(words.slice(at, at + many).join(" ")))) many -= 1;
      const part = words.slice(at, at + many);
      const others = (groups.get(key(part.join(" "))) ?? []).filter((other) => key(other) !== key(part.join(" ")));
      queries.push(any([all(part), ...others.map((other) => ({ ...all(meant(other)), ...ANOTHER }))]));
    }
    return { words: words.join(" "), key: key(typed), query: { combineWith: "AND", queries } };
  };
  return { queryOf, key };
}

function all(words) {
  return { combineWith: "AND", queries: words.map((word) => (word.includes("-") ? either(word) : word)) };
}

// "wi-fi" is found as "wifi", and "self-assessment" as "self assessment".
function either(word) {
  return any([word.replaceAll("-", ""), all(word.split("-"))]);
}

function any(queries) {
  return queries.length > 1 ? { combineWith: "OR", queries } : queries[0];
}
