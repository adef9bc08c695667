// Pictures in an office file: each stands under what it shows, and a list of the file names each.

import { partOf, xmlOf } from "./xml-part.js";

/**
 * @param {Record<string, Uint8Array>} parts of the file; they are changed
 * @param {string} list the part that lists what the file holds
 * @param {object[]} pictures see svg-picture.js
 * @param {(table: string) => Element | undefined} tableOf finds what the picture stands under, by its `table`
 * @param {(listed: XMLDocument, picture: object, number: number) => Element} place takes the picture into the file and
 *   its list, and gives the paragraph that shows it
 */
export function placePictures(parts, list, pictures, tableOf, place) {
  if (!pictures.length) return;
  const listed = xmlOf(parts[list]);
  for (const [at, picture] of pictures.entries()) {
    const table = tableOf(picture.table);
    if (table) table.after(place(listed, picture, at + 1));
  }
  parts[list] = partOf(listed);
}
