// A whole project as one file, and back: what every sheet holds, the ticks, and what is known of the project. What this
// version does not know is carried along, so that a newer or older one loses nothing.

import { readAnswers } from "./storage.js";

export const KIND = "digital-inclusion-project";
export const VERSION = 1;
const KNOWN = new Set([
  "kind",
  "version",
  "saved",
  "toolkit",
  "edition",
  "project",
  "sheets",
  "ticks",
  "taken",
  "papers",
  "comments",
  "unreadable",
]);
const CHECKED_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * What a project is made of. `sheets` and `taken` are by the sheet's id, as the storage holds them (see storage.js);
 * `unreadable` are texts that nobody could read, by name.
 * @typedef {{facts: object, sheets: Object<string, object>, ticks?: object, taken: Object<string, object>,
 *   papers: Object<string, object>, comments: Object<string, object>, unreadable: Object<string, string>,
 *   carried: Object<string, unknown>}} Project
 */

/**
 * @param {Project} project
 * @param {{saved: string, toolkit: string, edition: string}} about the day, and by what it was saved
 * @returns {string} the file
 */
export function asProjectFile(project, { saved, toolkit, edition }) {
  const { carried: _, ...facts } = project.facts;
  return `${JSON.stringify(
    {
      kind: KIND,
      version: VERSION,
      saved,
      toolkit,
      edition,
      project: facts,
      sheets: sorted(project.sheets),
      ticks: project.ticks ?? null,
      taken: sorted(project.taken),
      papers: sorted(project.papers),
      comments: sorted(project.comments),
      unreadable: sorted(project.unreadable),
      ...project.carried,
    },
    null,
    1,
  )}\n`;
}

/**
 * Reads such a file, or one that was saved from a single sheet.
 * @param {string} text
 * @returns {{project: Project, saved: string} | {sheet: object} | {wrong: "unreadable" | "newer"}}
 */
export function readProjectFile(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { wrong: "unreadable" };
  }
  if (!isRecord(data)) return { wrong: "unreadable" };
  if (typeof data.worksheet === "string" && CHECKED_NAME.test(data.worksheet) && isRecord(data.answers))
    return { sheet: data };
  if (data.kind !== KIND || !isRecord(data.sheets) || !Number.isInteger(data.version)) return { wrong: "unreadable" };
  if (data.version > VERSION) return { wrong: "newer" };
  const unreadable = strings(data.unreadable);
  const sheets = {};
  for (const [id, sheet] of Object.entries(data.sheets)) {
    if (!CHECKED_NAME.test(id)) unreadable[id] = JSON.stringify(sheet);
    else if (readAnswers(JSON.stringify(sheet)).found === "damaged") unreadable[id] = JSON.stringify(sheet);
    else sheets[id] = sheet;
  }
  return {
    saved: typeof data.saved === "string" ? data.saved : "",
    project: {
      facts: isRecord(data.project) ? data.project : {},
      sheets,
      ticks:
        isRecord(data.ticks) && readAnswers(JSON.stringify(data.ticks)).found !== "damaged" ? data.ticks : undefined,
      taken: records(data.taken),
      papers: records(data.papers),
      comments: records(data.comments),
      unreadable,
      carried: Object.fromEntries(Object.entries(data).filter(([name]) => !KNOWN.has(name))),
    },
  };
}

/**
 * The answers of a file that was saved from one sheet, as the storage holds them: its rows have numbers, and stay so.
 * @param {{answers: Object<string, unknown>, unplaced?: Object<string, unknown>}} file
 * @param {number} at when they are taken in
 * @returns {{format: number, values: Object<string, object>, rows: Object<string, object>}}
 */
export function sheetAsKept({ answers, unplaced }, at) {
  const values = {};
  for (const part of [isRecord(unplaced) ? unplaced : {}, answers])
    for (const [name, value] of Object.entries(part))
      if (value !== null) values[name] = { value: typeof value === "boolean" ? value : asText(value), at };
  return { format: 1, values, rows: {} };
}

function asText(value) {
  return typeof value === "string"
    ? value.replace(/\r\n?/g, "\n")
    : typeof value === "number"
      ? String(value)
      : JSON.stringify(value);
}

function isRecord(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function records(data) {
  return Object.fromEntries(Object.entries(isRecord(data) ? data : {}).filter(([, value]) => isRecord(value)));
}

function strings(data) {
  return Object.fromEntries(
    Object.entries(isRecord(data) ? data : {}).filter(([, value]) => typeof value === "string"),
  );
}

function sorted(data) {
  return Object.fromEntries(Object.entries(data).sort(([key], [other]) => (key < other ? -1 : 1)));
}
