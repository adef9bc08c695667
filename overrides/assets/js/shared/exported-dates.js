// Which dates went to a calendar before. One that is gone since is called off in the next file, so that it leaves the
// calendar too. What went out is kept with the project, and goes along in its file.

import { factsOf, keepFacts } from "./project.js";

const EPOCH = Date.UTC(2020, 0, 1);
const KEPT = 400 * 86_400_000; // milliseconds after its day, for which a date that is gone is called off again

/**
 * What went out: sequence, day, and whether it has been called off since, by "sheet.key".
 * @typedef {Object<string, [number, string, (0 | 1)?]>} Exported
 */

/** @param {string} scope see project.js @returns {Exported} */
export function exportedDates(scope) {
  const { calendar } = factsOf(scope);
  return Object.fromEntries(
    Object.entries(typeof calendar === "object" && calendar !== null ? calendar : {}).filter(
      ([, entry]) => Array.isArray(entry) && Number.isInteger(entry[0]) && typeof entry[1] === "string",
    ),
  );
}

/**
 * Remembers these dates, and adds those of the same sheets that went out before and are gone now.
 * @param {string} scope
 * @param {import("./due-dates.js").Due[]} dates
 * @param {{id: string, title: string}[]} sheets those that the dates are of
 * @param {number} now
 * @returns {(import("./due-dates.js").Due & {sequence: number, gone?: boolean})[]} `sequence` grows with every change
 */
export function withGone(scope, dates, sheets, now) {
  const before = exportedDates(scope);
  const after = { ...before };
  const going = dates.map((date) => {
    const name = `${date.sheet}.${date.key}`;
    const [last = 0, day = date.day, gone = 0] = before[name] ?? [];
    const sequence = Math.max(sequenceAt(date.changed), gone || day !== date.day ? last + 1 : last);
    after[name] = [sequence, date.day];
    return { ...date, sequence };
  });
  const here = new Set(going.map(({ sheet, key }) => `${sheet}.${key}`));
  const titles = new Map(sheets.map(({ id, title }) => [id, title]));
  for (const [name, [last, day, gone]] of Object.entries(before)) {
    const at = name.indexOf(".");
    const [sheet, key] = [name.slice(0, at), name.slice(at + 1)];
    if (here.has(name) || !titles.has(sheet)) continue;
    if (Date.parse(`${day}T00:00:00Z`) + KEPT < now) {
      delete after[name];
      continue;
    }
    const sequence = gone ? last : Math.max(sequenceAt(now), last + 1);
    after[name] = [sequence, day, 1];
    going.push({
      sheet,
      key,
      title: titles.get(sheet),
      day,
      label: "",
      name: "",
      remind: 0,
      changed: now,
      sequence,
      gone: true,
    });
  }
  keepFacts(scope, { ...factsOf(scope), calendar: after });
  return going;
}

/**
 * @param {Exported} mine
 * @param {Exported} theirs
 * @returns {Exported} of two on one date the later one
 */
export function mergedExports(mine, theirs) {
  const all = { ...mine };
  for (const [name, entry] of Object.entries(theirs)) if (!all[name] || entry[0] > all[name][0]) all[name] = entry;
  return all;
}

function sequenceAt(time) {
  return Math.max(0, Math.floor((time - EPOCH) / 1000));
}
