// The days on which something is due, as sheets hold them: reviews, first reports, "delete by", every row of a plan.

import { heldAt } from "./kept-values.js";

/**
 * @typedef {{at: string, label: string, remind: number, named?: string, rows?: Object<string, string>}} DateField
 *   a place with a date, what it is called, and what calls its row: see macros/pages/project.py
 * @typedef {{sheet: string, title: string, key: string, day: string, label: string, name: string, remind: number,
 *   changed: number}} Due `key` is the lasting name of the answer, `changed` when it was last written
 */

/**
 * @param {{id: string, title: string, dates: DateField[]}} sheet
 * @param {import("./answers.js").Answers} answers of that sheet
 * @returns {Due[]} in the order of the days
 */
export function dueDates(sheet, answers) {
  return sheet.dates
    .flatMap((field) =>
      heldAt(answers, field.at)
        .filter(({ value }) => isDay(value))
        .map(({ key, value }) => {
          const row = key.split(".")[1];
          const [table, column] = (field.named ?? "").split(".");
          const naming = column ? answers.values.get(`${table}.${row}.${column}`) : undefined;
          return {
            sheet: sheet.id,
            title: sheet.title,
            key,
            day: value,
            label: field.label,
            name: field.rows?.[row] ?? (typeof naming?.value === "string" ? naming.value.trim() : ""),
            remind: field.remind,
            changed: Math.max(answers.values.get(key).at, naming?.at ?? 0),
          };
        }),
    )
    .sort(inOrder);
}

/** @param {Due} date @param {Due} other @returns {number} for sorting by day */
export function inOrder(date, other) {
  return date.day < other.day ? -1 : date.day > other.day ? 1 : 0;
}

/** @param {string} text @returns {boolean} whether it is a day that there is, such as 2027-02-04 */
export function isDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** @param {Date} now @returns {string} the day where the reader is, such as 2027-02-04 */
export function today(now = new Date()) {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
