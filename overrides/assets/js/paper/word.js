// The gaps of a paper's Word file: each is a content control with the gap's id as its tag.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { inOneLine } from "./lines.js";

const MAIN = "word/document.xml";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const BULLETS = "ListBullet"; // the style of the file's own lists

/** @param {Record<string, Uint8Array>} parts @param {(gap: string) => string[]} linesFor */
export function fill(parts, linesFor) {
  const xml = xmlOf(parts[MAIN]);
  for (const control of [...xml.getElementsByTagNameNS(W, "sdt")]) {
    const lines = linesFor(inside(control, "tag")?.getAttributeNS(W, "val"));
    if (!lines.length) continue;
    const paragraph = control.parentNode;
    if (lines.length > 1 && paragraph.textContent === control.textContent) asList(paragraph, lines);
    else write(control, inOneLine(lines));
  }
  parts[MAIN] = partOf(xml);
}

// A gap that is alone in its paragraph becomes a list, a line an item.
function asList(paragraph, lines) {
  style(paragraph);
  for (const line of lines) {
    const item = paragraph.cloneNode(true);
    write(inside(item, "sdt"), line);
    paragraph.before(item);
  }
  paragraph.remove();
}

function write(control, line) {
  inside(control, "showingPlcHdr")?.remove();
  const run = inside(control, "r");
  inside(run, "rPr")?.remove(); // the grey of a question
  const words = inside(run, "t");
  words.setAttribute("xml:space", "preserve");
  words.textContent = line;
}

function style(paragraph) {
  const xml = paragraph.ownerDocument;
  let properties = [...paragraph.children].find((child) => child.localName === "pPr");
  if (!properties) {
    properties = xml.createElementNS(W, "w:pPr");
    paragraph.prepend(properties);
  }
  inside(properties, "pStyle")?.remove();
  const name = xml.createElementNS(W, "w:pStyle");
  name.setAttributeNS(W, "w:val", BULLETS);
  properties.prepend(name); // the schema has it first
}

function inside(node, name) {
  return node.getElementsByTagNameNS(W, name)[0];
}
