// The gaps of a paper's OpenDocument slides: each is a span whose class is the gap's id.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { inOneLine } from "./lines.js";

const MAIN = "content.xml";
const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const CLASS = "class-names";

/** @param {Record<string, Uint8Array>} parts @param {(gap: string) => string[]} linesFor */
export function fill(parts, linesFor) {
  const xml = xmlOf(parts[MAIN]);
  for (const gap of [...xml.getElementsByTagNameNS(TEXT, "span")]) {
    const lines = linesFor(gap.getAttributeNS(TEXT, CLASS)?.replace(/^gap-/, ""));
    if (!lines.length) continue;
    const paragraph = gap.parentNode;
    if (lines.length > 1 && paragraph.textContent === gap.textContent) asList(paragraph, lines);
    else gap.replaceWith(inOneLine(lines));
  }
  parts[MAIN] = partOf(xml);
}

// A gap that is alone in its paragraph becomes a list, a line an item; one that is a list's item becomes several.
function asList(paragraph, lines) {
  const xml = paragraph.ownerDocument;
  const items = lines.map((line) => {
    const item = xml.createElementNS(TEXT, "text:list-item");
    const words = xml.createElementNS(TEXT, "text:p");
    words.textContent = line;
    item.append(words);
    return item;
  });
  if (paragraph.parentNode.localName === "list-item") return paragraph.parentNode.replaceWith(...items);
  const list = xml.createElementNS(TEXT, "text:list");
  list.setAttributeNS(TEXT, "text:style-name", "Bullets");
  list.append(...items);
  paragraph.replaceWith(list);
}
