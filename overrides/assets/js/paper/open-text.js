// The gaps of a paper's OpenDocument text: each is a placeholder after a bookmark with the gap's id.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { TEXT, fillGap } from "./open-gaps.js";

const MAIN = "content.xml";
const STYLES = { ofWords: "Standard" };

/** @param {Record<string, Uint8Array>} parts @param {(gap: string) => string[]} linesFor */
export function fill(parts, linesFor) {
  const xml = xmlOf(parts[MAIN]);
  for (const mark of [...xml.getElementsByTagNameNS(TEXT, "bookmark")]) {
    const gap = mark.nextSibling;
    const lines = linesFor(mark.getAttributeNS(TEXT, "name").replace(/\.\d+$/, "")); // a name may stand once in a file
    if (gap?.localName !== "placeholder" || !lines.length) continue;
    const paragraph = mark.parentNode;
    fillGap(paragraph, gap, lines, STYLES);
  }
  parts[MAIN] = partOf(xml);
}
