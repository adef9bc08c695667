// The names most like what was typed, for when nothing was found. Likeness is the share of pairs of letters in common:
// it needs no list of mistakes, and no language.

const MOST = 5;
const ENOUGH = 0.5; // below this, a name is like it only by chance: "people" is 0.4 like "pothole"

/**
 * The entries whose names are most like these words, best first.
 * @param {string} words
 * @param {{title: string, also: string[]}[]} entries
 * @returns {object[]}
 */
export function nearest(words, entries) {
  const wanted = pairsOf(words);
  return entries
    .map((entry) => ({ entry, like: Math.max(...[entry.title, ...entry.also].map((name) => likeness(wanted, name))) }))
    .filter(({ like }) => like >= ENOUGH)
    .sort((candidate, other) => other.like - candidate.like)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

// The best of the whole name and each of its words: "asetts" is near "Map strengths and assets".
function likeness(wanted, name) {
  return Math.max(...[name, ...name.split(/\s+/)].map((part) => overlap(wanted, pairsOf(part))));
}

/**
 * @param {Set<string>} pairs
 * @param {Set<string>} other
 * @returns {number} the share of pairs in common, from 0 to 1
 */
export function overlap(pairs, other) {
  if (!pairs.size || !other.size) return 0;
  let both = 0;
  for (const pair of pairs) if (other.has(pair)) both += 1;
  return (2 * both) / (pairs.size + other.size);
}

/**
 * @param {string} text
 * @returns {Set<string>} its pairs of letters
 */
export function pairsOf(text) {
  const letters = ` ${text.toLowerCase().trim()} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}
