// What a box is called and what an answer says, in words.

import { filled } from "../shared/text.js";

/**
 * @param {string} name of a box
 * @param {import("./definition.js").Definition} sheet
 * @param {Record<string, string>} words
 * @returns {string}
 */
export function labelFor(name, sheet, words) {
  const asked = sheet.askedAt(name);
  const [table, key, column] = name.split(".");
  if (!asked || !column) return asked?.label ?? name;
  const { grows, rowLabels } = sheet.tables.get(table);
  return grows ? filled(words.cell, { column: asked.label, row: key }) : `${asked.label}: ${rowLabels.get(key)}`;
}

/**
 * @param {string | boolean | undefined} value
 * @param {Record<string, string>} words
 * @param {import("./definition.js").Asked} [asked] says the words of an option
 * @returns {string}
 */
export function inWords(value, words, asked) {
  if (value === true) return words.ticked;
  const option = asked?.options.find((choice) => choice.value === value);
  if (option) return option.text;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    return day.toLocaleDateString(document.documentElement.lang, {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  }
  return value === undefined || value === false ? "" : String(value);
}
