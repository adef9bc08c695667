// A sheet may ask for the same thing in two tables, such as the communities that are described in one and scored in the
// other. What is typed into the first stands in the same row of the next, until somebody writes something else there.

import { isBlank } from "../shared/answers.js";
import { boxes } from "./boxes.js";

/**
 * Two tables whose first columns have the same id are about the same things.
 * @param {HTMLFormElement} form
 */
export function carryNames(form) {
  const before = new WeakMap(); // what stood in a box when it was last looked at

  form.addEventListener("focusin", ({ target }) => target.name && before.set(target, target.value));
  form.addEventListener("input", ({ target }) => {
    if (!["text", "long_text"].includes(target.dataset?.kind)) return;
    const was = before.get(target) ?? "";
    before.set(target, target.value);
    for (const other of sameIn(target)) {
      if (other.value !== "" && other.value !== was) continue;
      other.value = target.value;
      other.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  // The boxes of the same column in the same row of the tables that come after.
  function sameIn(box) {
    const table = box.closest("table[data-grows]");
    if (!table) return [];
    const [, , column] = box.name.split(".");
    if (boxes(box.closest("tr"))[0] !== box) return [];
    const place = [...table.querySelectorAll("tr[data-row]")].indexOf(box.closest("tr"));
    const tables = [...form.querySelectorAll("table[data-grows]")];
    return tables
      .slice(tables.indexOf(table) + 1)
      .map((later) => later.querySelectorAll("tr[data-row]")[place])
      .flatMap((row) => (row ? boxes(row).slice(0, 1) : []))
      .filter((other) => other.name.endsWith(`.${column}`));
  }
}

/**
 * What a file says, and the names that a later table left out: on paper its rows have the numbers of the first one's.
 * @param {HTMLFormElement} form
 * @param {Map<string, string | boolean>} values by name, with the rows' numbers
 * @returns {Map<string, string | boolean>}
 */
export function withNames(form, values) {
  const named = new Map(values);
  const tables = [...form.querySelectorAll("table[data-numbered]")];
  const [first, ...later] = tables.map((table) => boxes(table)[0]?.name.split(".") ?? []);
  for (const [id, , column] of later) {
    for (const [name, value] of values) {
      const [table, row] = name.split(".");
      const asked = `${id}.${row}.${column}`;
      if (table === id && !isBlank(value) && isBlank(named.get(asked)))
        named.set(asked, values.get(`${first[0]}.${row}.${first[2]}`) ?? "");
    }
  }
  return named;
}
