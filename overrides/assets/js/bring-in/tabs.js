// What a workbook of many partners' sheets holds: everything together, the spread of scores, and a tab for each partner.

import { inWords, labelFor } from "./labels.js";
import { spread } from "./together.js";

/**
 * @param {import("./together.js").Together} all
 * @param {{from: string, found: import("./answers.js").Found}[]} results
 * @param {import("./definition.js").Definition} sheet
 * @param {Record<string, string>} words
 * @returns {import("./workbook.js").Tab[]}
 */
export function tabsOf(all, results, sheet, words) {
  const scores = scoreRows(all, sheet, words);
  const partnerTabs = results.map(({ from, found: results }) => ({
    title: from,
    rows: partnerRows(from, results, sheet, words),
  }));
  const first = { title: words.tab_together, rows: togetherRows(all, sheet, words) };
  return scores.length ? [first, { title: words.tab_scores, rows: scores }, ...partnerTabs] : [first, ...partnerTabs];
}

function togetherRows(all, sheet, words) {
  const rows = [[sheet.title], [words.question, words.answer, words.from]];
  for (const [name, answers] of all.fields)
    for (const { value, from } of answers)
      rows.push([labelFor(name, sheet, words), cell(value, name, sheet, words), from.join(", ")]);
  for (const [id, groups] of all.tables) {
    const table = sheet.tables.get(id);
    if (!groups.length) continue;
    rows.push([""], [table.title], [words.from, ...table.columns.map(({ label }) => label)]);
    for (const { from, cells } of groups.flatMap((group) => group.rows))
      rows.push([from, ...cellsOf(table, cells, words)]);
  }
  return rows;
}

function partnerRows(from, results, sheet, words) {
  const rows = [[sheet.title], [words.from, from], [words.question, words.answer]];
  for (const [name, value] of results.values) {
    const [table, , column] = name.split(".");
    if (!column || !sheet.tables.get(table)?.grows)
      rows.push([labelFor(name, sheet, words), cell(value, name, sheet, words)]);
  }
  for (const [name, value] of results.unplaced) rows.push([name, inWords(value, words)]);
  for (const table of [...sheet.tables.values()].filter(({ grows }) => grows)) {
    const lines = new Map();
    for (const [name, value] of results.values) {
      const [id, key, column] = name.split(".");
      if (id === table.id) lines.set(key, (lines.get(key) ?? new Map()).set(column, value));
    }
    if (lines.size)
      rows.push(
        [""],
        [table.title],
        table.columns.map(({ label }) => label),
      );
    for (const cells of lines.values()) rows.push(cellsOf(table, cells, words));
  }
  return rows;
}

function scoreRows(all, sheet, words) {
  const rows = [];
  const line = (label, answers) => {
    const { count, lowest, middle, highest, mean } = spread(answers);
    rows.push([label, ...[count, lowest, middle, highest, mean].map((number) => ({ number }))]);
  };
  for (const [name, answers] of all.fields)
    if (sheet.askedAt(name)?.kind === "scale") line(labelFor(name, sheet, words), answers);
  for (const [id, groups] of all.tables) {
    const { columns } = sheet.tables.get(id);
    for (const group of groups)
      for (const column of columns.filter(({ kind }) => kind === "scale"))
        if (group.columns.has(column.id))
          line(`${String(rowName(group, columns))}: ${column.label}`, group.columns.get(column.id));
  }
  return rows.length
    ? [[words.question, words.count, words.lowest, words.middle, words.highest, words.mean], ...rows]
    : [];
}

/**
 * What a row is about: its first words.
 * @param {import("./together.js").Group} group
 * @param {import("./definition.js").Asked[]} columns
 * @returns {string}
 */
export function rowName(group, columns) {
  const first = columns.find(({ id, kind }) => kind === "text" && group.columns.has(id));
  return first ? group.columns.get(first.id)[0].value : "–";
}

function cellsOf(table, cells, words) {
  return table.columns.map((column) => asCell(cells.get(column.id), column, words));
}

function cell(value, name, sheet, words) {
  return asCell(value, sheet.askedAt(name), words);
}

const NUMBERS = new Set(["number", "scale", "money"]);

function asCell(value, asked, words) {
  const number = Number(String(value ?? "").replaceAll(",", ""));
  if (NUMBERS.has(asked?.kind) && value && Number.isFinite(number)) return { number };
  return inWords(value, words, asked);
}
