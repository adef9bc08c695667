// The gaps of a paper's OpenDocument text: each is a placeholder after a bookmark with the gap's id.

import { addPictures } from "../shared/open-text-pictures.js";
import { partOf, xmlOf } from "../shared/xml-part.js";
import { TEXT, addStyle, fillGap, listOf, textElement } from "./open-gaps.js";

const MAIN = "content.xml";
const FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
const OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const STYLES = { ofWords: "Standard" };
const [HEADING, WORDS, LAST_PAGE] = ["Heading_20_1", "Text_20_body", "Last_20_page"];

/** @param {Record<string, Uint8Array>} parts @param {import("./filled-file.js").Content} content */
export function fill(parts, { linesFor, markOf, pictures, end }) {
  const xml = xmlOf(parts[MAIN]);
  const places = new Map(); // what stands at each gap's first place
  for (const mark of [...xml.getElementsByTagNameNS(TEXT, "bookmark")]) {
    const name = mark.getAttributeNS(TEXT, "name").replace(/\.\d+$/, ""); // a name may stand once in a file
    const gap = mark.nextSibling;
    const lines = linesFor(name);
    if (gap?.localName !== "placeholder" || !lines.length) continue;
    const place = fillGap(mark.parentNode, gap, lines, markOf(name), STYLES);
    if (!places.has(name)) places.set(name, place);
  }
  addPictures(parts, xml, pictures, (gap) => outermost(places.get(gap)));
  addEnd(xml, end);
  parts[MAIN] = partOf(xml);
}

// A picture stands under the whole list of which a gap is an item.
function outermost(place) {
  let outer = place;
  while (outer?.parentNode && outer.parentNode.localName !== "text") outer = outer.parentNode;
  return outer;
}

// After the last words of the paper, on a page of its own.
function addEnd(xml, parts) {
  const body = xml.getElementsByTagNameNS(OFFICE, "text")[0];
  for (const [at, { title, text, lines }] of parts.entries()) {
    if (at === 0) addStyle(xml, LAST_PAGE, "paragraph", "paragraph", [[FO, "fo:break-before", "page"]], HEADING);
    const heading = textElement(xml, "h", at === 0 ? LAST_PAGE : HEADING, title);
    heading.setAttributeNS(TEXT, "text:outline-level", "1");
    body.append(heading, textElement(xml, "p", WORDS, text), listOf(xml, lines, STYLES));
  }
}
