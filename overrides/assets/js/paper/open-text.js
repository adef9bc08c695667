// The gaps of a paper's OpenDocument text: each is a placeholder after a bookmark with the gap's id.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { inOneLine } from "./lines.js";

const MAIN = "content.xml";
const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

/** @param {Record<string, Uint8Array>} parts @param {(gap: string) => string[]} linesFor */
export function fill(parts, linesFor) {
  const xml = xmlOf(parts[MAIN]);
  for (const mark of [...xml.getElementsByTagNameNS(TEXT, "bookmark")]) {
    const gap = mark.nextSibling;
    const lines = linesFor(mark.getAttributeNS(TEXT, "name").replace(/\.\d+$/, "")); // a name may stand once in a file
    if (gap?.localName !== "placeholder" || !lines.length) continue;
    const paragraph = mark.parentNode;
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
    words.setAttributeNS(TEXT, "text:style-name", "Standard");
    words.textContent = line;
    item.append(words);
    return item;
  });
  if (paragraph.parentNode.localName === "list-item") return paragraph.parentNode.replaceWith(...items);
  const list = xml.createElementNS(TEXT, "text:list");
  list.append(...items);
  paragraph.replaceWith(list);
}
