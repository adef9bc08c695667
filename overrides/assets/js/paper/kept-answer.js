// An answer that a worksheet's page keeps on this device, for a paper's gap.

import { isBlank } from "../shared/answers.js";
import { openStore } from "../shared/storage.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @param {string} site the path of the site's root, by which editions on one host are told apart
 * @param {string} from "worksheet.field", or "worksheet.table.column" for every row that has an answer
 * @returns {string} the answer as people write it, a row a line; empty where none is kept
 */
export function keptAnswer(site, from) {
  const [worksheet, place, column] = from.split(".");
  const kept = openStore(`worksheet:${site}:${worksheet}`).read();
  if (kept.found !== "answers") return "";
  const { values, rows } = kept.answers;
  if (!column) return inWords(values.get(place)?.value);
  return [...values]
    .map(([key, { value }]) => [key.split("."), value])
    .filter(
      ([[table, row, name]]) => table === place && name === column && rows.get(`${table}.${row}`)?.value !== false,
    )
    .map(([, value]) => inWords(value))
    .filter(Boolean)
    .join("\n");
}

function inWords(value) {
  if (isBlank(value) || value === true) return "";
  if (!DAY.test(value)) return value;
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) return value;
  return day.toLocaleDateString(globalThis.document?.documentElement.lang ?? "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
