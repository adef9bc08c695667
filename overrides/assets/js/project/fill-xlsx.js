// A project's answers in the blank workbook as an Excel file (ECMA-376 part 1, 18). Parts are edited as text: the file is
// ours, its form is known, and a phone could not build trees of tens of thousands of cells in time.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";
import { fitting, followed, singlesBySheet, tablesBySheet } from "./growth.js";
import { copied, escaped, mover, unescaped } from "./references.js";

const BOOK = "xl/workbook.xml";
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30); // Excel's day 0
const LINE = 13; // points: the height of a line of text
const LETTERS = 0.9; // of a column's width: as many letters of prose fit on a line
const ROW = /<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gs;
const CELL = /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const NAME = /(<definedName name="([^"]+)"[^>]*>)([^<]*)(<\/definedName>)/g;
const AREA = /^(?:'((?:[^']|'')+)'|([\w.]+))!\$[A-Z]+\$(\d+)(?::\$[A-Z]+\$(\d+))?$/;

/**
 * Puts a project's answers into the parts of the blank workbook.
 * @param {Record<string, Uint8Array>} parts
 * @param {{tables: import("./workbook-values.js").Filled[], singles: Map<string, object>}} values
 */
export function fill(parts, { tables, singles }) {
  const book = strFromU8(parts[BOOK]);
  const paths = pathsIn(book, strFromU8(parts["xl/_rels/workbook.xml.rels"]));
  const areas = new Map([...book.matchAll(NAME)].map(([, , name, place]) => [name, areaAt(place)]));
  const sheets = tablesBySheet(tables, areas);
  const growths = new Map([...sheets].map(([name, { growth }]) => [name, growth]));
  const texts = new Map([...paths].map(([name, path]) => [name, strFromU8(parts[path])]));
  for (const [name, area] of areas)
    if (name.startsWith("follow_")) growths.set(area.sheet, lengthsOf(texts.get(area.sheet), area, growths));
  const alone = singlesBySheet(singles, areas);
  const move = mover(growths, "excel");
  for (const [name, path] of paths)
    parts[path] = strToU8(sheetOf(texts.get(name), name, { table: sheets.get(name), growths, alone, move }));
  for (const path of Object.keys(parts).filter((each) => each.startsWith("xl/charts/chart")))
    parts[path] = strToU8(strFromU8(parts[path]).replace(/(<c:f>)(.*?)(<\/c:f>)/g, moving(move, "")));
  parts[BOOK] = strToU8(
    book.replace(NAME, (_, start, name, place, end) => start + (place.includes(",") ? place : move(place, name)) + end),
  );
}

const moving = (move, own) => (_, start, formula, end) => start + move(formula, own) + end;

function pathsIn(book, relations) {
  const targets = new Map(
    [...relations.matchAll(/<Relationship [^>]*>/g)].map(([each]) => [
      /\bId="([^"]+)"/.exec(each)[1],
      /Target="([^"]+)"/.exec(each)[1],
    ]),
  );
  return new Map(
    [...book.matchAll(/<sheet name="([^"]+)"[^>]*r:id="([^"]+)"/g)].map(([, name, id]) => [
      unescaped(name),
      `xl/${targets.get(id)}`,
    ]),
  );
}

function areaAt(place) {
  const parts = AREA.exec(unescaped(place));
  if (!parts) return { sheet: "", head: 0, last: 0 };
  return {
    sheet: (parts[1] ?? parts[2]).replaceAll("''", "'"),
    head: Number(parts[3]),
    last: Number(parts[4] ?? parts[3]),
    cell: place.slice(place.lastIndexOf("!") + 1).replaceAll("$", ""),
  };
}

function lengthsOf(text, { head }, growths) {
  const row = [...text.matchAll(ROW)].find(([, number]) => Number(number) === head + 1);
  const cells = [...row[3].matchAll(CELL)].map(([, column, , inside = ""]) => [column, formulaIn(inside)]);
  return { head, lengths: new Map(cells.map(([column, formula]) => [column, followed(unescaped(formula), growths)])) };
}

function formulaIn(inside) {
  return /<f>(.*?)<\/f>/s.exec(inside)?.[1] ?? "";
}

