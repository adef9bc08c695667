// Ticks in the part of an address after the #, which no browser sends to anyone: "#ticks=2.<how many>.<codes>". Links of
// version 1 have four letters a code, large and small, "-" and "_": mail and Markdown harm those, so that now five small
// letters and digits name an item. How many there are says whether the link came whole.

import { asSent } from "../shared/carried.js";
import { namesOf } from "./items.js";

const START = "#ticks=";
// How each version writes a code: its letters, how many of them, and how many bits each holds.
const VERSIONS = {
  1: { letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", long: 4, bits: 6 },
  2: { letters: "abcdefghijklmnopqrstuvwxyz234567", long: 5, bits: 5 },
};
const NEWEST = 2;

/**
 * A short name for an item, the same in every version of the toolkit (FNV-1a, the upper bits folded in).
 * @param {string} key
 * @param {number} [version] of the link
 * @returns {string}
 */
export function code(key, version = NEWEST) {
  const { letters, long, bits } = VERSIONS[version];
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  const folded = (hash ^ (hash >>> 24)) & 0xffffff;
  return Array.from({ length: long }, (_, at) => letters[(folded >>> (bits * at)) & (2 ** bits - 1)]).join("");
}

/**
 * The address that brings these ticks.
 * @param {string[]} keys
 * @param {string} address of the page that takes them
 * @returns {string}
 */
export function asLink(keys, address) {
  const codes = keys.map((key) => code(key)).join("");
  return `${address.split("#")[0]}${START}${NEWEST}.${keys.length}.${codes}`;
}

/**
 * Reads the end of such an address, and of a damaged one what can still be read.
 * @param {string} hash from "#" on
 * @param {object[]} lists the site's checklists
 * @returns {{keys: string[], lost: number, missing: number} | {wrong: string} | undefined} `lost` is how many this
 *   toolkit does not know, `missing` how many did not arrive; `wrong` the word of a message; undefined where there are
 *   no ticks in it
 */
export function fromLink(hash, lists) {
  if (!hash.toLowerCase().startsWith(START)) return undefined;
  const [, number, count, codes] =
    /^(\d+)\.(\d+)(?:\.([\w-]*))?/.exec(asSent(hash.slice(START.length)).replace(/=?\s/g, "")) ?? [];
  const version = Number(number);
  if (version > NEWEST) return { wrong: "link_newer" };
  if (!VERSIONS[version]) return { wrong: "link_damaged" };
  const sent = Number(count);
  const items = lists.flatMap((list) => list.items.flatMap((item) => namesOf(item).map((name) => [name, item.key])));
  const known = new Map(items.map(([name, key]) => [code(name, version), key]));
  const { found: keys, lost } = read(codes ?? "", sent, known, VERSIONS[version].long);
  const missing = Math.max(0, sent - keys.length - lost);
  if (missing && !keys.length) return { wrong: "link_damaged" };
  return { keys: [...new Set(keys)], lost, missing };
}

// The items that the codes name. Where one is unknown, a letter may have gone missing: then the next known code is
// looked for, but only in a link that is not as long as it should be.
function read(codes, sent, known, long) {
  const small = new Map([...known].map(([name, key]) => [name.toLowerCase(), key])); // some programs write all small
  const whole = codes.slice(0, sent * long);
  const isWhole = whole.length === sent * long;
  const keys = [];
  let lost = 0;
  for (let at = 0; at + long <= whole.length && keys.length + lost < sent; ) {
    const name = whole.slice(at, at + long);
    const key = known.get(name) ?? small.get(name.toLowerCase());
    if (key) keys.push(key);
    else if (isWhole) lost += 1;
    at += key || isWhole ? long : 1;
  }
  return { found: keys, lost };
}
