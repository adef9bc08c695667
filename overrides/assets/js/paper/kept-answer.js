// An answer of a worksheet for a paper's gap: kept on this device, or drafted in this tab.

import { answersOf, heldAt, projectFact } from "../shared/kept-values.js";
import { isDay } from "../shared/due-dates.js";
import { inOneLine, withColon } from "./lines.js";

/**
 * @param {string} scope the project's, see shared/scope.js
 * @param {string} from "worksheet.field", "worksheet.table.column" for every row that has an answer, or
 *   "worksheet.table.row.column" for one,
 *   "project.community" or "project.role"
 * @param {string[]} [beside] columns of the same row, whose answers stand after that of `from`
 * @param {Object<string, string>} [shown] the words of options, which are kept by their ids
 * @returns {string} the answer as people write it, a row a line; empty where there is none
 */
export function keptAnswer(scope, from, beside = [], shown = {}) {
  const at = from.indexOf(".");
  if (from.startsWith("project.")) return projectFact(scope, from.slice(at + 1))[0] ?? "";
  const answers = answersOf(scope, from.slice(0, at));
  return heldAt(answers, from.slice(at + 1))
    .map(({ key, value }) => withColon(inWords(shown[value] ?? value), besideIt(answers, key, beside, shown)))
    .join("\n");
}

function besideIt(answers, key, columns, shown) {
  const row = key.split(".").slice(0, 2).join(".");
  const values = columns.map((column) => answers.values.get(`${row}.${column}`)?.value);
  const lines = values
    .filter((value) => typeof value === "string" && value.trim())
    .map((value) => inWords(shown[value] ?? value.trim()).replace(/\s*\n\s*/g, " "));
  return inOneLine(lines);
}

function inWords(value) {
  if (!isDay(value)) return value;
  return new Date(`${value}T00:00:00Z`).toLocaleDateString(globalThis.document?.documentElement.lang ?? "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