function sheetOf(text, name, { table, growths, alone, move }) {
  const growth = growths.get(name);
  const [start, end] = [text.indexOf("<sheetData>") + 11, text.indexOf("</sheetData>")];
  const widths = widthsIn(text);
  const rows = [];
  let pattern; // the last row of a table, or the first of a sheet that follows tables
  for (const [, at, attributes, inside = ""] of text.slice(start, end).matchAll(ROW)) {
    const number = Number(at);
    const cells = [...inside.matchAll(CELL)].map(known);
    const isIn = table && number > table.area.head && number <= table.area.last;
    const values = isIn ? table.rows[number - table.area.head - 1] : undefined;
    const to = growth?.more && number > growth.last ? number + growth.more : number;
    rows.push(rowOf({ number, to, attributes, cells, values }));
    if (isIn || (growth?.lengths && number === growth.head + 1)) pattern = { number, attributes, cells };
    if (growth?.more && number === growth.last)
      for (let added = 1; added <= growth.more; added += 1)
        rows.push(
          rowOf({ ...pattern, to: number + added, values: table.rows[number + added - table.area.head - 1] ?? [] }),
        );
  }
  if (growth?.lengths) rows.push(...following(rows.length + 1, growth.head + Math.max(...growth.lengths.values())));
  return edited(text.slice(0, start), name) + rows.join("") + edited(text.slice(end), name);

  // Rows that follow other tables: each formula is written once, and shared. ECMA-376 part 1, 18.3.1.40.
  function following(first, last) {
    const cells = pattern.cells.map((cell, at) => (cell.formula ? { ...cell, shared: at } : cell));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
      rowOf({ ...pattern, cells, to: first + at, shares: at === 0 && `${first}:${last}` }),
    );
  }

  // What stands in a cell of the blank file, looked at once though its row may be copied hundreds of times.
  function known([, column, own, inside = ""]) {
    const style = / s="\d+"/.exec(own)?.[0] ?? "";
    return { column, own, inside, style, formula: move(formulaIn(inside), name), width: widths.get(column) ?? 10 };
  }

  function rowOf({ number, to, attributes, cells, values, shares }) {
    let high = 0;
    const written = cells.map(({ column, own, inside, style, formula, width, shared }, at) => {
      const place = `<c r="${column}${to}"${style}`;
      if (shared !== undefined) {
        const ref = shares && ` ref="${shares.replace(/\d+/g, (row) => column + row)}"`;
        return `${place}><f t="shared"${ref || ""} si="${shared}"${shares ? `>${copied(formula, number, to, "excel")}</f>` : "/>"}</c>`;
      }
      if (formula) return `${place}><f>${to === number ? formula : copied(formula, number, to, "excel")}</f></c>`;
      if (at === 0 && to > number && values) return `${place}><v>${to - table.area.head}</v></c>`;
      const value = at > 0 && values ? values[at - 1] : alone.get(`${name}!${column}${number}`);
      if (!value) return inside && !(values && at > 0) ? `${place}${kind(own)}>${inside}</c>` : `${place}/>`;
      if (value.text) high = Math.max(high, heightOf(value.text, width));
      return `${place}${cellOf(value)}`;
    });
    const tall = attributes.replace(/ ht="([\d.]+)"/, (all, own) => (high > Number(own) ? ` ht="${high}"` : all));
    return `<row r="${to}"${tall}>${written.join("")}</row>`;
  }

  // What stands round the rows: rules, merged cells, shading, links.
  function edited(part, own) {
    if (!growth?.more) return part.replace(/(<formula\d?>|<xm:f>)(.*?)(<\/formula\d?>|<\/xm:f>)/g, moving(move, own));
    const places = (_all, before, list, after) =>
      before +
      list
        .split(" ")
        .map((each) => (rowIn(each) === growth.last && !each.includes(":") ? grown(each) : move(each, own)))
        .join(" ") +
      after;
    return part
      .replace(/(<formula\d?>|<xm:f>)(.*?)(<\/formula\d?>|<\/xm:f>)/g, moving(move, own))
      .replace(/( (?:sqref|ref)=")([A-Z]+\d[^"]*)(")/g, places)
      .replace(/(<xm:sqref>)(.*?)(<\/xm:sqref>)/g, places);
  }

  function grown(place) {
    return `${place}:${place.replace(/\d+/, growth.last + growth.more)}`;
  }
}

function rowIn(place) {
  return Number(/\d+$/.exec(place)?.[0]);
}

function kind(attributes) {
  return / t="[^"]*"/.exec(attributes)?.[0] ?? "";
}

function cellOf(value) {
  if (value.number) return `><v>${value.number}</v></c>`;
  if (value.day) return `><v>${(Date.parse(`${value.day}T00:00:00Z`) - FIRST_DAY) / DAY}</v></c>`;
  const text = escaped(fitting(value));
  const space = /^\s|\s$|\s\s|\n/.test(text) ? ' xml:space="preserve"' : "";
  return ` t="inlineStr"><is><t${space}>${text}</t></is></c>`;
}

// Excel keeps the height that a row has in the file until somebody types in it.
function heightOf(text, width) {
  const fits = Math.max(1, width * LETTERS);
  const lines = text.includes("\n") ? text.split("\n") : [text];
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fits)), 0) * LINE + 2;
}

function widthsIn(text) {
  const widths = new Map();
  for (const [, first, last, width] of text.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g))
    for (let at = Number(first); at <= Number(last); at += 1) widths.set(String.fromCharCode(64 + at), Number(width));
  return widths;
}
