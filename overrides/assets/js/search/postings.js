// How the index writes numbers: as letters, small numbers with few of them, as source maps do (base64 VLQ, without signs).
// A list of where a word stands takes a fifth of what it would take as JSON.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const MORE = 32; // more digits of this number follow
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/**
 * @param {number[]} numbers whole, and none below 0
 * @returns {string}
 */
export function encode(numbers) {
  return numbers.map(digits).join("");
}

/**
 * @param {string} text what `encode` gave
 * @returns {number[]}
 */
export function decode(text) {
  const numbers = [];
  let number = 0;
  let weight = 1;
  for (const digit of text) {
    const value = VALUES.get(digit);
    number += (value % MORE) * weight;
    weight *= MORE;
    if (value >= MORE) continue;
    numbers.push(number);
    number = 0;
    weight = 1;
  }
  return numbers;
}

/**
 * Where a word stands: how many entries lie between two, doubled; one more where it stands there several times, and
 * then how often.
 * @param {[number, number][]} postings the entry's number and how often, in order
 * @returns {string}
 */
export function encodePostings(postings) {
  let next = 0;
  const numbers = [];
  for (const [entry, times] of postings) {
    numbers.push((entry - next) * 2 + (times > 1 ? 1 : 0));
    if (times > 1) numbers.push(times);
    next = entry + 1;
  }
  return encode(numbers);
}

/**
 * @param {string} text what `encodePostings` gave
 * @returns {[number, number][]}
 */
export function decodePostings(text) {
  const postings = [];
  const numbers = decode(text)[Symbol.iterator]();
  let next = 0;
  for (const number of numbers) {
    const entry = next + Math.floor(number / 2);
    postings.push([entry, number % 2 ? numbers.next().value : 1]);
    next = entry + 1;
  }
  return postings;
}

function digits(number) {
  const rest = Math.floor(number / MORE);
  return rest ? DIGITS[(number % MORE) + MORE] + digits(rest) : DIGITS[number];
}
