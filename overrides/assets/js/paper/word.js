// The paper's Word file with its gaps filled: the blank one from the site, its controls filled, zipped again.

import { strFromU8, strToU8, unzipSync, zipSync } from "../vendor/fflate/fflate.js";
import { bytesAt } from "../shared/site-files.js";
import { linesOf } from "./gaps.js";

const MAIN = "word/document.xml";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const ZIPPED_AT = new Date(1980, 0, 1); // the first day a zip can name, so that the same words give the same file
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu; // what XML cannot hold

/** @param {URL} blank @param {Object<string, string>} values by gap @returns {Promise<Uint8Array>} */
export async function asWord(blank, values) {
  const parts = unzipSync(await bytesAt(blank));
  const xml = new DOMParser().parseFromString(strFromU8(parts[MAIN]), "application/xml");
  if (xml.querySelector("parsererror")) throw new Error("The Word file cannot be read.");
  for (const control of xml.getElementsByTagNameNS(W, "sdt")) {
    const name = control.getElementsByTagNameNS(W, "tag")[0]?.getAttributeNS(W, "val");
    const lines = linesOf((values[name] ?? "").replace(NOT_XML, ""));
    if (lines.length) fill(control, lines);
  }
  const text = new XMLSerializer().serializeToString(xml);
  parts[MAIN] = strToU8(
    text.startsWith("<?xml") ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`,
  );
  return zipSync(parts, { mtime: ZIPPED_AT });
}

// Lines stand one below the other where the control is alone in its paragraph, else one after the other.
function fill(control, lines) {
  const alone = control.parentNode.textContent === control.textContent;
  control.getElementsByTagNameNS(W, "showingPlcHdr")[0]?.remove();
  const run = control.getElementsByTagNameNS(W, "r")[0];
  run.getElementsByTagNameNS(W, "rPr")[0]?.remove(); // the grey of a question
  for (const old of [...run.childNodes]) old.remove();
  const shown = alone && lines.length > 1 ? lines.map((line) => `- ${line}`) : [lines.join("; ")];
  if (shown.length > 1) control.getElementsByTagNameNS(W, "text")[0]?.remove(); // plain text has no line breaks
  shown.forEach((line, at) => {
    if (at) run.append(run.ownerDocument.createElementNS(W, "w:br"));
    const words = run.ownerDocument.createElementNS(W, "w:t");
    words.setAttribute("xml:space", "preserve");
    words.textContent = line;
    run.append(words);
  });
}
