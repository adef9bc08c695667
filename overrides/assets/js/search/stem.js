// The words of a text as the search compares them: small letters, no accents, no endings.

// `text` is any text. Returns its words as they are written; "wi-fi" and "council's" are one word each.
export function wordsOf(text) {
  return text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

// In order: what ends a word, and what is compared in its place. A plural is like its singular, "merged" and "merging"
// like "merge", "quarterly" like "quarter". What is cut off alike on both sides need not be a word.
const PLURAL = [/([^su])s$/, "$1"];
const ENDINGS = [
  [/(ss|x|ch|sh)es$/, "$1"],
  PLURAL,
  [/(..)(?:ie|y)$/, "$1i"],
  [/(er|th|ek|ear|al)li$/, "$1"],
  [/(.*[aeiou].*..|.[aeiou].|[aeiou]..)ing$/, "$1"],
  [/(.*[aeiou].*..)(?:ed|ion)$/, "$1"],
  [/([bdgmnprt])\1$/, "$1"],
  [/(....)e$/, "$1"],
];

const known = new Map(); // a text has few words, many times

// `word` is one of them. Returns what is compared: "Libraries" and "library" are the same, so are "wi-fi" and "wifi".
export function stem(word) {
  if (!known.has(word)) known.set(word, cut(word));
  return known.get(word);
}

function cut(word) {
  const plain = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/['’]s$|[^\p{L}\p{N}]/gu, "");
  if (plain.length < 4) return plain.replace(...PLURAL); // "GPs" is like "GP"
  return ENDINGS.reduce((left, [ending, instead]) => left.replace(ending, instead), plain);
}

// Returns the words that the index holds for `text`: a word with a hyphen as a whole, and its parts too.
export function terms(text) {
  return wordsOf(text).flatMap((word) => (word.includes("-") ? [word, ...word.split("-")] : [word]));
}

// Returns the name of the part of the index that holds a word as it is compared: its first letter.
export function partOf(stemmed) {
  return /^[a-z0-9]/.test(stemmed) ? stemmed[0] : "other";
}
