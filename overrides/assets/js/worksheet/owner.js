// Whose sheet a file is, in its head line and as its author, where somebody put their own name on it.

import { inOneLine, ownName } from "../shared/own-name.js";
import { partOf, xmlOf } from "../shared/xml-part.js";

const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
const ABOUT = /^(docProps\/core|meta)\.xml$/;
const HEADS = /^(word\/header\d*|styles|xl\/worksheets\/sheet\d+)\.xml$/;
const LONGEST_HEAD = 250; // letters of Excel's head line with its marks: with more than 255 it calls the file damaged

/**
 * @param {Record<string, Uint8Array>} parts of the file, which are changed
 */
export function putOwner(parts) {
  const name = ownName();
  const line = inOneLine(name).replace(NOT_XML, "");
  if (!line) return;
  const author = (name.council ?? name.team ?? line).replace(NOT_XML, "");
  for (const part of Object.keys(parts)) {
    if (ABOUT.test(part))
      edit(parts, part, (xml) => say(xml, ["creator", "lastModifiedBy", "initial-creator"], author));
    if (HEADS.test(part)) edit(parts, part, (xml) => headLine(xml, line));
  }
}

function say(xml, names, text) {
  for (const name of names) for (const node of xml.getElementsByTagNameNS("*", name)) node.textContent = text;
}

// Where the head of each kind of file says whose it is. A spreadsheet has the sheet's title at its left.
const PLACES = {
  hdr(head, line) {
    const [first, ...others] = head.getElementsByTagNameNS("*", "t");
    if (!first) return;
    first.textContent = line;
    for (const other of others) other.textContent = "";
  },
  header(head, line) {
    const [right = head] = head.getElementsByTagNameNS("*", "region-right");
    const [first] = right.getElementsByTagNameNS("*", "p");
    if (first) (first.firstElementChild ?? first).textContent = line; // in it is what gives it its look
  },
  oddHeader(head, line) {
    const [left] = head.textContent.split("&R");
    const room = LONGEST_HEAD - left.length;
    const marked = [...line].map((letter) => (letter === "&" ? "&&" : letter)); // it has a meaning of its own there
    while (marked.join("").length > room) marked.splice(-2, 2, "…");
    head.textContent = `${left}&R&8 ${marked.join("")}`;
  },
};

function headLine(xml, line) {
  for (const [name, put] of Object.entries(PLACES))
    for (const head of [...xml.getElementsByTagNameNS("*", name)]) put(head, line);
}

function edit(parts, name, change) {
  const xml = xmlOf(parts[name]);
  change(xml);
  parts[name] = partOf(xml);
}
