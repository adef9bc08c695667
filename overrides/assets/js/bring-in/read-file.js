// Which reader a file needs: by what it holds, not by its name, since people rename files.

import { strFromU8 } from "../vendor/fflate/fflate.js";
import { Unreadable } from "./unreadable.js";

const LARGEST = 25_000_000; // bytes of a file: a filled form has a fiftieth of that
const LARGEST_TEXT = 5_000_000;

/**
 * What a file holds: blocks of a document or of sheets of cells, or answers by name. `notes`: what of it is not read, each
 * as a word that the page has a sentence for.
 * @typedef {{blocks?: import("./blocks.js").Block[], named?: Map<string, import("./blocks.js").Place>, worksheet?: string, project?: boolean, notes?: string[]}} Content
 */

/**
 * @param {File} file
 * @returns {Promise<Content>}
 * @throws {import("./unreadable.js").Unreadable} always with a word, whatever is wrong
 */
export async function readFile(file) {
  if (file.size > LARGEST) throw new Unreadable("too_large");
  if (!file.size) throw new Unreadable("empty");
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await readerOf(bytes)(bytes);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("damaged");
  }
}

// What a file begins with, and what reads it.
const BEGINNINGS = [
  { begins: "PK", read: office },
  { begins: "%PDF", within: 1024, read: async (bytes) => (await import("./pdf.js")).fromPdf(bytes) },
  { begins: "\u00D0\u00CF\u0011\u00E0", read: refuse("old_or_locked") },
  { begins: "{\\rtf", read: refuse("wrong_type") },
  { begins: "{", within: 16, read: async (bytes) => (await import("./json.js")).fromJson(bytes) },
];

function readerOf(bytes) {
  const start = strFromU8(bytes.subarray(0, 1100), true);
  const type = BEGINNINGS.find(({ begins, within = 0 }) => {
    const at = start.indexOf(begins);
    return at >= 0 && at <= within && (begins !== "{" || /^(\u00EF\u00BB\u00BF)?\s*\{/.test(start));
  });
  return type?.read ?? text;
}

function refuse(word) {
  return () => {
    throw new Unreadable(word);
  };
}

async function text(bytes) {
  const { decoded, fromCsv } = await import("./csv.js");
  if (bytes.length > LARGEST_TEXT) throw new Unreadable("too_large");
  const start = decoded(bytes.subarray(0, 4000));
  if (/[\u0000-\u0008\u000E-\u001F]/.test(start) || /^\s*<(!doctype|html|\?xml|svg)/i.test(start))
    throw new Unreadable("wrong_type");
  return fromCsv(bytes);
}

// The parts by which each kind of office file is known, and what reads it.
const OFFICE = [
  { part: /word\/document\d*\.xml/, read: async (bytes) => (await import("./docx.js")).fromDocx(bytes) },
  { part: /xl\/workbook\.xml/, read: async (bytes) => cells(await import("./xlsx.js"), "fromXlsx", bytes) },
  {
    part: /application\/vnd\.oasis\.opendocument\.text/,
    read: async (bytes) => (await import("./odf.js")).fromOdt(bytes),
  },
  {
    part: /application\/vnd\.oasis\.opendocument\.spreadsheet/,
    read: async (bytes) => cells(await import("./odf.js"), "fromOds", bytes),
  },
];

// The names of the parts stand in the archive as they are, and so does the type of an OpenDocument file at its start.
async function office(bytes) {
  const start = strFromU8(bytes.subarray(0, 200), true);
  const end = strFromU8(bytes.subarray(Math.max(0, bytes.length - 200_000)), true);
  const type = OFFICE.find(({ part }) => part.test(start) || part.test(end));
  if (!type) throw new Unreadable("wrong_type");
  return type.read(bytes);
}

async function cells(module, name, bytes) {
  const { asBlocks } = await import("./cells.js");
  return asBlocks(module[name](bytes));
}
