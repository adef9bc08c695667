// What a council's name gives away: its place, the kind of place, a folder's name and initials. The patterns come from
// the page, which has them from macros/scaffold/council_names.py.

import { filled } from "../shared/text.js";

/**
 * @typedef {{round: [string, string][], article: string, small: string[]}} NameRules
 */

/** @param {string} council @param {NameRules} rules @returns {{place: string, kind: string}} the kind may be empty */
export function placeOf(council, { round }) {
  const name = council.trim();
  const short = name.replace(/^the /i, "");
  for (const [pattern, kind] of round) {
    const match = new RegExp(pattern, "i").exec(short);
    if (match) return { place: match.groups.place.trim(), kind };
  }
  return { place: name, kind: "" };
}

/**
 * A likely name of the programme; a name that is digital already stays as it is.
 * @param {string} place @param {string} pattern with "{place}" in it @returns {string}
 */
export function programmeOf(place, pattern) {
  return /\b(?:digital|digidol)\b/i.test(place) ? place : filled(pattern, { place });
}

/** @param {string} place @param {NameRules} rules @returns {string} "the Isle of Wight", or nothing */
export function withArticle(place, { article }) {
  return new RegExp(`^(?:${article})`, "i").test(place) ? `the ${place}` : "";
}

/** @param {string} place @returns {string} "Ynys Môn" is "ynys-mon"; it may be empty */
export function folderName(place) {
  const plain = place
    .replaceAll("&", " and ")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`]/g, "");
  return (plain.match(/[a-z0-9]+/g) ?? []).join("-");
}

/** @param {string} place @param {NameRules} rules @returns {string} up to three capital letters */
export function initials(place, { small }) {
  const words = (place.match(/[\p{L}][\p{L}\d_'’]*/gu) ?? []).filter((word) => !small.includes(word.toLowerCase()));
  return words
    .slice(0, 3)
    .map((word) => word[0].toUpperCase())
    .join("");
}
