// What other sheets hold: kept on this device, or drafted in this tab.

import { isBlank, merge, newAnswers } from "./answers.js";
import { factsOf } from "./project.js";
import { openStore } from "./storage.js";

/** @typedef {{key: string, value: string}} Held an answer with the lasting name of its place: "plan.3.action" */

/**
 * The answers of a sheet, the newest of what the device keeps and what the tab has drafted.
 * @param {string} scope see project.js
 * @param {string} sheet its id
 * @returns {import("./answers.js").Answers} without any where there are none
 */
export function answersOf(scope, sheet) {
  const areas = [() => localStorage, () => sessionStorage];
  const [first, ...others] = areas
    .map((area) => openStore(`worksheet:${scope}:${sheet}`, area).read())
    .filter(({ found }) => found === "answers")
    .map(({ answers }) => answers);
  for (const other of others) merge(first, other);
  return first ?? newAnswers();
}

/**
 * What stands in one place: a field, or every row of a column, in the rows' order.
 * @param {import("./answers.js").Answers} answers
 * @param {string} place "field", "table.column" or "table.row.column"
 * @returns {Held[]} without empty ones, and without rows that were removed
 */
export function heldAt(answers, place) {
  const [table, row, third] = place.split(".");
  const [only, column] = third ? [row, third] : [undefined, row];
  if (!column) return held([[table, answers.values.get(table)]]);
  const rows = [...answers.values].filter(([key]) => {
    const parts = key.split(".");
    return (
      parts[0] === table &&
      parts[2] === column &&
      (only === undefined || parts[1] === only) &&
      answers.rows.get(`${table}.${parts[1]}`)?.value !== false
    );
  });
  return held(rows.sort(([key], [other]) => inOrder(key, other)));
}

/**
 * What a project knows of itself. The community is what its page says, else what its sheets say.
 * @param {string} scope
 * @param {string} fact "community" or "role"
 * @returns {string[]} each once, the project's own first, then the newest
 */
export function projectFact(scope, fact) {
  const projectsOwn = factsOf(scope)[fact];
  const field = fact === "role" ? "completed_by" : "community";
  const others = sheetsIn(scope)
    .map((sheet) => answersOf(scope, sheet).values.get(field))
    .filter((entry) => entry && !isBlank(entry.value))
    .sort((value, other) => other.at - value.at)
    .map(({ value }) => value);
  return [...new Set([projectsOwn, ...others].filter(Boolean))];
}

function sheetsIn(scope) {
  const start = `worksheet:${scope}:`;
  try {
    const keys = [localStorage, sessionStorage].flatMap((area) =>
      Array.from({ length: area.length }, (_, at) => area.key(at)),
    );
    return [...new Set(keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)))];
  } catch {
    return []; // a browser that keeps nothing
  }
}

function held(entries) {
  return entries
    .filter(([, entry]) => entry && typeof entry.value === "string" && entry.value.trim())
    .map(([key, { value }]) => ({ key, value: value.trim() }));
}

function inOrder(key, other) {
  const [a, b] = [key, other].map((name) => name.split(".")[1]);
  const [x, y] = [a, b].map((row) => (/^\d+$/.test(row) ? Number(row) : Infinity));
  return x - y || (a < b ? -1 : 1);
}
