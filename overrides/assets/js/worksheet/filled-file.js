// A sheet's answers in a file of an office program: the blank one from the site, filled in, zipped again.

import { unzipSync, zipSync } from "../vendor/fflate/fflate.js";
import { bytesAt } from "../shared/site-files.js";
import { putOwner } from "./owner.js";

const ZIPPED_AT = new Date(1980, 0, 1); // the first day a zip can name, so that the same answers give the same file
const MIMETYPE = "mimetype"; // OpenDocument: not packed, so that a file's kind can be read off its start

// Each kind of file, by how its name ends: its media type, and what fills it in.
export const FILES = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    filler: () => import("./word.js"),
  },
  odt: { type: "application/vnd.oasis.opendocument.text", filler: () => import("./open-text.js") },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    filler: () => import("./excel.js"),
  },
  ods: { type: "application/vnd.oasis.opendocument.spreadsheet", filler: () => import("./open-sheet.js") },
};

/**
 * The blank file of this sheet, filled in. Rejects where it cannot be fetched or read.
 * @param {object} sheet see sheet.js
 * @param {string} suffix a key of FILES
 * @returns {Promise<Uint8Array>}
 */
export async function filledFile(sheet, suffix) {
  const blank = JSON.parse(sheet.form.dataset.blanks)[suffix];
  const parts = unzipSync(await bytesAt(new URL(blank, document.baseURI)));
  const { fill } = await FILES[suffix].filler();
  fill(parts, sheet);
  putOwner(parts);
  if (parts[MIMETYPE]) parts[MIMETYPE] = [parts[MIMETYPE], { level: 0 }];
  return zipSync(parts, { mtime: ZIPPED_AT });
}
