// What stands in a file, as an answer of the kind that its box takes: a day, a number, an option. What does not fit is kept
// as it was written, and the reader is told.

const TICKED = /^(☒|☑|✓|✔|✗|✘|x|yes|y|true|1|on|wahr|vrai|ja|oui)$/i;
const UNTICKED = /^(☐|□|▢|no|n|false|0|off|-)?$/i;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * An answer as it stands on the page, or why it is not one: "not_day", "not_number", "not_option", "not_tick".
 * @param {import("./blocks.js").Place} place
 * @param {import("./definition.js").Asked} asked
 * @param {string[]} prompts what stands where nothing was written
 * @returns {{value: string | boolean, wrong?: string} | undefined} nothing where it is blank
 */
export function fitted(place, asked, prompts) {
  const text = !place.exact && prompts.includes(place.text.trim()) ? "" : place.text;
  return KINDS[asked.kind]?.({ ...place, text }, asked, prompts) ?? undefined;
}

const KINDS = { text: words, long_text: words, date: day, number, money, choice: option, tick, scale: option };

function words({ text, ticked, exact }, { oneLine }) {
  const value = (exact ? text : text.trim()) || (ticked ? "✓" : "");
  return value && { value: oneLine ? value.replace(/\s*\n\s*/g, " ") : value };
}

function day(place) {
  const text = place.text.trim();
  const day = (place.number === undefined ? (place.day && !text ? place.day : dayIn(text)) : place.serial) ?? place.day;
  if (day && (text || place.day)) return { value: day };
  return text && { value: text, wrong: "not_day" };
}

/**
 * A day as people in Britain write it: 2027-03-09, 9 March 2027, 9th Mar 27, March 9, 2027, 9/3/2027, 9.3.27.
 * @param {string} text
 * @returns {string | undefined} 2027-03-09; nothing where it is none that there is
 */
export function dayIn(text) {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/.exec(text);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const figures = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/.exec(text);
  if (figures) return existing(figures[3], figures[2], figures[1]);
  const plain = text.toLowerCase().replace(/^(mon|tues?|wed(nes)?|thur?s?|fri|satur|sat|sun)(day)?,?\s+/, "");
  const first = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/.exec(plain);
  if (first) return existing(first[3], month(first[2]), first[1]);
  const last = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(plain);
  return last ? existing(last[3], month(last[1]), last[2]) : undefined;
}

function month(name) {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function existing(year, monthOfYear, dayOfMonth) {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, Number(monthOfYear) - 1, Number(dayOfMonth)));
  const isThere = date.getUTCMonth() === Number(monthOfYear) - 1 && date.getUTCDate() === Number(dayOfMonth);
  return isThere && full > 1000 ? date.toISOString().slice(0, 10) : undefined;
}

function number(place) {
  const text = place.text.trim();
  if (place.number !== undefined) return { value: String(place.number) };
  const figures = text.replace(/[\s\u00A0,](?=\d{3}(\D|$))/g, "");
  if (/^[-+−]?\d*\.?\d+(e[-+]?\d+)?$/i.test(figures)) return { value: figures.replace("−", "-").replace(/^\+/, "") };
  return text && { value: text, wrong: "not_number" };
}

function money(place) {
  if (place.number !== undefined) return { value: String(Number(place.number.toFixed(2))) };
  const text = place.text.trim();
  const figures = text.replace(/^([-−]?)\s*£\s*/, "$1").replace("−", "-");
  if (/^-?[\d,\s]*\.?\d+$/.test(figures)) return { value: figures };
  return text && { value: text, wrong: "not_number" };
}

function option(place, { options }, prompts) {
  const text = place.text.trim();
  if (!text || prompts.includes(text)) return undefined;
  const same = (text, other) =>
    text.normalize("NFKC").replace(/\s+/g, " ").toLowerCase() ===
    other.normalize("NFKC").replace(/\s+/g, " ").toLowerCase();
  const match =
    options.find((option) => option.text === text || option.value === text) ??
    options.find((option) => same(option.text, text));
  return match ? { value: match.value } : { value: text, wrong: "not_option" };
}

function tick({ text, ticked }) {
  const written = text.trim();
  if (ticked || TICKED.test(written)) return { value: true };
  return ticked === false || UNTICKED.test(written) ? undefined : { value: written, wrong: "not_tick" };
}
