// The gaps of a paper's OpenDocument slides: each is a span whose class is the gap's id.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { TEXT, fillGap } from "./open-gaps.js";

const MAIN = "content.xml";
const STYLES = { ofList: "Bullets" };
const CLASS = "class-names";

/** @param {Record<string, Uint8Array>} parts @param {(gap: string) => string[]} linesFor */
export function fill(parts, linesFor) {
  const xml = xmlOf(parts[MAIN]);
  for (const gap of [...xml.getElementsByTagNameNS(TEXT, "span")]) {
    const lines = linesFor(gap.getAttributeNS(TEXT, CLASS)?.replace(/^gap-/, ""));
    if (!lines.length) continue;
    const paragraph = gap.parentNode;
    fillGap(paragraph, gap, lines, STYLES);
  }
  parts[MAIN] = partOf(xml);
}
