// Totals of rows, worked out while the reader types. A row with nothing to add up stays blank.

import { boxes, fill } from "./boxes.js";

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
  const own = boxes(row);
  const given = own.filter((box) => parts.includes(columnOf(box)) && box.value !== "").map((box) => Number(box.value));
  // Twelve digits: without them 0.1 and 0.2 would make 0.30000000000000004.
  const sum = given.length ? String(Number(given.reduce((one, other) => one + other, 0).toPrecision(12))) : "";
  fill(own.find((box) => columnOf(box) === into), sum);
}

function columnOf(box) {
  return box.name.split(".")[2];
}
