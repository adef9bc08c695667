// Of which worksheet a file says that it is: in a property of its own, or, in files of earlier versions, by the address in
// its foot line.

const PROPERTY = /name="Worksheet"[^>]*>\s*(?:<[^>]*>\s*)?([a-z0-9-]+)\s*</;
const PROJECT = /name="ProjectFingerprint"/;
const ADDRESS = /\/worksheets\/([a-z0-9-]+)\//;

/**
 * @param {string} text of the parts that say it
 * @returns {string | undefined} its id
 */
export function worksheetIn(text) {
  return PROPERTY.exec(text)?.[1] ?? ADDRESS.exec(text)?.[1];
}

/**
 * @param {string} text of the parts that say it
 * @returns {boolean} whether it is the workbook of a whole project
 */
export function isProject(text) {
  return PROJECT.test(text);
}
