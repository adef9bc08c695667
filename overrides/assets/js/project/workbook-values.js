// What every sheet of a project holds, as a spreadsheet keeps it: a number, a day, or a text. Tables go row by row.

import { isBlank, rowKeys } from "../shared/answers.js";
import { numberIn } from "../shared/changes.js";

const DAY = /^\d{4}-\d\d-\d\d$/;
const TICKED = "✓";

/**
 * A column as macros/documents/project_questions.py tells of it; `options` are labels of ids that are not their label.
 * @typedef {{id: string, kind: string, options?: Object<string, string>}} Column
 * @typedef {{id: string, grows: boolean, rows: string[], columns: Column[]}} Asked
 * @typedef {{number: string} | {day: string} | {text: string}} Value
 * @typedef {{name: string, grows: boolean, rows: (Value | undefined)[][]}} Filled `name` is "worksheet.table"
 */

const text = (value) => ({ text: String(value) });
const number = (value) => (Number.isNaN(numberIn(value)) ? text(value) : { number: String(numberIn(value)) });
const KINDS = {
  text,
  long_text: text,
  date: (value) => (DAY.test(value) ? { day: value } : text(value)),
  number,
  money: number,
  choice: (value, options) => text(options?.[value] ?? value),
  tick: () => text(TICKED),
  scale: number,
};

/**
 * @param {{id: string, earlier: string[], fields: Column[], tables: Asked[]}[]} worksheets
 * @param {(worksheet: {id: string, earlier: string[]}) => import("../shared/answers.js").Answers} answersOf
 * @returns {{tables: Filled[], singles: Map<string, Value>}} every table, and what stands alone
 */
export function workbookValues(worksheets, answersOf) {
  const tables = [];
  const singles = new Map();
  for (const worksheet of worksheets) {
    const answers = answersOf(worksheet);
    for (const { id, kind, options } of worksheet.fields) {
      const value = answers.values.get(id)?.value;
      if (!isBlank(value)) singles.set(`${worksheet.id}.${id}`, KINDS[kind](value, options));
    }
    for (const table of worksheet.tables) tables.push(filledTable(worksheet.id, table, answers));
  }
  return { tables, singles };
}

function filledTable(worksheet, { id, grows, rows, columns }, answers) {
  const first = { id, first: rows, columns: new Set(columns.map((column) => column.id)) };
  const keys = grows ? rowKeys(answers, first) : rows;
  return { name: `${worksheet}.${id}`, grows, rows: keys.map(valuesIn) };

  function valuesIn(key) {
    return columns.map((column) => {
      const value = answers.values.get(`${id}.${key}.${column.id}`)?.value;
      return isBlank(value) ? undefined : KINDS[column.kind](value, column.options);
    });
  }
}
