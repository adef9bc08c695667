// A paper's file with its gaps filled: the blank one from the site, each gap found by its id, zipped again.

import { unzipSync, zipSync } from "../vendor/fflate/fflate.js";
import { bytesAt } from "../shared/site-files.js";
import { linesOf } from "./lines.js";

const ZIPPED_AT = new Date(1980, 0, 1); // the first day a zip can name, so that the same words give the same file
const MIMETYPE = "mimetype"; // OpenDocument: not packed, so that a file's kind can be read off its start
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu; // what XML cannot hold

// Each kind of file, by how its name ends: its media type, and what fills it in.
const FILES = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    filler: () => import("./word.js"),
  },
  odt: { type: "application/vnd.oasis.opendocument.text", filler: () => import("./open-text.js") },
  pptx: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    filler: () => import("./slides.js"),
  },
  odp: { type: "application/vnd.oasis.opendocument.presentation", filler: () => import("./open-slides.js") },
};

/**
 * What goes into a file, as each kind's `fill` takes it. `linesFor` gives the lines of a gap, `markOf` what stands after
 * them, `pictures` what stands under the gap that is their `table`, and `end` is the last page.
 * @typedef {{linesFor: (gap: string) => string[], markOf: (gap: string) => string,
 *   pictures: {table: string, alt: string, wide: number, high: number, png: Uint8Array}[],
 *   end: import("./sources.js").EndPart[]}} Content
 */

/**
 * Rejects where the blank file cannot be fetched or read.
 * @param {URL} blank
 * @param {string} suffix a key of FILES
 * @param {Object<string, string>} values by gap
 * @param {{marks: Map<string, string>, end: object[], pictures: object[]}} about
 * @returns {Promise<{type: string, bytes: Uint8Array}>}
 */
export async function filledFile(blank, suffix, values, { marks, end, pictures }) {
  const parts = unzipSync(await bytesAt(blank));
  const { fill } = await FILES[suffix].filler();
  fill(parts, {
    linesFor: (gap) => linesOf(inXml(values[gap] ?? "")),
    markOf: (gap) => marks.get(gap) ?? "",
    pictures: pictures.map((picture) => ({ ...picture, alt: inXml(picture.alt) })),
    end: end.map((part) => ({ ...part, lines: part.lines.map(inXml) })),
  });
  if (parts[MIMETYPE]) parts[MIMETYPE] = [parts[MIMETYPE], { level: 0 }];
  return { type: FILES[suffix].type, bytes: zipSync(parts, { mtime: ZIPPED_AT }) };
}

function inXml(text) {
  return text.replace(NOT_XML, "");
}
