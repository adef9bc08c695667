// A CSV file as one block, whatever program wrote it: with commas, semicolons or tabs, in UTF-8, UTF-16 or as Excel does.

import { worksheetIn } from "./worksheet-in.js";

const FORMULA = /^'(?=\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/; // the mark that our own files put before what looks like one
const MOST_CELLS = 200_000;

/**
 * @param {Uint8Array} bytes
 * @returns {{blocks: import("./blocks.js").Block[]}}
 */
export function fromCsv(bytes) {
  const text = decoded(bytes)
    .replace(/^\uFEFF/, "")
    .replace(/^sep=(.)\r?\n/, "");
  const { rows, isCut } = cellsIn(text, separatorOf(text));
  const worksheet = rows.find(([key]) => key === "Worksheet")?.[1] || worksheetIn(text);
  return {
    worksheet,
    notes: isCut ? ["cut_off"] : [],
    blocks: [{ rows: rows.map((row) => row.map((cell) => ({ text: cell.replace(FORMULA, ""), names: [] }))) }],
  };
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// The mark that stands most often outside quotes.
function separatorOf(text) {
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((mark) => [mark, bare.split(mark).length]);
  return counted.sort(([, count], [, other]) => other - count)[0][0];
}

function cellsIn(text, separator) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  let count = 0;
  const end = () => {
    rows.at(-1).push(cell);
    cell = "";
    count += 1;
  };
  let at = 0;
  for (; at < text.length && count < MOST_CELLS; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === separator) end();
    else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && text[at + 1] === "\n") at += 1;
      end();
      rows.push([]);
    } else cell += letter;
  }
  end();
  return {
    rows: rows.map((row) => row.map((cell) => cell.replace(/\r\n?/g, "\n"))),
    isCut: /[^\s,;"]/.test(text.slice(at)),
  };
}
