// A sheet as one CSV file (RFC 4180): its fields first come as label and value, each table with its header.

import { csvOf } from "../shared/csv-cells.js";
import { boxes, kindOf, labelOf, shownOf } from "./boxes.js";
import { amountOf, plainAmount } from "./money.js";

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
  return csvOf(lines);
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
