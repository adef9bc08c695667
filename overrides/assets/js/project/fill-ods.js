// A project's answers in the blank workbook as an OpenDocument spreadsheet. As in fill-xlsx.js, its text is edited: the
// file is ours, and its form is known.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";
import { fitting, followed, singlesBySheet, tablesBySheet } from "./growth.js";
import { copied, escaped, mover, unescaped } from "./references.js";

const MAIN = "content.xml";
const SHEET = /<table:table table:name="([^"]+)"[^>]*>.*?<\/table:table>/gs;
const ROW = /(<table:table-row[^>]*>)(.*?)<\/table:table-row>/gs;
const CELL = /<table:covered-table-cell\/>|<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs;
const NAMED = /<table:named-range table:name="([^"]+)"[^>]*table:cell-range-address="([^"]+)"/g;
const PLACE = /^\$'((?:[^']|'')+)'\.\$([A-Z]+)\$(\d+)(?::.*\$(\d+))?$/;
const ATTRIBUTE = /( (?:table:condition|table:formula|table:cell-range-address)=")([^"]*)(")/g;
const GIVEN = / (?:office:(?:value-type|value|date-value|boolean-value|string-value)|calcext:value-type)="[^"]*"/g;
const IN_CHART =
  /( (?:chart:values-cell-range-address|chart:label-cell-address|table:cell-range-address)=")([^"]*)(")/g;

/**
 * Puts a project's answers into the parts of the blank workbook.
 * @param {Record<string, Uint8Array>} parts
 * @param {{tables: import("./workbook-values.js").Filled[], singles: Map<string, object>}} values
 */
export function fill(parts, { tables, singles }) {
  const text = strFromU8(parts[MAIN]);
  const all = [...text.matchAll(SHEET)];
  const areas = new Map([...text.matchAll(NAMED)].map(([, name, place]) => [name, areaAt(place)]));
  const sheets = tablesBySheet(tables, areas);
  const growths = new Map([...sheets].map(([name, { growth }]) => [name, growth]));
  const follows = [...areas].filter(([name]) => name.startsWith("follow_")).map(([, area]) => area);
  for (const [whole, name] of all) {
    const area = follows.find(({ sheet }) => sheet === unescaped(name));
    if (area) growths.set(area.sheet, lengthsOf(whole, area, growths));
  }
  const alone = singlesBySheet(singles, areas);
  const move = mover(growths, "odf");
  const moving = (sheet) => (_, start, formula, end) => start + move(formula, sheet) + end;
  let at = 0;
  const pieces = [];
  for (const match of all) {
    const name = unescaped(match[1]);
    pieces.push(text.slice(at, match.index).replace(ATTRIBUTE, moving("")));
    pieces.push(sheetOf(match[0], name, { table: sheets.get(name), growth: growths.get(name), alone, move }));
    at = match.index + match[0].length;
  }
  pieces.push(text.slice(at).replace(ATTRIBUTE, moving("")));
  parts[MAIN] = strToU8(pieces.join(""));
  for (const path of Object.keys(parts).filter((each) => /^Chart\d+\/content\.xml$/.test(each)))
    parts[path] = strToU8(strFromU8(parts[path]).replaceAll("&#39;", "'").replace(IN_CHART, moving("")));
}

function areaAt(place) {
  const [, sheet, column, first, last] = PLACE.exec(unescaped(place)) ?? [];
  if (!sheet) return { sheet: "", head: 0, last: 0 };
  const head = Number(first);
  return { sheet: sheet.replaceAll("''", "'"), head, last: Number(last ?? first), cell: column + first };
}

function lengthsOf(whole, { head }, growths) {
  const row = [...whole.matchAll(ROW)][head];
  const formulas = [...row[2].matchAll(CELL)].map(([, attributes = ""]) => formulaIn(attributes));
  return {
    head,
    lengths: new Map(formulas.map((formula, at) => [letter(at), followed(unescaped(formula), growths)])),
  };
}

function formulaIn(attributes) {
  return / table:formula="([^"]*)"/.exec(attributes)?.[1] ?? "";
}

function letter(at) {
  return String.fromCharCode(65 + at);
}

function sheetOf(whole, name, { table, growth, alone, move }) {
  let number = 0;
  let pattern;
  const text = whole.replace(ROW, (_, start, inside) => {
    number += 1;
    const isIn = table && number > table.area.head && number <= table.area.last;
    const cells = inside.includes("<draw:frame") ? undefined : [...inside.matchAll(CELL)].map(known);
    const values = isIn ? table.rows[number - table.area.head - 1] : undefined;
    const to = growth?.more && number > growth.last ? number + growth.more : number;
    if (!cells) return `${start}${inside}</table:table-row>`;
    const row = { start, cells, number };
    if (isIn || (growth?.lengths && number === growth.head + 1)) pattern = row;
    return rowOf({ ...row, to, values }) + (growth?.more && number === growth.last ? added() : "");
  });
  if (!growth?.lengths) return text;
  const most = growth.head + Math.max(...growth.lengths.values());
  const more = Array.from(
    { length: Math.max(0, most - number) },
    (_, at) => rowOf({ ...pattern, to: number + at + 1 }), // each by itself: LibreOffice reads no formula in rows that are repeated
  );
  return `${text.slice(0, -"</table:table>".length)}${more.join("")}</table:table>`;

  function added() {
    return Array.from({ length: growth.more }, (_, at) => {
      const to = growth.last + at + 1;
      return rowOf({ ...pattern, to, values: table.rows[to - table.area.head - 1] ?? [] });
    }).join("");
  }

  // What stands in a cell of the blank file, looked at once though its row may be copied hundreds of times.
  function known([all, attributes]) {
    if (attributes === undefined) return { all }; // covered by another
    const formula = move(formulaIn(attributes), name);
    return { all, formula, bare: attributes.replace(GIVEN, "").replace(/ table:formula="[^"]*"/, "") };
  }

  function rowOf({ start, cells, number: from, to, values }) {
    const written = cells.map(({ all, bare, formula }, at) => {
      if (bare === undefined) return all;
      if (formula) {
        const now = to === from ? formula : copied(formula, from, to, "odf");
        return `<table:table-cell${bare} table:formula="${now}"/>`;
      }
      if (at === 0 && to > from && values) return cellOf(bare, { number: String(to - table.area.head) });
      const value = at > 0 && values ? values[at - 1] : alone.get(`${name}!${letter(at)}${from}`);
      if (value) return cellOf(bare, value);
      return values && at > 0 ? `<table:table-cell${bare}/>` : all;
    });
    return `${start}${written.join("")}</table:table-row>`;
  }
}

function cellOf(attributes, value) {
  const given = value.number
    ? ` office:value-type="float" office:value="${value.number}"`
    : value.day
      ? ` office:value-type="date" office:date-value="${value.day}"`
      : ` office:value-type="string"`;
  const shown = value.text === undefined ? (value.number ?? value.day) : blanksKept(escaped(fitting(value)));
  const lines = shown.includes("\n") ? shown.replaceAll("\n", "</text:p><text:p>") : shown;
  return `<table:table-cell${attributes}${given}><text:p>${lines}</text:p></table:table-cell>`;
}

// What a reader of XML would make one blank of, or none.
function blanksKept(text) {
  if (!/^ | {2}| $|\t/m.test(text)) return text;
  return text
    .replace(/\t/g, "<text:tab/>")
    .replace(/^ +| {2,}| +$/gm, (blanks) => `<text:s text:c="${blanks.length}"/>`);
}
