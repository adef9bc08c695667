// Words of the page with values in them.

/**
 * @param {string} words such as "Row {row} is back."
 * @param {Record<string, string | number>} values by name; a name that has none stays as it is
 * @returns {string} the words with the values in their places
 */
export function filled(words, values = {}) {
  return words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
