// Counts words while the site is built, with the search's own rules for what a word is. No page loads this.

import { anchorOf } from "./entries.js";
import { encode, encodePostings } from "./postings.js";
import { partOf, stem, terms } from "./stem.js";

/**
 * @param {string[]} texts those of the entries
 * @param {(number | null)[]} pages for each, the number of the page whose words these are too
 * @param {string[]} ignored words that say nothing: where they stand is not kept, unless other words are compared as
 *   they are ("needs" as "need"). Nobody looks for "the", and they would be a quarter of the index
 * @returns {object} `words`, where each word stands, by the part of the index it belongs to; `lengths`, how many words
 *   an entry has, and `wholes`, the same of a page with its sections: both count a word once
 */
export function counted(texts, pages, ignored) {
  const silent = new Set(ignored);
  const meant = new Set();
  const places = new Map();
  const lengths = [];
  const wholes = texts.map(() => new Set());
  for (const [number, text] of texts.entries()) {
    const words = terms(text);
    lengths.push(new Set(words).size);
    for (const word of words) wholes[pages[number]]?.add(word);
    for (const word of words) if (!silent.has(word.toLowerCase())) meant.add(stem(word));
    for (const word of words.map(stem)) {
      if (!places.has(word)) places.set(word, new Map());
      places.get(word).set(number, (places.get(word).get(number) ?? 0) + 1);
    }
  }
  const words = {};
  for (const word of [...places.keys()].filter((each) => each && meant.has(each)).sort()) {
    words[partOf(word)] ??= {};
    words[partOf(word)][word] = encodePostings([...places.get(word)]);
  }
  return { words, lengths: encode(lengths), wholes: encode(wholes.map(({ size }) => size)) };
}

/**
 * @param {string[]} headings
 * @returns {string[]} the anchor that each has unless its page says another
 */
export function anchorsOf(headings) {
  return headings.map(anchorOf);
}
