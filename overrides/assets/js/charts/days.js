// Days as numbers and in words, for the timeline. Any year will do: a reader who types 2027 passes year 2.

import { filled } from "../shared/text.js";

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

/**
 * The day that a text means, as numbers that count from long ago.
 * @param {string} text such as 2027-02-04
 * @param {Record<string, string>} words `months` and `date`
 * @returns {{number: number, month: number, said: string} | null} days and months counted, and the day in words; null
 *   where it is not a day
 */
export function readDay(text, words) {
  const match = DAY.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  const index = year * 12 + month - 1;
  if (month < 1 || month > 12 || day < 1 || day > firstOf(index + 1) - firstOf(index)) return null;
  const written = filled(words.date, { day, month: words.months.split(" ")[month - 1], year });
  return { number: firstOf(index) + day - 1, month: index, said: written };
}

/**
 * The number of the first day of a month. The year begins in March, so that 29 February comes last.
 * @param {number} month counted from January of year 0
 * @returns {number}
 */
export function firstOf(month) {
  const year = Math.floor((month - 2) / 12);
  const sinceMarch = month - 2 - year * 12;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * sinceMarch + 2) / 5);
}
