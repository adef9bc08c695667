// XML inside files of office programs: their elements, their rows, and text that XML can hold.

// What XML cannot hold, and halves of letters. Word's own soft line break is a vertical tab.
const NOT_XML = /[\u0000-\u0008\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

/**
 * The lines of an answer, without what XML cannot hold.
 * @param {string} text
 * @returns {string[]}
 */
export function linesOf(text) {
  return String(text)
    .replace(/\r\n?|\u000B/g, "\n")
    .replace(NOT_XML, "")
    .split("\n");
}

/**
 * Elements of one name as an array.
 * @param {Document | Element} part
 * @param {string} space the namespace
 * @param {string} name
 * @returns {Element[]}
 */
export function elementsIn(part, space, name) {
  return [...part.getElementsByTagNameNS(space, name)];
}

/**
 * Gives a file's table as many rows as the page's: the last are taken away, or the first is copied after the last.
 * @param {Element[]} rows of the file, in order; it is changed
 * @param {Element[]} wanted rows of the page
 * @param {(row: Element, drawn: Element) => void} rename gives a copy the names of the page's row
 */
export function fitRows(rows, wanted, rename) {
  for (const row of rows.splice(wanted.length)) row.remove();
  for (const drawn of wanted.slice(rows.length)) {
    const row = rows[0].cloneNode(true);
    rename(row, drawn);
    rows.at(-1).after(row);
    rows.push(row);
    numberRow(row, rows.length);
  }
}

// A table may have its rows numbered, in a first cell with nothing else in it. The copy came with the first row's number.
function numberRow(row, number) {
  const cell = [...row.children].find(({ localName }) => ["tc", "table-cell"].includes(localName));
  if (cell?.textContent.trim() !== "1") return;
  const words = [...cell.getElementsByTagName("*")].find((part) => !part.children.length && part.textContent === "1");
  if (words) words.textContent = String(number);
}
