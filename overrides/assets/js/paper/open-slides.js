// The gaps of a paper's OpenDocument slides: each is a span whose class is the gap's id.

import { placePictures } from "../shared/office-pictures.js";
import { MANIFEST, frameOf, taken } from "../shared/open-text-pictures.js";
import { partOf, xmlOf } from "../shared/xml-part.js";
import { TEXT, fillGap, listOf, textElement } from "./open-gaps.js";
import { fitted, onSlides } from "./slide-sizes.js";

const MAIN = "content.xml";
const DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
const SHOW = "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0";
const SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
const STYLES = { ofList: "Bullets" };
const CLASS = "class-names";

/** @param {Record<string, Uint8Array>} parts @param {import("./filled-file.js").Content} content */
export function fill(parts, { linesFor, markOf, pictures, end }) {
  const xml = xmlOf(parts[MAIN]);
  const pages = new Map(); // the page of each gap's first place
  for (const gap of [...xml.getElementsByTagNameNS(TEXT, "span")]) {
    const name = gap.getAttributeNS(TEXT, CLASS)?.replace(/^gap-/, "");
    const lines = linesFor(name);
    if (!lines.length) continue;
    if (!pages.has(name)) pages.set(name, pageOf(gap));
    fillGap(gap.parentNode, gap, lines, markOf(name), STYLES);
  }
  placePictures(
    parts,
    MANIFEST,
    [...pictures].reverse(), // each comes right after its page, before those that came earlier
    (gap) => pages.get(gap),
    (manifest, picture, number) => {
      const page = copyOf(pages.get(picture.table));
      const { left, top, ...size } = fitted(picture);
      const frame = frameOf(xml, { ...picture, ...size }, taken(parts, manifest, picture, number), [
        [SVG, "svg:x", `${left}mm`],
        [SVG, "svg:y", `${top}mm`],
      ]);
      frameIn(page, "outline").replaceWith(frame);
      return page;
    },
  );
  for (const part of onSlides(end)) addEnd(xml, part);
  for (const [at, page] of [...xml.getElementsByTagNameNS(DRAW, "page")].entries())
    page.setAttributeNS(DRAW, "draw:name", `page${at + 1}`);
  parts[MAIN] = partOf(xml);
}

function pageOf(node) {
  let page = node;
  while (page.localName !== "page") page = page.parentNode;
  return page;
}

// Title and foot as they are, without the code and what the speaker says.
function copyOf(page) {
  const copy = page.cloneNode(true);
  copy.getElementsByTagNameNS(SHOW, "notes")[0]?.remove();
  for (const image of [...copy.getElementsByTagNameNS(DRAW, "image")]) image.parentNode.remove();
  return copy;
}

function frameIn(page, role) {
  return [...page.getElementsByTagNameNS(DRAW, "frame")].find((frame) => frame.getAttributeNS(SHOW, "class") === role);
}

function addEnd(xml, { title, text, lines }) {
  const pages = [...xml.getElementsByTagNameNS(DRAW, "page")];
  const page = copyOf(pages[0]); // a picture has the place of the words on other slides
  write(frameIn(page, "title"), textElement(xml, "p", "", title));
  write(frameIn(page, "outline"), textElement(xml, "p", "", text), listOf(xml, lines, STYLES));
  pages.at(-1).after(page);
}

function write(frame, ...content) {
  frame.getElementsByTagNameNS(DRAW, "text-box")[0].replaceChildren(...content);
}
