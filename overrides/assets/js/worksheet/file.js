// A sheet as a file that can be loaded again: JSON, with answers under the names that their boxes have in every form.

import { isBlank } from "../shared/answers.js";
import { boxes, valueOf } from "./boxes.js";
import { MOST } from "./rows.js";
import { commentsOf } from "./sheet-comments.js";

const VERSION = 1;

export function asFile({ form, tables, unplaced }) {
  const filled = boxes(form).filter((box) => !box.readOnly && !isBlank(valueOf(box))); // a total is worked out anew
  const rows = [...tables.values()].map((table) => [
    table.id,
    form.querySelectorAll(`[data-table="${table.id}"] tr[data-row]`).length,
  ]);
  const comments = commentsOf(form);
  return `${JSON.stringify(
    {
      worksheet: form.dataset.worksheet,
      version: VERSION,
      answers: Object.fromEntries(filled.map((box) => [box.name, valueOf(box)])),
      rows: Object.fromEntries(rows),
      unplaced: Object.fromEntries(unplaced().map(([key, { value }]) => [key, value])),
      ...(Object.keys(comments).length && { comments }),
    },
    null,
    2,
  )}\n`;
}

// Reads such a file for a worksheet that has, or had, one of these `ids`: {values, rows, other, comments} by name, or {wrong: a word
// that says why not}. `other` is the id of a worksheet that is part of this one now, whose answers come on top of others.
export function fromFile(text, ids, taker) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { wrong: "file_unreadable" };
  }
  if (!isRecord(data) || typeof data.worksheet !== "string" || !isRecord(data.answers))
    return { wrong: "file_unreadable" };
  if (!ids.includes(data.worksheet)) return { wrong: "file_wrong_sheet" };
  if (!Number.isInteger(data.version)) return { wrong: "file_unreadable" };
  if (data.version > VERSION) return { wrong: "file_newer" };
  let values = new Map();
  for (const part of [data.unplaced, data.answers]) {
    for (const [name, value] of Object.entries(isRecord(part) ? part : {}))
      if (value !== null) values.set(name, asAnswer(value));
  }
  const other = taker.isOther(data.worksheet) ? data.worksheet : undefined;
  if (!other) values = taker.ownFile(values);
  return { values, other, rows: counts(isRecord(data.rows) ? data.rows : {}, values), comments: data.comments };
}

function isRecord(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function asAnswer(value) {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  if (typeof value === "boolean") return value;
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

// How many rows each table has: as many as it says, and enough for every answer.
function counts(rowCounts, values) {
  const rows = new Map();
  for (const [table, count] of Object.entries(rowCounts))
    if (Number.isInteger(count) && count > 0) rows.set(table, Math.min(count, MOST));
  for (const name of values.keys()) {
    const [table, row, column] = name.split(".");
    if (column && /^\d{1,4}$/.test(row) && row <= MOST && rows.has(table))
      rows.set(table, Math.max(rows.get(table), Number(row)));
  }
  return rows;
}
