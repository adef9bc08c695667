// Takes answers into the sheet that a reader has seen and wants: from a file that was saved here, from a filled form, or
// from several partners' sheets.

/**
 * Answers by the names of their boxes, as every form has them: "community", "partners.3.organisation" (the row's number,
 * or the id of a fixed row). A choice may come as its id or as its words. `rows`: how many rows a table has.
 * @typedef {{values: Map<string, string | boolean>, rows?: Map<string, number>}} Found
 */

/**
 * Takes these answers, all or nothing.
 * @param {ReturnType<typeof import("./sheet.js").openSheet>} sheet
 * @param {Found} found
 * @param {object} how
 * @param {ReturnType<typeof import("./take-over.js").takerOver>} how.taker
 * @param {string} [how.from] the worksheet whose answers come on top of what is here: this one's id, or that of one that
 *   is part of it now. Rows go where they are free, two texts stand one after the other, and nothing here is replaced.
 *   Without it, they take the place of what is here.
 * @returns {{placed: number, lost: number, undo: () => void}} `lost` is how many have no box: they are kept and listed
 */
export function takeAnswers(sheet, { values, rows = new Map() }, { taker, from }) {
  const before = from ? sheet.unplaced().length : 0;
  const was = from
    ? sheet.addTo((answers, at) => taker.ofOther(answers, from, asKept(values), at))
    : sheet.replace({ values, rows });
  const lost = Math.max(0, sheet.unplaced().length - before);
  return { placed: values.size - lost, lost, undo: () => sheet.restore(was) };
}

// A file's answers as those that are kept: its rows have numbers.
function asKept(values) {
  return { values: new Map([...values].map(([name, value]) => [name, { value }])) };
}
