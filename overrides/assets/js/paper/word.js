// The gaps of a paper's Word file: each is a content control with the gap's id as its tag.

import { addPictures } from "../shared/word-pictures.js";
import { partOf, xmlOf } from "../shared/xml-part.js";
import { inOneLine } from "./lines.js";

const MAIN = "word/document.xml";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const BULLETS = "ListBullet"; // the style of the file's own lists
const HEADING = "Heading1";

/** @param {Record<string, Uint8Array>} parts @param {import("./filled-file.js").Content} content */
export function fill(parts, { linesFor, markOf, pictures, end }) {
  const xml = xmlOf(parts[MAIN]);
  const places = new Map(); // the last paragraph of each gap's first place
  for (const control of [...xml.getElementsByTagNameNS(W, "sdt")]) {
    const gap = inside(control, "tag")?.getAttributeNS(W, "val");
    const lines = linesFor(gap);
    if (!lines.length) continue;
    const paragraph = control.parentNode;
    const isAlone = paragraph.textContent === control.textContent;
    const last = lines.length > 1 && isAlone ? asList(paragraph, lines) : control;
    if (last === control) write(control, inOneLine(lines));
    if (markOf(gap)) last.after(raised(xml, markOf(gap)));
    if (!places.has(gap)) places.set(gap, last.parentNode);
  }
  addPictures(parts, xml, pictures, (gap) => places.get(gap));
  addEnd(xml, end);
  parts[MAIN] = partOf(xml);
}

// A gap that is alone in its paragraph becomes a list, a line an item. Returns the last item's control.
function asList(paragraph, lines) {
  style(paragraph, BULLETS);
  let last;
  for (const line of lines) {
    const item = paragraph.cloneNode(true);
    last = inside(item, "sdt");
    write(last, line);
    paragraph.before(item);
  }
  paragraph.remove();
  return last;
}

function write(control, line) {
  inside(control, "showingPlcHdr")?.remove();
  const run = inside(control, "r");
  inside(run, "rPr")?.remove(); // the grey of a question
  put(inside(run, "t"), line);
}

function put(words, line) {
  words.setAttribute("xml:space", "preserve");
  words.textContent = line;
}

// After the last words of the paper, on a page of its own.
function addEnd(xml, parts) {
  const body = inside(xml, "body");
  const last = [...body.children].findLast((child) => child.localName === "sectPr");
  for (const [at, { title, text, lines }] of parts.entries()) {
    const heading = paragraphOf(xml, title, HEADING);
    if (at === 0) inside(heading, "pStyle").after(xml.createElementNS(W, "w:pageBreakBefore"));
    last.before(heading, paragraphOf(xml, text), ...lines.map((line) => paragraphOf(xml, line, BULLETS)));
  }
}

function paragraphOf(xml, line, styleName) {
  const paragraph = xml.createElementNS(W, "w:p");
  if (styleName) style(paragraph, styleName);
  paragraph.append(runOf(xml, line));
  return paragraph;
}

function runOf(xml, line) {
  const run = xml.createElementNS(W, "w:r");
  const words = xml.createElementNS(W, "w:t");
  put(words, line);
  run.append(words);
  return run;
}

// A mark is no part of the control: who types over the words keeps or deletes it as they like.
function raised(xml, mark) {
  const run = runOf(xml, mark);
  const face = xml.createElementNS(W, "w:rPr");
  const align = xml.createElementNS(W, "w:vertAlign");
  align.setAttributeNS(W, "w:val", "superscript");
  face.append(align);
  run.prepend(face);
  return run;
}

function style(paragraph, styleName) {
  const xml = paragraph.ownerDocument;
  let properties = [...paragraph.children].find((child) => child.localName === "pPr");
  if (!properties) {
    properties = xml.createElementNS(W, "w:pPr");
    paragraph.prepend(properties);
  }
  inside(properties, "pStyle")?.remove();
  const name = xml.createElementNS(W, "w:pStyle");
  name.setAttributeNS(W, "w:val", styleName);
  properties.prepend(name); // the schema has it first
}

function inside(node, name) {
  return node.getElementsByTagNameNS(W, name)[0];
}
