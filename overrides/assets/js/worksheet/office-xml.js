// XML inside files of office programs: parts to documents and back, and text that XML can hold.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";

// What XML cannot hold, and halves of letters. Word's own soft line break is a vertical tab.
const NOT_XML = /[\u0000-\u0008\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

/**
 * A part of a file as a document. Throws where it is no XML.
 * @param {Uint8Array} part
 * @returns {XMLDocument}
 */
export function xmlOf(part) {
  const xml = new DOMParser().parseFromString(strFromU8(part), "application/xml");
  if (xml.querySelector("parsererror")) throw new Error("The file cannot be read.");
  return xml;
}

/**
 * @param {XMLDocument} xml
 * @returns {Uint8Array}
 */
export function partOf(xml) {
  const text = new XMLSerializer().serializeToString(xml);
  return strToU8(text.startsWith("<?xml") ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
}

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
  }
}
