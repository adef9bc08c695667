// An Excel file as sheets of cells, with the names that cells have.

import { hasComments, textParts } from "./zip.js";
import { isProject, worksheetIn } from "./worksheet-in.js";
import { all, attribute, child, parsed } from "./xml.js";

const WANTED =
  /^docProps\/custom\.xml$|^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/worksheets\/[^/]+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/;
const COMMENTS = /^xl\/(comments\/?[^/]*|threadedComments\/[^/]+)\.xml$/;
const DAYS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]); // built-in formats that show a day
const A_DAY = 86_400_000; // milliseconds
const MOST_ROWS = 2000;
const MOST_COLUMNS = 120;

/**
 * @param {Uint8Array} bytes
 * @returns {{sheets: import("./cells.js").Sheet[], names: import("./cells.js").NamedCell[]}}
 */
export function fromXlsx(bytes) {
  const parts = textParts(bytes, (name) => WANTED.test(name) || COMMENTS.test(name));
  const book = parsed(parts.get("xl/workbook.xml"));
  const strings = parts.has("xl/sharedStrings.xml")
    ? all(parsed(parts.get("xl/sharedStrings.xml")), "si").map(textOf)
    : [];
  const isDay = dayStyles(parts.get("xl/styles.xml"));
  const from1904 = ["1", "true"].includes(attribute(all(book, "workbookPr")[0], "date1904"));
  const files = new Map(
    all(parsed(parts.get("xl/_rels/workbook.xml.rels")), "Relationship").map((relationship) => [
      attribute(relationship, "Id"),
      attribute(relationship, "Target").replace(/^\/?(xl\/)?/, "xl/"),
    ]),
  );
  const sheets = all(book, "sheet").map((sheet) => {
    const id = [...sheet.attributes].find(({ name }) => /:id$/.test(name))?.value;
    const file = parts.get(files.get(id));
    return {
      title: attribute(sheet, "name"),
      ...(file ? cellsIn(parsed(file), strings, isDay, from1904) : { rows: [] }),
    };
  });
  const names = all(book, "definedName").flatMap((definedName) => {
    const at = /^(?:'((?:[^']|'')*)'|([^'!]*))!\$?([A-Z]+)\$?(\d+)$/.exec(definedName.textContent.trim());
    return at
      ? [
          {
            name: attribute(definedName, "name"),
            sheet: (at[1] ?? at[2]).replaceAll("''", "'"),
            column: at[3],
            row: Number(at[4]),
          },
        ]
      : [];
  });
  const worksheet = worksheetIn(`${parts.get("docProps/custom.xml")}\n${strings.join("\n")}`);
  const notes = [...hasComments(parts, COMMENTS), ...(sheets.some(({ isCut }) => isCut) ? ["cut_off"] : [])];
  return { sheets, names, worksheet, project: isProject(parts.get("docProps/custom.xml") ?? ""), notes };
}

// `isCut`: something stands where nothing is read any more.
function cellsIn(xml, strings, isDay, from1904) {
  const rows = [];
  let isCut = false;
  for (const row of all(xml, "row")) {
    const at = (Number(attribute(row, "r")) || rows.length + 1) - 1;
    if (at >= MOST_ROWS) {
      isCut ||= [...row.children].some((cell) => valueOf(cell, strings, isDay, from1904).text);
      continue;
    }
    while (rows.length <= at) rows.push([]);
    let column = -1;
    for (const cell of row.children) {
      const letters = /^[A-Z]+/.exec(attribute(cell, "r") ?? "")?.[0];
      column = letters ? columnNumber(letters) : column + 1;
      const value = valueOf(cell, strings, isDay, from1904);
      if (column < MOST_COLUMNS) rows[at][column] = value;
      else isCut ||= Boolean(value.text);
    }
    for (let empty = 0; empty < rows[at].length; empty += 1) rows[at][empty] ??= { text: "" };
  }
  return { rows, isCut };
}

/**
 * @param {string} letters such as "AB"
 * @returns {number} from 0
 */
export function columnNumber(letters) {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(cell, strings, isDay, from1904) {
  const kind = attribute(cell, "t") ?? "n";
  const raw = child(cell, "v")?.textContent ?? "";
  if (kind === "inlineStr") return { text: textOf(child(cell, "is")) };
  if (kind === "s") return { text: strings[Number(raw)] ?? "" };
  if (kind === "b") return { text: raw === "1" ? "TRUE" : "FALSE", ticked: raw === "1" };
  if (kind === "d") return { text: raw, day: raw.slice(0, 10) };
  if (kind !== "n" || raw === "") return { text: kind === "e" ? "" : unescaped(raw) };
  const number = Number(raw);
  const day = dayOf(number, from1904);
  return isDay.has(Number(attribute(cell, "s") ?? 0))
    ? { text: day, day }
    : { text: plain(number), number, serial: day };
}

function plain(number) {
  return String(Number(number.toPrecision(15)));
}

function dayOf(serial, from1904) {
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(first + Math.floor(serial) * A_DAY);
  return Number.isNaN(day.valueOf()) || serial < 1 ? undefined : day.toISOString().slice(0, 10);
}

// The text of a string with or without runs; what helps to pronounce it is left out.
function textOf(node) {
  const texts = node ? all(node, "t").filter((run) => run.parentNode.localName !== "rPh") : [];
  return unescaped(texts.map((run) => run.textContent).join(""));
}

// Excel writes letters that XML cannot hold as _x000D_.
function unescaped(text) {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}

// The numbers of those styles that show a day.
function dayStyles(text) {
  const days = new Set();
  if (!text) return days;
  const xml = parsed(text);
  const formats = new Map(
    all(xml, "numFmt").map((format) => [Number(attribute(format, "numFmtId")), attribute(format, "formatCode") ?? ""]),
  );
  const styles = [...(all(xml, "cellXfs")[0]?.children ?? [])];
  for (const [at, style] of styles.entries()) {
    const id = Number(attribute(style, "numFmtId"));
    const code = (formats.get(id) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    if (DAYS.has(id) || (/[dy]/i.test(code) && !/[#0]/.test(code))) days.add(at);
  }
  return days;
}
