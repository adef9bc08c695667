// The gaps of a paper's PowerPoint file: each is a run that carries the gap's id.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { addSlide, slides } from "./added-slides.js";
import { inOneLine } from "./lines.js";
import { A, P, showPicture, writeSlide } from "./slide-content.js";
import { onSlides } from "./slide-sizes.js";

const PARTS = /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/;
const MARK = "bmk"; // of a run's properties: ECMA-376 part 1, 21.1.2.3.9
const FULL = 620; // letters that fill a slide, at the size of its text
const LINE = 55; // letters a line, so that short lines count as whole ones
const SMALLEST = 45; // per cent: smaller cannot be read
const RAISED = "30000"; // thousandths of a per cent

/** @param {Record<string, Uint8Array>} parts @param {import("./filled-file.js").Content} content */
export function fill(parts, { linesFor, markOf, pictures, end }) {
  const places = new Map(); // the slide of each gap's first place
  for (const name of [...slides(parts), ...Object.keys(parts).filter((part) => part.startsWith("ppt/notesSlides/"))]) {
    if (!PARTS.test(name)) continue;
    const xml = xmlOf(parts[name]);
    for (const face of [...xml.getElementsByTagNameNS(A, "rPr")].filter((each) => each.hasAttribute(MARK))) {
      const gap = face.getAttribute(MARK);
      const lines = linesFor(gap);
      if (!lines.length) continue;
      put(face.parentNode, lines, markOf(gap));
      if (!places.has(gap) && name.startsWith("ppt/slides/")) places.set(gap, name);
    }
    shrinkAll(xml);
    parts[name] = partOf(xml);
  }
  for (const [at, picture] of [...pictures.entries()].reverse()) {
    const place = places.get(picture.table);
    if (place)
      addSlide(parts, { after: place, like: place }, (slide, links) =>
        showPicture(parts, slide, links, picture, at + 1),
      );
  }
  const [like] = slides(parts); // a picture has the place of the words on other slides
  let after = slides(parts).at(-1);
  for (const part of onSlides(end))
    after = addSlide(parts, { after, like }, (slide) => {
      writeSlide(slide, part);
      shrinkAll(slide);
    });
}

function put(run, lines, mark) {
  const paragraph = run.parentNode;
  if (lines.length === 1 || paragraph.textContent !== run.textContent) return write(run, inOneLine(lines), mark);
  for (const [at, line] of lines.entries()) {
    const item = paragraph.cloneNode(true);
    write(item.getElementsByTagNameNS(A, "r")[0], line, at === lines.length - 1 ? mark : "");
    item.getElementsByTagNameNS(A, "buNone")[0]?.remove();
    paragraph.before(item);
  }
  paragraph.remove();
}

function write(run, line, mark) {
  run.getElementsByTagNameNS(A, "rPr")[0].removeAttribute(MARK);
  run.getElementsByTagNameNS(A, "t")[0].textContent = line;
  if (!mark) return;
  const raised = run.cloneNode(true);
  raised.getElementsByTagNameNS(A, "rPr")[0].setAttribute("baseline", RAISED);
  raised.getElementsByTagNameNS(A, "t")[0].textContent = mark;
  run.after(raised);
}

function shrinkAll(xml) {
  for (const body of xml.getElementsByTagNameNS(P, "txBody")) shrink(body);
}

// A program shrinks the text by itself only when somebody types: what is filled in here must fit at once.
function shrink(body) {
  const fit = body.getElementsByTagNameNS(A, "normAutofit")[0];
  const letters = [...body.getElementsByTagNameNS(A, "p")]
    .map(({ textContent }) => Math.max(LINE, Math.ceil(textContent.length / LINE) * LINE))
    .reduce((sum, each) => sum + each, 0);
  if (!fit || letters <= FULL) return fit?.removeAttribute("fontScale");
  const scale = Math.max(SMALLEST, Math.round(100 * Math.sqrt(FULL / letters)));
  fit.setAttribute("fontScale", `${scale * 1000}`);
}
