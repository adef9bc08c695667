// Many files of one worksheet as one: answers that agree once, those that differ side by side with who gave them, rows
// gathered, and scores with their spread. Nothing is chosen here: see choices.js.

import { overlap, pairsOf } from "../shared/likeness.js";
import { plain } from "./definition.js";

const ALIKE = 0.85; // the likeness of two rows' first words from which they may be about the same

/**
 * Answers to one question: each once, with those who gave it.
 * @typedef {{value: string | boolean, from: string[]}[]} Differing
 * A row, or several that seem to be about the same: `rows` as they came, `columns` their answers by column.
 * @typedef {{rows: {from: string, cells: Map<string, string | boolean>}[], columns: Map<string, Differing>, same: boolean}} Group
 * @typedef {{fields: Map<string, Differing>, tables: Map<string, Group[]>, from: string[]}} Together
 */

/**
 * @param {{from: string, found: import("./answers.js").Found}[]} results
 * @param {import("./definition.js").Definition} sheet
 * @returns {Together}
 */
export function putTogether(results, sheet) {
  const fields = new Map();
  const gathered = new Map([...sheet.tables.values()].filter(({ grows }) => grows).map(({ id }) => [id, []]));
  for (const { from, found: answers } of results) {
    const rows = new Map();
    for (const [name, value] of answers.values) {
      const [table, key, column] = name.split(".");
      if (!column || !gathered.has(table)) add(fields, name, value, from);
      else if (rows.has(`${table}.${key}`)) rows.get(`${table}.${key}`).cells.set(column, value);
      else rows.set(`${table}.${key}`, { table, from, cells: new Map([[column, value]]) });
    }
    for (const row of rows.values()) gathered.get(row.table).push(row);
  }
  const order = [...fields].sort(([name], [other]) => place(sheet, name) - place(sheet, other));
  const tables = new Map([...gathered].map(([id, rows]) => [id, grouped(rows, sheet.tables.get(id))]));
  return { fields: new Map(order), tables, from: results.map(({ from }) => from) };
}

function place(sheet, name) {
  return [...sheet.fields.keys(), ...sheet.tables.keys()].indexOf(name.split(".")[0]);
}

function add(answers, name, value, from) {
  if (!answers.has(name)) answers.set(name, []);
  const all = answers.get(name);
  const same = all.find((answer) => answer.value === value || plain(String(answer.value)) === plain(String(value)));
  if (same) same.from.push(from);
  else all.push({ value, from: [from] });
}

// Rows about the same, by the words of their first column: the same words, or nearly.
function grouped(rows, table) {
  const names = table.columns.filter(({ kind }) => kind === "text" || kind === "long_text").map(({ id }) => id);
  const groups = [];
  for (const row of rows) {
    const words = plain(String(row.cells.get(names[0]) ?? ""));
    const pairs = pairsOf(words);
    const group =
      words && groups.find((group) => group.words === words || (group.pairs && overlap(group.pairs, pairs) >= ALIKE));
    if (group) group.rows.push(row);
    else groups.push({ words, pairs: words ? pairs : undefined, rows: [row] });
  }
  const scored = new Set(table.columns.filter(({ kind }) => kind === "scale").map(({ id }) => id));
  return groups.map((group) => {
    const columns = new Map();
    for (const { id } of table.columns)
      for (const row of group.rows) if (row.cells.has(id)) add(columns, id, row.cells.get(id), row.from);
    const same = [...columns].every(([id, answers]) => answers.length === 1 || scored.has(id));
    return { rows: group.rows, columns, same };
  });
}

/**
 * The spread of scores: how many, lowest, middle, highest and their mean.
 * @param {Differing} answers
 * @returns {{count: number, lowest: number, middle: number, highest: number, mean: number}}
 */
export function spread(answers) {
  const all = answers.flatMap(({ value, from }) => from.map(() => Number(value))).sort((score, other) => score - other);
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length;
  const middle = all[Math.floor((all.length - 1) / 2)]; // a score that somebody gave: the lower one of two in the middle
  return { count: all.length, lowest: all[0], middle, highest: all.at(-1), mean: Math.round(mean * 10) / 10 };
}
