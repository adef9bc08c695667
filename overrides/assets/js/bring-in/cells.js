// Sheets of cells as blocks: a spreadsheet then reads as a document's tables do.

import { columnNumber } from "./xlsx.js";

/**
 * A cell has its text, and where it is more than text: a number, a day (2027-03-09), or whether it is ticked.
 * @typedef {{title: string, rows: {text: string, number?: number, day?: string, serial?: string, ticked?: boolean}[][]}} Sheet
 * @typedef {{name: string, sheet: string, column: string, row: number}} NamedCell the row from 1
 */

/**
 * @param {{sheets: Sheet[], names: NamedCell[]}} book
 * @returns {{blocks: import("./blocks.js").Block[]}} a table for each sheet
 */
export function asBlocks({ sheets, names, worksheet, project, notes }) {
  const byTitle = new Map(sheets.map((sheet) => [sheet.title, sheet.rows.map((row) => row.map(asPlace))]));
  for (const { name, sheet, column, row } of names) {
    const rows = byTitle.get(sheet);
    const at = columnNumber(column);
    if (!rows || row > 5000 || at > 500) continue;
    while (rows.length < row) rows.push([]);
    while (rows[row - 1].length <= at) rows[row - 1].push({ text: "", names: [] });
    rows[row - 1][at].names.push(name);
  }
  return {
    blocks: [...byTitle].map(([title, rows]) => ({ rows, title })),
    worksheet,
    project: project || isOf(names),
    notes,
  };
}

function asPlace(cell) {
  return { ...cell, names: [] };
}

// A program that drops what a file says of itself leaves the names of its cells.
function isOf(names) {
  return names.some(({ name }) => name === "box_project__community");
}
