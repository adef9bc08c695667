// Answers in an OpenDocument spreadsheet: each in the cell that a name of the file says.

import { cellName, cellValues, columnNumber, rowCounts, withRows } from "./cell-values.js";
import { partOf, xmlOf } from "../shared/xml-part.js";
import { elementsIn } from "./office-xml.js";

const OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const MAIN = "content.xml";
const PLACE = /^\$'((?:[^']|'')+)'\.\$([A-Z]+)\$(\d+)/;

/**
 * Puts the answers of a sheet into the parts of its blank file.
 * @param {Record<string, Uint8Array>} parts
 * @param {object} sheet see sheet.js
 */
export function fill(parts, sheet) {
  const xml = xmlOf(parts[MAIN]);
  const book = openBook(xml);
  for (const [table, count] of rowCounts(sheet)) book.addRows(table, count);
  for (const [name, value] of cellValues(sheet.form)) {
    const cell = book.cell(cellName(name));
    if (cell && !cell.hasAttributeNS(TABLE, "formula")) write(cell, value);
  }
  parts[MAIN] = partOf(xml);
}

function openBook(xml) {
  const sheets = new Map(elementsIn(xml, TABLE, "table").map((sheet) => [sheet.getAttributeNS(TABLE, "name"), sheet]));
  const ranges = elementsIn(xml, TABLE, "named-range");
  const places = new Map(ranges.map((range) => [range.getAttributeNS(TABLE, "name"), range]));
  return { cell, addRows };

  function addressOf(name) {
    return places.get(name)?.getAttributeNS(TABLE, "cell-range-address");
  }

  function cell(name) {
    const place = PLACE.exec(addressOf(name) ?? "");
    if (!place) return undefined;
    const [, sheet, column, row] = place;
    return rowsOf(sheet)[row - 1].children[columnNumber(column) - 1];
  }

  function rowsOf(sheet) {
    return elementsIn(sheets.get(sheet.replaceAll("''", "'")), TABLE, "table-row");
  }

  // Copies the last row until the table, which is named from its heads to its last row, has `count` rows.
  function addRows(table, count) {
    const area = /^(\$'((?:[^']|'')+)'\.\$[A-Z]+\$(\d+):\$'(?:[^']|'')+'\.\$[A-Z]+\$)(\d+)$/.exec(
      addressOf(`table_${table}`) ?? "",
    );
    if (!area) return;
    const [, range, sheet, head, last] = area;
    const more = count - (last - head);
    if (more <= 0) return;
    const rows = rowsOf(sheet);
    for (const row of rows.slice(last)) moveFormulas(row, (number) => (number > last ? number + more : number));
    const pattern = rows[last - 1];
    for (let row = Number(last) + more; row > last; row--) {
      const copy = pattern.cloneNode(true);
      moveFormulas(copy, (number) => (number === Number(last) ? row : number));
      write(copy.children[0], { number: String(row - head) });
      pattern.after(copy);
    }
    places.get(`table_${table}`).setAttributeNS(TABLE, "table:cell-range-address", range + (Number(last) + more));
    nameRows(table, Number(head), Number(last), more);
  }

  function nameRows(table, head, last, more) {
    const start = cellName(`${table}.${last - head}.`);
    for (const [name, range] of [...places].filter(([each]) => each.startsWith(start))) {
      for (let row = last + 1; row <= last + more; row++) {
        const copy = range.cloneNode(true);
        const newName = cellName(`${table}.${row - head}.`) + name.slice(start.length);
        copy.setAttributeNS(TABLE, "table:name", newName);
        const address = withRows(addressOf(name), (number) => (number === last ? row : number));
        copy.setAttributeNS(TABLE, "table:cell-range-address", address);
        range.after(copy);
        places.set(newName, copy);
      }
    }
  }
}

function moveFormulas(row, moved) {
  for (const cell of row.children) {
    const formula = cell.getAttributeNS(TABLE, "formula");
    if (formula) cell.setAttributeNS(TABLE, "table:formula", withRows(formula, moved));
  }
}

function write(cell, value) {
  const kinds = {
    lines: ["string"],
    number: ["float", "value"],
    day: ["date", "date-value"],
  };
  const [kind] = Object.keys(value);
  const [type, attribute] = kinds[kind];
  cell.setAttributeNS(OFFICE, "office:value-type", type);
  if (attribute) cell.setAttributeNS(OFFICE, `office:${attribute}`, value[kind]);
  const lines = value.lines ?? [value[kind]];
  cell.replaceChildren(
    ...lines.map((line) => {
      const paragraph = cell.ownerDocument.createElementNS(TEXT, "text:p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}
