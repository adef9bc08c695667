// Where each sheet of a project stands, who wrote in it, and what comes next.

import { isBlank, merge, newAnswers } from "../shared/answers.js";

/** @typedef {{id: string, title: string, filled: string[], earlier?: string[]}} Sheet see macros/pages/project.py */

/**
 * The answers of a sheet, with those that were kept under ids that it had before.
 * @param {(id: string) => import("../shared/answers.js").Answers} answersOf
 * @param {Sheet} sheet
 * @returns {import("../shared/answers.js").Answers}
 */
export function allAnswers(answersOf, sheet) {
  if (!sheet.earlier?.length) return answersOf(sheet.id);
  const answers = newAnswers();
  for (const id of [...(sheet.earlier ?? []), sheet.id]) merge(answers, answersOf(id));
  return answers;
}

/**
 * @param {Sheet} sheet
 * @param {import("../shared/answers.js").Answers} answers
 * @param {{at: number, role: string} | undefined} checked when somebody said that it is checked
 * @returns {{state: "none" | "begun" | "filled" | "checked", changed: number, since: boolean}} `since`: it has changed
 *   since it was checked
 */
export function stateOf(sheet, answers, checked) {
  const places = new Set(); // what has something in it
  let changed = 0;
  for (const [key, { value, at }] of answers.values) {
    changed = Math.max(changed, at);
    if (!isBlank(value)) places.add(key.split(".", 1)[0]);
  }
  if (!places.size) return { state: "none", changed: 0, since: false };
  const since = Boolean(checked) && changed > checked.at;
  if (checked && !since) return { state: "checked", changed, since };
  return { state: sheet.filled.every((place) => places.has(place)) ? "filled" : "begun", changed, since };
}

/**
 * Who wrote what, as far as anybody said who they are.
 * @param {import("../shared/answers.js").Answers} answers
 * @param {{role: string, from: number}[]} roles who wrote from when on, oldest first
 * @returns {{role: string, count: number, last: number}[]} the newest last
 */
export function writers(answers, roles) {
  const byRole = new Map();
  for (const { value, at } of answers.values.values()) {
    if (isBlank(value)) continue;
    const role = roles.findLast(({ from }) => from <= at)?.role ?? roles[0]?.role ?? "";
    const so = byRole.get(role) ?? { role, count: 0, last: 0 };
    byRole.set(role, { role, count: so.count + 1, last: Math.max(so.last, at) });
  }
  return [...byRole.values()].sort((role, other) => role.last - other.last);
}

/**
 * The one thing to do next: go on with what was begun last; else begin the sheet after the last one that is filled in.
 * @param {Sheet[]} sheets in the order of the steps
 * @param {Map<string, {state: string, changed: number}>} states by id
 * @returns {{sheet: Sheet, begun: boolean} | undefined} nothing where all are filled in
 */
export function nextOf(sheets, states) {
  const begun = sheets.filter(({ id }) => states.get(id).state === "begun");
  if (begun.length) {
    const newest = begun.reduce((newer, other) =>
      states.get(other.id).changed > states.get(newer.id).changed ? other : newer,
    );
    return { sheet: newest, begun: true };
  }
  const last = sheets.findLastIndex(({ id }) => states.get(id).state !== "none");
  const after = [...sheets.slice(last + 1), ...sheets.slice(0, last + 1)].find(
    ({ id }) => states.get(id).state === "none",
  );
  return after && { sheet: after, begun: false };
}
