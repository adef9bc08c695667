// OpenDocument: a text as blocks, a spreadsheet as sheets of cells, and what both have in common.

import { hasComments, textParts } from "./zip.js";
import { isProject, worksheetIn } from "./worksheet-in.js";
import { all, attribute, child, parsed } from "./xml.js";
import { Unreadable } from "./unreadable.js";

const PASSED_OVER = new Set(
  "tracked-changes placeholder annotation annotation-end note forms sequence-decls variable-decls user-field-decls".split(
    " ",
  ),
);
const ABOUT_PICTURES = /svg/; // the namespace of what is said of a picture to those who do not see it
const WANTED = new Set(["content.xml", "meta.xml", "styles.xml", "META-INF/manifest.xml"]);
const MOST_ROWS = 2000;
const MOST_COLUMNS = 120;

/** The content of the file. Throws Unreadable where it is locked with a password. */
function contentOf(bytes) {
  const parts = textParts(bytes, (name) => WANTED.has(name));
  if (/<(\w+:)?encryption-data\b/.test(parts.get("META-INF/manifest.xml") ?? "")) throw new Unreadable("locked");
  const worksheet = worksheetIn(`${parts.get("meta.xml")}\n${parts.get("styles.xml")}\n${parts.get("content.xml")}`);
  const notes = hasComments(parts, /^content\.xml$/);
  return { xml: parsed(parts.get("content.xml")), worksheet, project: isProject(parts.get("meta.xml") ?? ""), notes };
}

/**
 * @param {Uint8Array} bytes
 * @returns {{blocks: import("./blocks.js").Block[]}} an answer stands where a bookmark has the box's name
 */
export function fromOdt(bytes) {
  const { xml, worksheet, notes } = contentOf(bytes);
  return { blocks: blocksIn(child(all(xml, "body")[0], "text") ?? all(xml, "body")[0]), worksheet, notes };
}

function blocksIn(node) {
  return [...node.children].flatMap((part) => {
    if (part.localName === "p" || part.localName === "h") return [place(part)];
    if (part.localName === "table") return [{ rows: rowsIn(part).map(({ row }) => cellsIn(row)) }];
    return PASSED_OVER.has(part.localName) ? [] : blocksIn(part);
  });
}

function place(node) {
  const cell = { names: [], ...(node.localName === "h" && { isHeading: true }) };
  cell.text = textOf(node, cell).replace(/^ +| +$/gm, "");
  return cell;
}

function textOf(node, cell) {
  let text = "";
  let paragraphs = 0;
  for (const part of node.childNodes) {
    if (part.nodeType === Node.TEXT_NODE) text += part.data.replace(/[ \t\r\n]+/g, " ");
    if (part.nodeType !== Node.ELEMENT_NODE || PASSED_OVER.has(part.localName)) continue;
    if (ABOUT_PICTURES.test(part.namespaceURI)) continue;
    if (part.localName.startsWith("bookmark") && part.localName !== "bookmark-end")
      cell.names.push(attribute(part, "name"));
    if (part.localName === "p" || part.localName === "h") {
      if (paragraphs) text += "\n";
      paragraphs += 1;
    }
    text += MARKS[part.localName]?.(part) ?? textOf(part, cell);
  }
  return paragraphs ? text.replace(/^ | $/g, "") : text;
}

const MARKS = {
  s: (node) => " ".repeat(Math.min(Number(attribute(node, "c")) || 1, 1000)),
  tab: () => "\t",
  "line-break": () => "\n",
  label: () => "", // an entry of a list to choose from: what was chosen stands beside it
};

// Rows, also those in groups and header rows, with how often each is repeated.
function rowsIn(node) {
  return [...node.children].flatMap((part) => {
    if (part.localName === "table-row")
      return [{ row: part, times: Number(attribute(part, "number-rows-repeated")) || 1 }];
    return part.localName.startsWith("table-") ? rowsIn(part) : [];
  });
}

function cellsIn(row) {
  const cells = [];
  for (const cell of row.children) {
    if (!cell.localName.endsWith("table-cell")) continue;
    const times = Math.min(Number(attribute(cell, "number-columns-repeated")) || 1, MOST_COLUMNS - cells.length);
    for (let at = 0; at < times; at += 1) cells.push(place(cell));
  }
  return cells;
}

/**
 * @param {Uint8Array} bytes
 * @returns {{sheets: import("./cells.js").Sheet[], names: import("./cells.js").NamedCell[]}}
 */
export function fromOds(bytes) {
  const { xml, worksheet, project, notes } = contentOf(bytes);
  const sheets = all(xml, "table").map((table) => ({ title: attribute(table, "name"), ...valuesIn(table) }));
  if (sheets.some(({ isCut }) => isCut)) notes.push("cut_off");
  const names = all(xml, "named-range").flatMap((range) => {
    const at = /^\$?(?:'((?:[^']|'')*)'|([^.]*))\.\$?([A-Z]+)\$?(\d+)/.exec(
      attribute(range, "cell-range-address") ?? "",
    );
    return at
      ? [
          {
            name: attribute(range, "name"),
            sheet: (at[1] ?? at[2]).replaceAll("''", "'"),
            column: at[3],
            row: Number(at[4]),
          },
        ]
      : [];
  });
  return { sheets, names, worksheet, project, notes };
}

// Empty cells and rows count only where something comes after them: a program fills a sheet up to its last row with them.
// `isCut`: something stands where nothing is read any more.
function valuesIn(table) {
  const rows = [];
  let isCut = false;
  let emptyRows = 0;
  for (const { row, times } of rowsIn(table)) {
    const cells = [];
    let emptyCells = 0;
    for (const cell of row.children) {
      if (!cell.localName.endsWith("table-cell")) continue;
      const wide = Number(attribute(cell, "number-columns-repeated")) || 1;
      if (!cell.firstElementChild && !attribute(cell, "value-type")) {
        emptyCells += wide;
        continue;
      }
      while (emptyCells && cells.length < MOST_COLUMNS) {
        cells.push({ text: "" });
        emptyCells -= 1;
      }
      for (let at = 0; at < wide && cells.length < MOST_COLUMNS; at += 1) cells.push(valueOf(cell));
      isCut ||= cells.length >= MOST_COLUMNS && Boolean(valueOf(cell).text);
    }
    if (!cells.length) {
      emptyRows += times;
      continue;
    }
    for (; emptyRows && rows.length < MOST_ROWS; emptyRows -= 1) rows.push([]);
    for (let at = 0; at < times && rows.length < MOST_ROWS; at += 1) rows.push(cells.map((cell) => ({ ...cell })));
    isCut ||= rows.length >= MOST_ROWS;
  }
  return { rows, isCut };
}

function valueOf(cell) {
  const { text } = place(cell);
  const kind = attribute(cell, "value-type");
  if (kind === "date") return { text, day: attribute(cell, "date-value")?.slice(0, 10) };
  if (["float", "currency", "percentage"].includes(kind)) return { text, number: Number(attribute(cell, "value")) };
  if (kind === "boolean") return { text, ticked: attribute(cell, "boolean-value") === "true" };
  return { text };
}
