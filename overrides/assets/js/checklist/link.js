// Ticks in the part of an address after the #, which no browser sends to anyone: "#ticks=1.<how many>.<codes>".

import { namesOf } from "./items.js";

const VERSION = "1";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LONG = 4; // letters of a code: an item's id in full would make the link too long to send

/**
 * A short name for an item, the same in every version (FNV-1a, the upper bits folded in).
 * @param {string} key
 * @returns {string} four letters
 */
export function code(key) {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  const folded = (hash ^ (hash >>> 24)) & 0xffffff;
  return Array.from({ length: LONG }, (_, at) => LETTERS[(folded >>> (6 * at)) & 63]).join("");
}

/**
 * The address that brings these ticks.
 * @param {string[]} keys
 * @param {string} address of the page that takes them
 * @returns {string}
 */
export function asLink(keys, address) {
  return `${address.split("#")[0]}#ticks=${VERSION}.${keys.length}.${keys.map(code).join("")}`;
}

/**
 * Reads the end of such an address.
 * @param {string} hash from "#" on
 * @param {object[]} lists the site's checklists
 * @returns {{keys: string[], lost: number} | {wrong: string} | undefined} `lost` is how many this toolkit does not
 *   know; `wrong` the word of a message; undefined where there are no ticks in it
 */
export function fromLink(hash, lists) {
  const text = /^#ticks=(.*)$/.exec(hash)?.[1];
  if (text === undefined) return undefined;
  const [version, count, codes = "", ...more] = text.split(".");
  if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) return { wrong: "link_newer" };
  if (version !== VERSION || more.length || !/^\d+$/.test(count) || codes.length !== count * LONG)
    return { wrong: "link_damaged" };
  const known = new Map(
    lists.flatMap((list) => list.items.flatMap((item) => namesOf(item).map((one) => [code(one), item.key]))),
  );
  const found = codes.match(new RegExp(`.{${LONG}}`, "g")) ?? [];
  const keys = [...new Set(found.map((one) => known.get(one)).filter(Boolean))];
  return { keys, lost: found.filter((one) => !known.has(one)).length };
}
