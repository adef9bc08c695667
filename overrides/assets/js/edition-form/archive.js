// A zip archive written again with some of its files changed: what stays as it is is copied as it lies there, packed.
// Every size stands in front of its file, since some programs cannot unpack archives that say it behind.

import { deflateSync, inflateSync, strFromU8, strToU8 } from "../vendor/fflate/fflate.js";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const LONGEST_COMMENT = 65535;
const DEFLATED = 8;
const STORED = 0;
const UTF8 = 0x800; // the flag that says how names are written
const MADE_BY = 0x0314; // Unix, so that what it says of who may read a file counts
const READABLE = 0o100644 * 0x10000;

/**
 * A file in an archive. `packed` are its bytes as they lie there.
 * @typedef {{name: string, method: number, time: number, crc: number, size: number, packed: Uint8Array}} Entry
 */

/** @param {Uint8Array} bytes @returns {Entry[]} empty where these are no archive */
export function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_SIZE;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) return [];
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left && view.getUint32(at, true) === CENTRAL; left -= 1) {
    const [nameSize, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const local = view.getUint32(at + 42, true);
    const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      name: strFromU8(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize)),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
    });
    at += CENTRAL_SIZE + nameSize + extra + comment;
  }
  return entries;
}

/** @param {Entry} entry @returns {Uint8Array} what the file holds */
export function contentOf({ method, packed, size }) {
  return method === DEFLATED ? inflateSync(packed, { out: new Uint8Array(size) }) : packed;
}

/** @param {string} name @param {Uint8Array} content @param {number} time as another entry has it @returns {Entry} */
export function entry(name, content, time) {
  const packed = deflateSync(content);
  const method = packed.length < content.length ? DEFLATED : STORED;
  return {
    name,
    method,
    time,
    crc: crc32(content),
    size: content.length,
    packed: method === DEFLATED ? packed : content,
  };
}

/** @param {Entry[]} entries @returns {Uint8Array[]} the archive, in pieces */
export function archive(entries) {
  const pieces = [];
  const list = [];
  let at = 0;
  for (const file of entries) {
    const name = strToU8(file.name);
    const local = record(LOCAL_SIZE, LOCAL, [[4, 2, 20], ...shared(file, name, 6)]);
    const central = record(CENTRAL_SIZE, CENTRAL, [
      [4, 2, MADE_BY],
      [6, 2, 20],
      ...shared(file, name, 8),
      [38, 4, READABLE],
      [42, 4, at],
    ]);
    pieces.push(local, name, file.packed);
    list.push(central, name);
    at += LOCAL_SIZE + name.length + file.packed.length;
  }
  const size = list.reduce((sum, part) => sum + part.length, 0);
  const end = record(END_SIZE, END, [
    [8, 2, entries.length],
    [10, 2, entries.length],
    [12, 4, size],
    [16, 4, at],
  ]);
  return [...pieces, ...list, end];
}

// The same in both records, from a place on: how it is packed, when it was made, its sum and sizes.
function shared({ method, time, crc, size, packed }, name, from) {
  return [
    [from, 2, UTF8],
    [from + 2, 2, method],
    [from + 4, 4, time],
    [from + 8, 4, crc],
    [from + 12, 4, packed.length],
    [from + 16, 4, size],
    [from + 20, 2, name.length],
  ];
}

function record(size, signature, values) {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  for (const [place, width, value] of values) {
    if (width === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value >>> 0, true);
  }
  return bytes;
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ SUMS[(sum ^ byte) & 255];
  return (sum ^ 0xffffffff) >>> 0;
}
