// What a browser's storage holds of this site. Other editions of the toolkit on the same host keep theirs under other
// paths, and other sites' things are not ours to list.

import { readAnswers } from "../shared/storage.js";

const ASIDE = ":damaged"; // see shared/storage.js

/**
 * One thing that is kept, in any project. `sheet`: its name without the site's path, such as "worksheet:partner-map" or "checklists".
 * @typedef {{key: string, text: string, sheet: string, bytes: number, day: number, isDamaged: boolean}} Kept
 */

/**
 * Everything that is kept of the site at `root`.
 * @param {Storage} area
 * @param {string} root the path of the site's root
 * @returns {Kept[]} in the order of their names; `day` in milliseconds, 0 where none is known
 */
export function keptIn(area, root) {
  const keys = Array.from({ length: area.length }, (_, at) => area.key(at));
  return keys
    .map((key) => ({ key, sheet: sheetOf(key, root) }))
    .filter(({ sheet }) => sheet)
    .sort((first, second) => (first.key < second.key ? -1 : 1))
    .map(({ key, sheet }) => {
      const text = area.getItem(key);
      const { found: state, answers } = readAnswers(text);
      const isDamaged = key.endsWith(ASIDE) || (state === "damaged" && isOfAnswers(sheet));
      return { key, text, sheet, bytes: bytesOf(text), day: answers?.latest ?? 0, isDamaged };
    });
}

// Nothing where the key is not of this site.
function sheetOf(key, root) {
  const [, kind, path, id = ""] = /^([a-z-]+):(\/[^:]*)(:.*)?$/.exec(key) ?? [];
  if (path?.split("#")[0] !== root) return ""; // what follows a "#" is a project's id: see shared/scope.js
  return `${kind}${id.endsWith(ASIDE) ? id.slice(0, -ASIDE.length) : id}`;
}

function isOfAnswers(sheet) {
  return sheet === "checklists" || sheet.startsWith("worksheet:");
}

/**
 * How many bytes a text has in UTF-8.
 * @param {string} text
 * @returns {number}
 */
export function bytesOf(text) {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
