// The boxes of a form: what each is called, what stands in it, and how to put something there.

import { isBlank } from "../shared/answers.js";

export function boxes(form) {
  return [...form.querySelectorAll(".field__input[name], .field__tick[name]")];
}

// The name of a box, but with its row's lasting key where the box itself says the row's number.
export function keyOf(box) {
  const row = box.closest("tr[data-row]");
  if (!row) return box.name;
  const [table, , column] = box.name.split(".");
  return `${table}.${row.dataset.row}.${column}`;
}

export function valueOf(box) {
  return box.type === "checkbox" ? box.checked : box.value;
}

export function isShowing(box, value) {
  return valueOf(box) === value || (isBlank(value) && isBlank(valueOf(box)));
}

// Puts `value` into the box, or empties it. A box that already shows it is left alone: its caret stays where it is.
export function fill(box, value) {
  if (box.type === "checkbox") box.checked = value === true;
  else if (box.value !== (value ?? "")) box.value = value ?? "";
}

// Whether the reader is in this element. In a window at the back nobody is.
export function isInUse(element) {
  const active = document.activeElement;
  return document.hasFocus() && active?.name && element.contains(active);
}

// What stands in the box, in words: a date as people write it. `tick` says what a ticked box means.
export function wordsOf(box, tick) {
  if (box.type === "checkbox") return box.checked ? tick : "";
  return box.type === "date" ? dayInWords(box.value) : box.value;
}

export function dayInWords(value, language = document.documentElement.lang) {
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) return value;
  return day.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

export function labelOf(box) {
  return box.labels?.[0]?.querySelector(".field__label")?.textContent.trim() ?? box.getAttribute("aria-label") ?? box.name;
}
