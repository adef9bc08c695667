// Parts of files of office programs, as documents and back.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";

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
