// What a box is called in each kind of file. The writers say it in macros/documents/answer_names.py: both are tested
// against each other.

const WORD_LIMIT = 64; // letters of a name that Word keeps

/**
 * @param {string} name such as "partners.2.organisation"
 * @returns {string} the tag of its content control in a Word file
 */
export function wordName(name) {
  return name.slice(0, WORD_LIMIT);
}

/**
 * @param {string} name
 * @returns {string} the defined name of its cell in a spreadsheet
 */
export function cellName(name) {
  return `box_${name.replace(/[^a-z0-9_]/g, "__")}`;
}
