// How far each sheet of the workbook grows, from what its tables hold; the same for both kinds of file.

import { cellName } from "../shared/answer-names.js";

const MOST_LETTERS = 32_767; // of a cell, which is Excel's

/**
 * A block of cells with a name: rows from 1, from its heads to its last.
 * @typedef {{sheet: string, head: number, last: number}} Area
 */

/**
 * @param {import("./workbook-values.js").Filled[]} tables
 * @param {Map<string, Area>} areas by name
 * @returns {Map<string, {area: Area, rows: object[][], growth: import("./references.js").Growth}>} by the sheet's name
 */
export function tablesBySheet(tables, areas) {
  const sheets = new Map();
  for (const { name, grows, rows } of tables) {
    const area = areas.get(tableName(name));
    if (!area) continue;
    const more = grows ? Math.max(0, rows.length - (area.last - area.head)) : 0;
    sheets.set(area.sheet, { area, rows, growth: { last: area.last, more } });
  }
  return sheets;
}

/**
 * @param {Map<string, import("./workbook-values.js").Value>} singles what stands alone, by its box
 * @param {Map<string, Area & {cell: string}>} areas by name
 * @returns {Map<string, import("./workbook-values.js").Value>} by sheet and cell, such as "Plan!B4"
 */
export function singlesBySheet(singles, areas) {
  const values = new Map();
  for (const [name, value] of singles) {
    const place = areas.get(cellName(name));
    if (place) values.set(`${place.sheet}!${place.cell}`, value);
  }
  return values;
}

// "partner-map.partners" is named table_partner__map__partners: see macros/documents/answer_names.py.
function tableName(name) {
  return cellName(name).replace(/^box_/, "table_");
}

/**
 * How many rows a column of a sheet that follows others has: as many as the blocks that its formula counts.
 * @param {string} formula
 * @param {Map<string, import("./references.js").Growth>} growths
 * @returns {number}
 */
export function followed(formula, growths) {
  const counted = new Set([...formula.matchAll(/ROWS\(\[?(.*?)\]?\)/g)].map(([, block]) => block));
  let sum = 0;
  for (const block of counted) {
    const [, sheet, first, last] =
      /^\$?(?:'((?:[^']|'')+)'|([\w.]+?))[!.]+\$?[A-Z]+\$?(\d+)(?::\.?\$?[A-Z]+\$?(\d+))?$/
        .exec(block)
        ?.filter((_, at) => at !== 2) ?? [];
    if (first === undefined) continue;
    const growth = growths.get(sheet?.replaceAll("''", "'"));
    sum += Number(last ?? first) - Number(first) + 1 + (last && growth?.last === Number(last) ? growth.more : 0);
  }
  return sum;
}

/** @param {{text?: string, number?: string, day?: string}} value @returns {string} what of its text a cell can hold */
export function fitting({ text }) {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}
