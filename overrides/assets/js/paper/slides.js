// The gaps of a paper's PowerPoint file: each is a run that carries the gap's id.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { inOneLine } from "./lines.js";

const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
const P = "http://schemas.openxmlformats.org/presentationml/2006/main";
const PARTS = /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/;
const MARK = "bmk"; // of a run's properties: ECMA-376 part 1, 21.1.2.3.9
const FULL = 620; // letters that fill a slide, at the size of its text
const LINE = 55; // letters a line, so that short lines count as whole ones
const SMALLEST = 45; // per cent: smaller cannot be read

/** @param {Record<string, Uint8Array>} parts @param {(gap: string) => string[]} linesFor */
export function fill(parts, linesFor) {
  for (const name of Object.keys(parts).filter((part) => PARTS.test(part))) {
    const xml = xmlOf(parts[name]);
    for (const face of [...xml.getElementsByTagNameNS(A, "rPr")].filter((each) => each.hasAttribute(MARK))) {
      const lines = linesFor(face.getAttribute(MARK));
      if (lines.length) put(face.parentNode, lines);
    }
    for (const body of xml.getElementsByTagNameNS(P, "txBody")) shrink(body);
    parts[name] = partOf(xml);
  }
}

function put(run, lines) {
  const paragraph = run.parentNode;
  if (lines.length === 1 || paragraph.textContent !== run.textContent) return write(run, inOneLine(lines));
  for (const line of lines) {
    const item = paragraph.cloneNode(true);
    write(item.getElementsByTagNameNS(A, "r")[0], line);
    item.getElementsByTagNameNS(A, "buNone")[0]?.remove();
    paragraph.before(item);
  }
  paragraph.remove();
}

function write(run, line) {
  run.getElementsByTagNameNS(A, "rPr")[0].removeAttribute(MARK);
  run.getElementsByTagNameNS(A, "t")[0].textContent = line;
}

// A program shrinks the text by itself only when somebody types: what is filled in here must fit at once.
function shrink(body) {
  const fit = body.getElementsByTagNameNS(A, "normAutofit")[0];
  const letters = [...body.getElementsByTagNameNS(A, "p")]
    .map(({ textContent }) => Math.max(LINE, Math.ceil(textContent.length / LINE) * LINE))
    .reduce((sum, each) => sum + each, 0);
  if (!fit || letters <= FULL) return;
  const scale = Math.max(SMALLEST, Math.round(100 * Math.sqrt(FULL / letters)));
  fit.setAttribute("fontScale", `${scale * 1000}`);
}
