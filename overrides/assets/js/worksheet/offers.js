// What may be offered at each place of a sheet, as its definition says it: see macros/pages/handed_on.py.

import { answersOf, heldAt, projectFact } from "../shared/kept-values.js";
import { keyOf } from "./boxes.js";

/**
 * Looks up what other sheets hold, and this one.
 * @param {{form: HTMLFormElement, answers: import("../shared/answers.js").Answers}} sheet
 * @param {string} scope see shared/project.js
 * @returns {object} placeOf, at, valueOf, answers, rows, titles
 */
export function openOffers({ form, answers }, scope) {
  const { offers, rows, titles } = JSON.parse(form.dataset.origins);
  const ownSheet = form.dataset.worksheet;
  const lately = new Map(); // what was read for what happens now: many rows may ask for the same sheet

  function read(sheet) {
    if (sheet === ownSheet) return answers;
    if (!lately.size) setTimeout(() => lately.clear());
    if (!lately.has(sheet)) lately.set(sheet, answersOf(scope, sheet));
    return lately.get(sheet);
  }

  // "field", or "table.column" for a box in a row.
  function placeOf(box) {
    const [table, , column] = keyOf(box).split(".");
    return column ? `${table}.${column}` : table;
  }

  // Everything that is offered at a box, each value once: [{value, sheet, from}].
  function at(box) {
    const offered = new Map();
    for (const origin of offers[placeOf(box)] ?? []) {
      const [sheet, place] = parted(origin);
      const values = place
        ? heldAt(read(sheet), place).map(({ key, value }) => ({ value, sheet, from: `${sheet}.${key}` }))
        : projectFact(scope, sheet).map((value) => ({ value }));
      for (const offer of values)
        if (offer.from !== `${ownSheet}.${keyOf(box)}` && !offered.has(offer.value)) offered.set(offer.value, offer);
    }
    return [...offered.values()];
  }

  // What stands today at a place that was taken from: "sheet.table.row.column".
  function valueOf(from) {
    const [sheet, key] = parted(from);
    return heldAt(read(sheet), key)[0]?.value ?? "";
  }

  return { placeOf, at, valueOf, answers: read, rows, titles, own: ownSheet };
}

/** @param {string} name "sheet.place" @returns {[string, string | undefined]} */
export function parted(name) {
  const at = name.indexOf(".");
  return at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}
