// Answers in an Excel file (ECMA-376 part 1, 18): each in the cell that a name of the file says.

import { cellName, cellValues, columnNumber, rowCounts, withRows } from "./cell-values.js";
import { partOf, xmlOf } from "../shared/xml-part.js";
import { elementsIn } from "./office-xml.js";

const S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const BOOK = "xl/workbook.xml";
const PLACE = /^'?((?:[^'!]|'')+)'?!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30); // Excel's day 0
const LINE = 13; // points: the height of a line of text
const LETTERS = 0.9; // of a column's width: as many letters of prose fit on a line

/**
 * Puts the answers of a sheet into the parts of its blank file.
 * @param {Record<string, Uint8Array>} parts
 * @param {object} sheet see sheet.js
 */
export function fill(parts, sheet) {
  const book = openBook(parts);
  for (const [table, count] of rowCounts(sheet)) book.addRows(table, count);
  for (const [name, value] of cellValues(sheet.form)) {
    const cell = book.cell(cellName(name));
    if (cell && !elementsIn(cell, S, "f").length) write(cell, value);
  }
  book.save();
}

function openBook(parts) {
  const xml = xmlOf(parts[BOOK]);
  const relations = xmlOf(parts["xl/_rels/workbook.xml.rels"]);
  const targets = new Map(
    [...relations.documentElement.children].map((each) => [each.getAttribute("Id"), each.getAttribute("Target")]),
  );
  const paths = new Map(
    elementsIn(xml, S, "sheet").map((each) => [
      each.getAttribute("name"),
      `xl/${targets.get(each.getAttributeNS(R, "id"))}`,
    ]),
  );
  const names = new Map(elementsIn(xml, S, "definedName").map((each) => [each.getAttribute("name"), each]));
  const opened = new Map();
  return { cell, addRows, save };

  function sheetOf(name) {
    const path = paths.get(name.replaceAll("''", "'"));
    if (!opened.has(path)) opened.set(path, xmlOf(parts[path]));
    return opened.get(path);
  }

  function cell(name) {
    const place = PLACE.exec(names.get(name)?.textContent ?? "");
    return place ? cellAt(sheetOf(place[1]), place[2] + place[3]) : undefined;
  }

  // Copies the last row until the table, which is named from its heads to its last row, has `count` rows.
  function addRows(table, count) {
    const tableArea = PLACE.exec(names.get(`table_${table}`)?.textContent ?? "");
    if (!tableArea) return;
    const [head, last] = [Number(tableArea[3]), Number(tableArea[4])];
    const more = count - (last - head);
    if (more <= 0) return;
    const sheet = sheetOf(tableArea[1]);
    const rows = elementsIn(sheet, S, "row");
    const below = (number) => (number > last ? number + more : number);
    for (const row of rows.filter((each) => Number(each.getAttribute("r")) > last)) moveRow(row, below);
    const pattern = rows.find((each) => each.getAttribute("r") === String(last));
    for (let row = last + more; row > last; row--) {
      const copy = pattern.cloneNode(true);
      moveRow(copy, (number) => (number === last ? row : number));
      write(copy.children[0], { number: String(row - head) });
      pattern.after(copy);
    }
    extendRules(sheet, last, more);
    const stretched = (text) => withRows(text, (number) => (number >= last ? number + more : number));
    for (const name of [`table_${table}`]) names.get(name).textContent = stretched(names.get(name).textContent);
    for (const area of elementsIn(xml, S, "definedName"))
      if (area.getAttribute("name") === "_xlnm.Print_Area" && PLACE.exec(area.textContent)?.[1] === tableArea[1])
        area.textContent = stretched(area.textContent);
    nameRows(table, head, last, more);
  }

  function nameRows(table, head, last, more) {
    const start = cellName(`${table}.${last - head}.`);
    for (const [name, place] of [...names].filter(([each]) => each.startsWith(start))) {
      for (let row = last + 1; row <= last + more; row++) {
        const copy = place.cloneNode(false);
        const newName = cellName(`${table}.${row - head}.`) + name.slice(start.length);
        copy.setAttribute("name", newName);
        copy.textContent = withRows(place.textContent, (number) => (number === last ? row : number));
        place.after(copy);
        names.set(newName, copy);
      }
    }
  }

  function save() {
    for (const [path, sheet] of opened) {
      // What a formula gave in the blank file: without it every program works it out.
      for (const formula of elementsIn(sheet, S, "f")) {
        formula.parentNode.removeAttribute("t");
        for (const value of elementsIn(formula.parentNode, S, "v")) value.remove();
      }
      parts[path] = partOf(sheet);
    }
    parts[BOOK] = partOf(xml);
  }
}

function cellAt(sheet, place) {
  return elementsIn(sheet, S, "c").find((cell) => cell.getAttribute("r") === place);
}

function moveRow(row, moved) {
  row.setAttribute("r", moved(Number(row.getAttribute("r"))));
  for (const cell of row.children) cell.setAttribute("r", withRows(cell.getAttribute("r"), moved));
  for (const formula of elementsIn(row, S, "f")) formula.textContent = withRows(formula.textContent, moved);
}

// Rules for what a cell takes, and shading by score, reach the new rows too.
function extendRules(sheet, last, more) {
  const longer = (number) => (number === last ? number + more : number);
  for (const rule of elementsIn(sheet, S, "dataValidation")) {
    const cells = rule.getAttribute("sqref").split(" ");
    for (const place of cells.filter((each) => /^[A-Z]+\d+$/.test(each) && each.match(/\d+/)[0] === String(last)))
      for (let row = last + 1; row <= last + more; row++) cells.push(place.replace(/\d+/, row));
    rule.setAttribute("sqref", cells.join(" "));
  }
  for (const rule of elementsIn(sheet, S, "conditionalFormatting")) {
    rule.setAttribute("sqref", withRows(rule.getAttribute("sqref"), longer));
    for (const formula of elementsIn(rule, S, "formula")) formula.textContent = withRows(formula.textContent, longer);
  }
}

function write(cell, value) {
  const xml = cell.ownerDocument;
  cell.removeAttribute("t");
  if (value.lines) {
    cell.setAttribute("t", "inlineStr");
    const inside = xml.createElementNS(S, "is");
    const words = xml.createElementNS(S, "t");
    words.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    words.textContent = value.lines.join("\n");
    inside.append(words);
    cell.replaceChildren(inside);
    makeRoom(cell, value.lines);
    return;
  }
  const number = xml.createElementNS(S, "v");
  number.textContent = value.day ? String((Date.parse(`${value.day}T00:00:00Z`) - FIRST_DAY) / DAY) : value.number;
  cell.replaceChildren(number);
}

// Excel keeps the height that a row has in the file until somebody types in it.
function makeRoom(cell, lines) {
  const column = columnNumber(cell.getAttribute("r").replace(/\d/g, ""));
  const ends = (each) => ["min", "max"].map((end) => Number(each.getAttribute(end)));
  const columnStyle = elementsIn(cell.ownerDocument, S, "col").find(
    (each) => ends(each)[0] <= column && column <= ends(each)[1],
  );
  const fits = Math.max(1, Number(columnStyle?.getAttribute("width") ?? 10) * LETTERS);
  const needed = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fits)), 0) * LINE + 2;
  const row = cell.parentNode;
  if (needed > Number(row.getAttribute("ht"))) row.setAttribute("ht", needed);
}
