// The parts of an office file, which is a zip archive, with limits: what claims or gives more than a filled form can have
// is not unpacked any further. Nothing in the archive is run.

import { joined } from "../shared/bytes.js";
import { strFromU8, Unzip, UnzipInflate } from "../vendor/fflate/fflate.js";
import { Unreadable } from "./unreadable.js";

const LARGEST_PART = 30_000_000; // bytes, unpacked: a sheet with its forty rows full has a hundredth of that
const MOST_PARTS = 2000;
const AT_ONCE = 1 << 14; // bytes put in before the sum is looked at: sixteen million may come out of them, not more
const MACROS = /(^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i;
const LOCKED = 1; // the bit of a part's flags that says it needs a password

/**
 * Unpacks those parts that `wanted` lets through.
 * @param {Uint8Array} bytes
 * @param {(name: string) => boolean} wanted
 * @returns {Map<string, string>} the text of each, by name
 * @throws {Unreadable} for a bomb, macros or a password
 */
export function textParts(bytes, wanted) {
  const parts = new Map();
  let count = 0;
  let size = 0;
  const unzip = new Unzip((file) => {
    count += 1;
    if (count > MOST_PARTS) throw new Unreadable("bomb");
    if (MACROS.test(file.name)) throw new Unreadable("macros");
    if (!wanted(file.name)) return;
    if (file.originalSize > LARGEST_PART) throw new Unreadable("bomb");
    const chunks = [];
    file.ondata = (error, chunk, last) => {
      if (error) throw error;
      size += chunk.length;
      if (size > LARGEST_PART) throw new Unreadable("bomb");
      chunks.push(chunk);
      if (last) parts.set(file.name, strFromU8(joined(chunks)));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  if (bytes[6] & LOCKED) throw new Unreadable("locked");
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    unzip.push(bytes.subarray(at, at + AT_ONCE), at + AT_ONCE >= bytes.length);
  return parts;
}

/**
 * What is to be said where somebody wrote comments into a file: no answer, so that they are not read.
 * @param {Map<string, string>} parts
 * @param {RegExp} where the parts that hold comments
 * @returns {string[]} words that the page has a sentence for
 */
export function hasComments(parts, where) {
  const isWritten = [...parts].some(
    ([name, text]) => where.test(name) && /<([\w-]+:)?(comment|annotation)\b/i.test(text),
  );
  return isWritten ? ["has_comments"] : [];
}
