// Words that came from another program, as the box they go into writes them: a day, a number, a tick. What is not
// understood stays as it is, so that it is listed rather than lost.

import { kindOf, storedAs } from "./boxes.js";

const YES = new Set(["yes", "y", "true", "1", "x", "✓", "✔", "☑", "☒"]);
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const KINDS = {
  date: (text) => dayOf(text) ?? text,
  tick: (text) => YES.has(text.trim().toLowerCase()) || text,
  choice: (text, box) => storedAs(box, text),
  scale: (text, box) => storedAs(box, text.replace(/\.0+$/, "")),
};

/**
 * @param {HTMLElement} box
 * @param {string} text
 * @returns {string | boolean}
 */
export function asAnswer(box, text) {
  return KINDS[kindOf(box)]?.(text, box) ?? text;
}

/**
 * A day as people write it in Britain: 9/3/2027, 9 March 2027, 2027-03-09.
 * @param {string} text
 * @returns {string | undefined} such as 2027-03-09; nothing where it is none
 */
export function dayOf(text) {
  const plain = text.trim().replace(/^[a-z]+day,?\s+/i, "");
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(plain);
  if (iso) return exact(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(plain);
  if (numbers) return exact(numbers[3], numbers[2], numbers[1]);
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4}|\d{2})$/i.exec(plain);
  return words ? exact(words[3], MONTHS.indexOf(words[2].toLowerCase()) + 1, words[1]) : undefined;
}

function exact(year, month, day) {
  const full = String(year).length === 2 ? `20${year}` : String(year);
  const iso = `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
