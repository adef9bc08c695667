// Totals of rows, worked out while the reader types. A row with nothing to add up stays blank.

import { boxes, fill, numberOf, sumIn } from "./boxes.js";

export function addUp(form, words) {
  const tables = [...form.querySelectorAll("table[data-total]")];
  for (const table of tables) {
    for (const box of boxes(table)) if (columnOf(box) === table.dataset.total) own(box, words);
  }

  function work() {
    for (const table of tables) for (const row of table.querySelectorAll("tr[data-row]")) total(row, table.dataset);
  }

  form.addEventListener("input", work);
  form.addEventListener("answers", work);
  work();
}

function own(box, words) {
  box.readOnly = true;
  box.classList.add("field__input--total");
  box.setAttribute("aria-description", words.total);
}

function total(row, { total: into, of }) {
  const parts = of.split(" ");
  const all = boxes(row);
  const sumBox = all.find((box) => columnOf(box) === into);
  fill(sumBox, added(all.filter((box) => parts.includes(columnOf(box))), sumBox));
}

// The sum of what stands in `parts`, as `box` writes it. Blank where nothing does, or where one is not a number.
function added(parts, box) {
  const given = parts.filter((part) => part.value !== "").map(numberOf);
  return given.length && !given.some(Number.isNaN) ? sumIn(box, given.reduce((sum, number) => sum + number, 0)) : "";
}

function columnOf(box) {
  return box.name.split(".")[2];
}
