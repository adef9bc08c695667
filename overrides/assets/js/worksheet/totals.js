// Totals of rows and of columns, worked out while the reader types. Where there is nothing to add up, nothing stands.

import { boxes, fill, kindOf, sumOf, wordsFor } from "./boxes.js";

/**
 * Keeps every total of a form right.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words of the page
 */
export function addUp(form, words) {
  const tables = [...form.querySelectorAll("table[data-total]")];
  for (const table of tables) {
    for (const box of boxes(table)) if (columnOf(box) === table.dataset.total) columnTotal(box, words);
  }

  function work() {
    for (const table of tables) for (const row of table.querySelectorAll("tr[data-row]")) total(row, table.dataset);
    for (const cell of form.querySelectorAll("td[data-sum]")) totalDown(cell);
  }

  // What is typed changes the totals of its own row and column, of hundreds.
  form.addEventListener("input", ({ target }) => {
    const row = target.closest?.("tr[data-row]");
    const table = row?.closest("table");
    if (!table) return;
    if (table.dataset.total) total(row, table.dataset);
    for (const cell of table.querySelectorAll("td[data-sum]")) totalDown(cell);
  });
  form.addEventListener("answers", work);
  work();
}

function columnTotal(box, words) {
  box.readOnly = true;
  box.classList.add("field__input--total");
  box.setAttribute("aria-description", words.total);
}

function total(row, { total: into, of }) {
  const parts = of.split(" ");
  const all = boxes(row);
  const sumBox = all.find((box) => columnOf(box) === into);
  fill(
    sumBox,
    sumOf(
      all.filter((box) => parts.includes(columnOf(box))),
      sumBox,
    ),
  );
}

function totalDown(cell) {
  const body = cell.closest("table").tBodies[0];
  const parts = [...body.querySelectorAll(`[name$=".${cell.dataset.sum}"]`)];
  cell.textContent = wordsFor(kindOf(cell), sumOf(parts, cell));
}

function columnOf(box) {
  return box.name.split(".")[2];
}
