// Says beside a day that it is a bank holiday. The day stays as it is: some things fall due on one.

import { screenOnly } from "../shared/dom.js";
import { filled } from "../shared/text.js";
import { kindOf } from "./boxes.js";

/**
 * @param {HTMLFormElement} form
 * @param {Object<string, string>} holidays the names of the days, by day
 * @param {{holiday: string}} words
 */
export function pointOut(form, holidays, words) {
  form.addEventListener("change", ({ target }) => kindOf(target) === "date" && look(target, true));
  form.addEventListener("answers", all);
  all();

  function all() {
    for (const box of form.querySelectorAll('input[type="date"]')) look(box, box === document.activeElement);
  }

  // `aloud`: it is announced, because the reader has just written it.
  function look(box, aloud) {
    const name = holidays[box.value];
    const shown = box.parentElement.querySelector(".field__holiday");
    if (!name) return shown?.remove();
    const note = shown ?? screenOnly("span", "field__holiday");
    if (aloud) note.setAttribute("role", "status");
    if (!shown) box.after(note);
    note.textContent = filled(words.holiday, { name });
  }
}
