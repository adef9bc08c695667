// The boxes of a form: what each is called, what stands in it, and how to put something there.

import { isBlank } from "../shared/answers.js";
import { amountOf, groupedAmount, inPounds } from "./money.js";

/**
 * Every box that somebody may fill in.
 * @param {ParentNode} form
 * @returns {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]}
 */
export function boxes(form) {
  return [...form.querySelectorAll(".field__input[name], .field__tick[name]")];
}

/**
 * The name of a box, but with its row's lasting key where the box itself says the row's number.
 * @param {HTMLElement} box
 * @returns {string}
 */
export function keyOf(box) {
  const row = box.closest("tr[data-row]");
  if (!row) return box.name;
  const [table, , column] = box.name.split(".");
  return `${table}.${row.dataset.row}.${column}`;
}

// What differs by the kind of field: how its value is read and put, what the value is in words, which number it is, and
// how a sum is written. `wrong` gives the word for an answer that the kind cannot be; `tidied` is how one is best written.
const written = {
  value: (box) => box.value,
  put: (box, value) => {
    if (box.value !== (value ?? "")) box.value = value ?? ""; // else its caret stays where it is
  },
  words: (value) => value,
  number: Number,
  // Twelve digits: without them 0.1 and 0.2 would make 0.30000000000000004.
  sum: (number) => String(Number(number.toPrecision(12))),
  wrong: () => undefined,
  tidied: (value) => value,
  stored: (_box, value) => value,
};

// A list keeps the id of what was chosen. What older versions kept, and what people paste or type in a form, are words.
const chosen = {
  ...written,
  put: (box, value) => {
    const id = idOf(box, value);
    if (box.value !== id) box.value = id;
  },
  stored: idOf,
  words: (value, _tick, box) => optionsOf(box).find((option) => option.value === value)?.text ?? value,
};

function optionsOf(box) {
  return box?.options ? [...box.options] : [];
}

function idOf(box, value = "") {
  const plain = (text) => text.trim().toLowerCase();
  const options = optionsOf(box);
  const option =
    options.find((each) => each.value === value) ??
    options.find((each) => each.value && plain(each.text) === plain(String(value)));
  return option?.value ?? value;
}

const FAR = 20; // years from today, beyond which a date is more likely a slip than a plan

// A number as people type it: "1,200" and "- 3.5" too.
function numberOf(text) {
  const plain = text.replace(/[\s\u00A0]/g, "").replace(/\u2212/g, "-");
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/.test(plain) && /\d/.test(plain)
    ? Number(plain.replaceAll(",", ""))
    : NaN;
}

const KINDS = {
  text: written,
  long_text: written,
  date: {
    ...written,
    words: (value) => dayInWords(value),
    wrong: (value) => (Math.abs(Number(value.slice(0, 4)) - new Date().getFullYear()) > FAR ? "odd_year" : undefined),
  },
  number: {
    ...written,
    number: numberOf,
    wrong: (value) => (Number.isNaN(numberOf(value)) ? "not_number" : undefined),
  },
  money: {
    ...written,
    words: inPounds,
    number: amountOf,
    sum: groupedAmount,
    wrong: (value) => (Number.isNaN(amountOf(value)) ? "not_money" : undefined),
    tidied: (value) => (Number.isNaN(amountOf(value)) ? value : groupedAmount(amountOf(value))),
  },
  choice: chosen,
  tick: {
    ...written,
    value: (box) => box.checked,
    put: (box, value) => (box.checked = value === true),
    words: (value, tick) => (value ? tick : ""),
  },
  scale: chosen,
};

/**
 * The kind of field. The page says it of each box, and of each cell with a sum: see worksheet-fields.html.
 * @param {HTMLElement} element
 * @returns {string}
 */
export function kindOf(element) {
  return element.dataset.kind;
}

/**
 * The answer in a box.
 * @param {HTMLElement} box
 * @returns {string | boolean}
 */
export function valueOf(box) {
  return KINDS[kindOf(box)].value(box);
}

/**
 * The sum of what stands in these boxes, as `place` writes it.
 * @param {HTMLElement[]} parts
 * @param {HTMLElement} place
 * @returns {string} blank where nothing stands in them, or where one is not a number
 */
export function sumOf(parts, place) {
  const numbers = parts
    .filter((part) => !isBlank(valueOf(part)))
    .map((part) => KINDS[kindOf(part)].number(valueOf(part)));
  if (!numbers.length || numbers.some(Number.isNaN)) return "";
  return KINDS[kindOf(place)].sum(numbers.reduce((sum, number) => sum + number, 0));
}

/**
 * The word for what an answer cannot be.
 * @param {HTMLElement} box
 * @returns {string | undefined}
 */
export function wrongIn(box) {
  if (box.validity?.badInput) return "not_day"; // half a date, or one that cannot be: the browser gives no value
  return isBlank(valueOf(box)) ? undefined : KINDS[kindOf(box)].wrong(valueOf(box));
}

/**
 * The answer as it is best written.
 * @param {HTMLElement} box
 * @returns {string | boolean}
 */
export function tidied(box) {
  return KINDS[kindOf(box)].tidied(valueOf(box));
}

/**
 * Whether a box shows this answer.
 * @param {HTMLElement} box
 * @param {string | boolean | undefined} value
 * @returns {boolean}
 */
export function isShowing(box, value) {
  return valueOf(box) === storedAs(box, value) || (isBlank(value) && isBlank(valueOf(box)));
}

/**
 * Puts an answer into the box, or empties it.
 * @param {HTMLElement} box
 * @param {string | boolean | undefined} value
 */
export function fill(box, value) {
  KINDS[kindOf(box)].put(box, value);
}

/**
 * Whether the reader is in this element. In a window at the back nobody is.
 * @param {HTMLElement} element
 * @returns {boolean}
 */
export function isInUse(element) {
  const active = document.activeElement;
  return document.hasFocus() && active?.name && element.contains(active);
}

/**
 * What stands in the box, in words: a date as people write it.
 * @param {HTMLElement} box
 * @param {string} tick what a ticked box means
 * @returns {string}
 */
export function wordsOf(box, tick) {
  return KINDS[kindOf(box)].words(valueOf(box), tick, box);
}

/**
 * The answer in a box as a form or a table holds it: as `valueOf`, but a choice in its words.
 * @param {HTMLElement} box
 * @returns {string | boolean}
 */
export function shownOf(box) {
  return box.options ? wordsOf(box) : valueOf(box);
}

/**
 * An answer as this box keeps it: for a choice the id, also where its words come.
 * @param {HTMLElement} box
 * @param {string | boolean | undefined} value
 * @returns {string | boolean | undefined}
 */
export function storedAs(box, value) {
  return KINDS[kindOf(box)].stored(box, value);
}

/**
 * The words of an answer to a field of this kind.
 * @param {string} kind
 * @param {string | boolean} value
 * @param {string} [tick] what a ticked box means
 * @returns {string}
 */
export function wordsFor(kind, value, tick) {
  return KINDS[kind].words(value, tick);
}

/**
 * A day as people write it; as it is where it is none.
 * @param {string} value such as 2027-02-04
 * @param {string} [language]
 * @returns {string}
 */
export function dayInWords(value, language = document.documentElement.lang) {
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) return value;
  return day.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/**
 * What a box is called.
 * @param {HTMLElement} box
 * @returns {string}
 */
export function labelOf(box) {
  return (
    box.labels?.[0]?.querySelector(".field__label")?.textContent.trim() ?? box.getAttribute("aria-label") ?? box.name
  );
}
