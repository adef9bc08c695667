// What a spreadsheet keeps of each answer: a number, a day, or a text.

import { boxes, kindOf, shownOf, valueOf } from "./boxes.js";
import { isBlank } from "../shared/answers.js";
import { amountOf, plainAmount } from "./money.js";
import { linesOf } from "./office-xml.js";

const NUMBER = /^-?\d{1,15}(\.\d+)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TICKED = "✓";
const REFERENCE = /(\$?[A-Z]{1,3}\$?)(\d+)(?![\d(])/g; // a cell in a formula

const text = (value) => ({ lines: linesOf(value) });
const number = (value) => (NUMBER.test(value) ? { number: value } : text(value));
const KINDS = {
  text,
  long_text: text,
  date: (value) => (DAY.test(value) ? { day: value } : text(value)),
  number,
  money: (value) => (Number.isNaN(amountOf(value)) ? text(value) : { number: plainAmount(amountOf(value)) }),
  choice: text,
  tick: () => text(TICKED),
  scale: number,
};

/**
 * Each answer of the form by its box's name: {lines}, {number} or {day}. Totals are left to the file's own formulas.
 * @param {HTMLFormElement} form
 * @returns {Map<string, object>}
 */
export function cellValues(form) {
  const answered = boxes(form).filter((box) => !box.readOnly && !isBlank(valueOf(box)));
  return new Map(answered.map((box) => [box.name, KINDS[kindOf(box)](shownOf(box))]));
}

/**
 * How many rows each table of the page has, by its id.
 * @param {object} sheet see sheet.js
 * @returns {Map<string, number>}
 */
export function rowCounts({ form, tables }) {
  const rows = (table) => form.querySelectorAll(`[data-table="${CSS.escape(table)}"] tr[data-row]`).length;
  return new Map([...tables.keys()].map((table) => [table, rows(table)]));
}

/**
 * The name of a box's cell: see macros/documents/answer_names.py.
 * @param {string} name
 * @returns {string}
 */
export function cellName(name) {
  return `box_${name.replace(/[^a-z0-9_]/g, "__")}`;
}

/**
 * A formula or a place in which `moved` gives each row's number another one.
 * @param {string} formula
 * @param {(row: number) => number} moved
 * @returns {string}
 */
export function withRows(formula, moved) {
  return formula.replace(REFERENCE, (_all, column, row) => column + moved(Number(row)));
}

/**
 * The number of a column, from 1.
 * @param {string} letters such as "AB"
 * @returns {number}
 */
export function columnNumber(letters) {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
