// Results over time as a report may show them: measure by measure, without results about very few people, and a sentence
// for each that also says what it does not show.

import { filled } from "./text.js";

export const SMALLEST = 5; // people: fewer could be recognised
const NUMBER = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * A result as it stands in a table. `better` is "higher", "lower" or empty.
 * @typedef {{label: string, day: string, value: string, people: string, better: string, limits: string}} Reading
 * @typedef {{day: string, value: number, people: number | undefined}} Point
 * @typedef {{label: string, better: string, points: Point[], hidden: string[], limits: string[]}} Measure `points` in
 *   the order of their days; `hidden` are the days of results about too few people
 */

/**
 * @param {string} text a number as people type it
 * @returns {number} NaN where it is none
 */
export function numberIn(text) {
  const plain = String(text ?? "")
    .trim()
    .replace(/^£\s*/, "")
    .replace(/\s*%$/, "");
  return /\d/.test(plain) && NUMBER.test(plain) ? Number(plain.replaceAll(",", "").replace("−", "-")) : Number.NaN;
}

/**
 * @param {Reading[]} readings
 * @returns {{measures: Measure[], unread: Reading[]}} measures in the order in which they come first; `unread` have no
 *   day or no number
 */
export function measuresOf(readings) {
  const measures = new Map();
  const unread = [];
  for (const reading of readings) {
    const key = reading.label.trim().replace(/\s+/g, " ").toLowerCase();
    const value = numberIn(reading.value);
    const people = numberIn(reading.people);
    const measure = measures.get(key) ?? {
      label: reading.label.trim(),
      better: "",
      points: [],
      hidden: [],
      limits: [],
    };
    measures.set(key, measure);
    measure.better ||= reading.better;
    if (reading.limits.trim()) measure.limits.push(reading.limits.trim());
    if (!DAY.test(reading.day) || Number.isNaN(value)) {
      if (!reading.better && !reading.limits) unread.push(reading); // else it says only how to read the measure
      continue;
    }
    if (people > 0 && people < SMALLEST) measure.hidden.push(reading.day);
    else measure.points.push({ day: reading.day, value, people: Number.isNaN(people) ? undefined : people });
  }
  for (const measure of measures.values()) {
    measure.points.sort((point, other) => (point.day < other.day ? -1 : point.day > other.day ? 1 : 0));
    measure.limits = [...new Set(measure.limits)];
  }
  return { measures: [...measures.values()], unread };
}

/**
 * A sentence for each measure, with what it does not show.
 * @param {Measure[]} measures
 * @param {Record<string, string>} words the strings under "pictures", "changes"
 * @param {(day: string) => string} inWords a day as people write it
 * @returns {{text: string, limit: string}[]}
 */
export function sentencesOf(measures, words, inWords) {
  return measures
    .filter(({ points, hidden }) => points.length || hidden.length)
    .map((measure) => ({
      text: [change(measure, words, inWords), verdict(measure, words), hiddenLine(measure, words)]
        .filter(Boolean)
        .join(" "),
      limit: filled(words.limit, { limits: limitsOf(measure, words) }),
    }));
}

/**
 * @param {Measure} measure
 * @param {Record<string, string>} words
 * @returns {string} what its results do not show: as it was written, else what no such result can
 */
export function limitsOf({ limits }, words) {
  return limits.length ? limits.map((limit) => limit.replace(/\.$/, "")).join("; ") : words.no_limit;
}

function change({ label, points }, words, inWords) {
  if (!points.length) return filled(words.all_hidden, { measure: label });
  const [first, last] = [points[0], points.at(-1)];
  const values = { measure: label, first: inFigures(first.value), first_day: inWords(first.day) };
  if (points.length === 1) return filled(words.one_result, values);
  const way = last.value > first.value ? "rose" : last.value < first.value ? "fell" : "stayed";
  const people = last.people === undefined ? "" : filled(words.of_people, { people: inFigures(last.people) });
  return filled(words[way], { ...values, last: inFigures(last.value), last_day: inWords(last.day), people });
}

function verdict({ better, points }, words) {
  if (points.length < 2 || !better) return "";
  const by = points.at(-1).value - points[0].value;
  if (!by) return "";
  return by > 0 === (better === "higher") ? words.is_better : words.is_worse;
}

function hiddenLine({ points, hidden }, words) {
  if (!hidden.length || !points.length) return "";
  return filled(hidden.length === 1 ? words.one_hidden : words.some_hidden, { count: hidden.length });
}

/**
 * @param {number} value
 * @returns {string} with commas, and no more than two places
 */
export function inFigures(value) {
  const [whole, places] = String(Number(Math.abs(value).toFixed(2))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${places ? `.${places}` : ""}`;
}
