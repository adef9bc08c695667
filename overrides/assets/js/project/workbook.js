// The whole project in the blank workbook from the site: filled in, and zipped again.

import { projectFact } from "../shared/kept-values.js";
import { bytesAt } from "../shared/site-files.js";
import { strFromU8, unzipSync, zipSync } from "../vendor/fflate/fflate.js";
import { workbookValues } from "./workbook-values.js";

const ZIPPED_AT = new Date(1980, 0, 1); // the first day a zip can name, so that the same answers give the same file
const MIMETYPE = "mimetype"; // OpenDocument: not packed, so that a file's kind can be read off its start
const LEVEL = 3; // packs nearly as small as 6 does, in less time

// Each kind of file, by how its name ends: its media type, and what fills it in.
export const KINDS = {
  xlsx: {
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    filler: () => import("./fill-xlsx.js"),
  },
  ods: { media: "application/vnd.oasis.opendocument.spreadsheet", filler: () => import("./fill-ods.js") },
};

/**
 * Rejects where the blank file cannot be fetched or read.
 * @param {string} suffix a key of KINDS
 * @param {{blank: string, questions: string, scope: string, answersOf: (sheet: object) => object}} project the addresses
 *   of the blank file and of what the worksheets ask; whose it is; and a sheet's answers
 * @returns {Promise<Uint8Array>}
 */
export async function filledWorkbook(suffix, { blank, questions, scope, answersOf }) {
  const [bytes, asked, { fill }] = await Promise.all([
    bytesAt(new URL(blank, document.baseURI)),
    bytesAt(new URL(questions, document.baseURI)),
    KINDS[suffix].filler(),
  ]);
  return filledParts(unzipSync(bytes), JSON.parse(strFromU8(asked)), { fill, scope, answersOf });
}

function filledParts(parts, worksheets, { fill, scope, answersOf }) {
  const values = workbookValues(worksheets, answersOf);
  const [community] = projectFact(scope, "community");
  if (community) values.singles.set("project.community", { text: community });
  fill(parts, values);
  if (parts[MIMETYPE]) parts[MIMETYPE] = [parts[MIMETYPE], { level: 0 }];
  return zipSync(parts, { mtime: ZIPPED_AT, level: LEVEL });
}
