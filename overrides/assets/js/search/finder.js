// Searches with as little of the index as an answer needs: the names of everything, the words that begin as those that
// were typed, and the text of what is shown.

import { engineOf } from "./engine.js";

/**
 * @param {object} index see macros/publishing/search_files.py
 * @param {(path: string) => Promise<object>} read gives the part of the index at a path beside it
 * @returns {object} `isReady(typed)`: whether nothing must be fetched first; `search(typed)`: a promise of what the
 *   engine finds; `textOf(entry)`: a promise of its text
 */
export function finderOf(index, read) {
  const engine = engineOf(index);
  const parts = new Map();

  function part(name) {
    if (!parts.has(name)) {
      const coming = read(`${index.folder}/${name}.json`);
      parts.set(name, coming);
      coming.catch(() => parts.delete(name)); // so that the next word tries again
    }
    return parts.get(name);
  }
  return {
    isReady: (typed) => !engine.lacks(typed).length,
    async search(typed) {
      await Promise.all(engine.lacks(typed).map(async (name) => engine.add(name, await part(`words-${name}`))));
      return engine.search(typed);
    },
    async textOf({ number }) {
      const at = index.texts.findLastIndex((first) => first <= number);
      return (await part(`texts-${at}`))[number - index.texts[at]];
    },
  };
}
