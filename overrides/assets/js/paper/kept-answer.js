// An answer of a worksheet for a paper's gap: kept on this device, or drafted in this tab.

import { answersOf, heldAt, projectFact } from "../shared/kept-values.js";
import { isDay } from "../shared/due-dates.js";

/**
 * @param {string} scope the project's, see shared/scope.js
 * @param {string} from "worksheet.field", "worksheet.table.column" for every row that has an answer, or
 *   "worksheet.table.row.column" for one,
 *   "project.community" or "project.role"
 * @returns {string} the answer as people write it, a row a line; empty where there is none
 */
export function keptAnswer(scope, from) {
  const at = from.indexOf(".");
  if (from.startsWith("project.")) return projectFact(scope, from.slice(at + 1))[0] ?? "";
  return heldAt(answersOf(scope, from.slice(0, at)), from.slice(at + 1))
    .map(({ value }) => inWords(value))
    .join("\n");
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
