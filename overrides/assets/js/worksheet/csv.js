// A sheet as one CSV file (RFC 4180): its fields first come as label and value, each table with its header.

import { boxes, kindOf, labelOf, shownOf } from "./boxes.js";
import { amountOf, plainAmount } from "./money.js";

const BYTE_ORDER_MARK = "\uFEFF"; // without it Excel takes the file for another alphabet
// What a spreadsheet would run, also in full width; and what it would make another thing of, a number or a day.
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;
const LIKE_A_NUMBER = /^\s*[£$€(]?[\d.,][\d\s.,:/()%£$€-]*(e[+-]?\d+)?\s*(am|pm)?\s*$/i;
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const LIKE_A_DAY = new RegExp(`^\\s*(\\d{1,4}[\\s/.-]*)?${MONTH}([\\s/.,-]*\\d{1,4}){0,2}\\s*$`, "i");
const LIKE_A_TRUTH = /^\s*(true|false)\s*$/i;
const MISTAKEN = [FORMULA, LIKE_A_NUMBER, LIKE_A_DAY, LIKE_A_TRUTH];
const TEXT_MARK = "\u2060"; // a word joiner: nobody sees it, and with it in front every program takes a cell for text
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

const written = (value) => value;
const plain = (value) => (value ? { number: value } : value);
const KINDS = {
  text: written,
  long_text: written,
  date: plain,
  number: (value) => (NUMBER.test(value) ? { number: value } : value),
  money: (value) => (Number.isNaN(amountOf(value)) ? value : { number: plainAmount(amountOf(value)) }),
  choice: written,
  tick: (value, tick) => (value ? tick : ""),
  scale: plain,
};

/**
 * The whole sheet as CSV.
 * @param {HTMLFormElement} form
 * @param {string} title of the sheet
 * @param {string} tick what stands for a ticked box
 * @returns {string}
 */
export function asCsv(form, title, tick) {
  const lines = [[title]];
  for (const part of form.querySelectorAll(".field, table[data-table]")) {
    if (part.matches("table")) lines.push([], [part.dataset.title], ...tableLines(part, tick), []);
    else lines.push(...boxes(part).map((box) => [labelOf(box), valueOf(box, tick)]));
  }
  // What the file says of itself: see macros/documents/answer_names.py.
  const identity = Object.entries(JSON.parse(form.dataset.identity ?? "{}"));
  lines.push([], ...identity.map(([key, value]) => [key, { number: value }]));
  // Every line has as many cells as the widest, as the standard asks.
  const width = Math.max(...lines.map((line) => line.length));
  const whole = lines.map((line) => [...line, ...Array(width - line.length).fill("")].map(quoted).join(","));
  return `${BYTE_ORDER_MARK}${whole.join("\r\n")}\r\n`;
}

function tableLines(table, tick) {
  const rows = [...table.querySelectorAll("tr[data-row]")]; // none, where two tabs took away what was left
  const head = [...table.tHead.querySelectorAll("th")].map(headOf);
  const lines = rows.map((row) => [
    ...[...row.querySelectorAll("th")].map((head) => head.textContent.trim()),
    ...boxes(row).map((box) => valueOf(box, tick)),
  ]);
  return [head, ...lines, ...[...(table.tFoot?.rows ?? [])].map(sums)];
}

// The row with the sums of the columns.
function sums(row) {
  return [...row.querySelectorAll("th, td:not(.worksheet-table__tools)")].map((cell) =>
    cell.dataset.sum ? KINDS[kindOf(cell)](cell.textContent) : cell.textContent.trim(),
  );
}

// Without the help that stands below it.
function headOf(cell) {
  const texts = [...cell.childNodes].filter((part) => part.nodeType === Node.TEXT_NODE);
  return texts
    .map((part) => part.textContent)
    .join("")
    .trim();
}

function valueOf(box, tick) {
  return KINDS[kindOf(box)](shownOf(box), tick);
}

/**
 * One cell. A number that somebody typed as a number stays one; text that looks like one, or like a formula or a day,
 * is marked as text.
 * @param {string | {number: string}} cell
 * @returns {string}
 */
export function quoted(cell) {
  if (cell.number) return cell.number;
  const text = MISTAKEN.some((pattern) => pattern.test(cell)) ? `${TEXT_MARK}${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
