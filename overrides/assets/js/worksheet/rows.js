// A table whose rows can be added and removed. It draws rows; which there are is for the answers to say.

import { button, element } from "../shared/dom.js";
import { filled } from "../shared/text.js";
import { boxes, fill } from "./boxes.js";

export const MOST = 1000; // rows of a table: more than anybody fills in by hand

/**
 * Lets the reader add and remove rows of a table.
 * @param {HTMLTableElement} table
 * @param {Record<string, string>} words of the page
 * @param {{added: () => void, removed: (key: string) => void}} pressed called when the reader presses the buttons
 * @returns {object} id, title, first, columns, show, enter, place, next, leaveGap, fillGap
 */
export function growing(table, words, { added, removed }) {
  const body = table.tBodies[0];
  let gap; // the place of the row that was removed last
  const id = table.dataset.table;
  const title = table.dataset.title;
  const first = rows().map((row) => row.dataset.row);
  const columns = new Set(boxes(body.rows[0]).map((box) => box.name.split(".")[2]));
  table.tHead.rows[0].append(toolsHead());
  table.querySelector("colgroup").append(element("col", "worksheet-table__tools-col"));
  for (const row of rows()) addTools(row);
  table.tFoot?.rows[0].append(element("td", "worksheet-table__tools"));
  // A browser brings the line that is typed into sight, and not the whole box with its ring.
  body.addEventListener("focusin", ({ target }) => target.scrollIntoView({ block: "nearest", inline: "nearest" }));
  body.addEventListener("click", ({ target }) => {
    const remove = target.closest(".worksheet-table__remove");
    if (remove) removed(remove.closest("tr").dataset.row);
  });
  const pattern = blank(body.rows[0]);
  const more = element("p", "worksheet__add");
  more.append(button("tool", words.add_row, `(${title})`, added));
  table.closest(".table-scroll").after(more);
  number();

  function rows() {
    return [...body.querySelectorAll("tr[data-row]")];
  }

  function find(key) {
    return rows().find((row) => row.dataset.row === key);
  }

  function toolsHead() {
    const head = element("td", "worksheet-table__tools");
    head.append(element("span", "visually-hidden", words.row_tools));
    return head;
  }

  function addTools(row) {
    const cell = element("td", "worksheet-table__tools");
    cell.append(button("worksheet-table__remove", words.remove_row, " "));
    row.append(cell);
  }

  function blank(row) {
    const copy = row.cloneNode(true);
    delete copy.dataset.place;
    for (const box of boxes(copy)) fill(box, undefined);
    return copy;
  }

  // Makes the drawn rows those of `keys`, but removes none that is not free. Returns whether they are the same now.
  function show(keys, isFree) {
    const wanted = new Map(keys.map((key, at) => [key, at]));
    const drawn = new Map();
    for (const row of rows()) {
      if (!wanted.has(row.dataset.row) && isFree(row)) row.remove();
      else drawn.set(row.dataset.row, row);
    }
    // From the last to the first, each new row goes before the next one that is wanted.
    let next = null;
    for (const key of [...keys].reverse()) {
      if (!drawn.has(key)) {
        const row = blank(pattern);
        row.dataset.row = key;
        body.insertBefore(row, next);
        drawn.set(key, row);
      }
      next = drawn.get(key);
    }
    if (gap && wanted.has(gap.dataset.removed)) fillGap();
    number();
    return drawn.size === keys.length;
  }

  // Names, ids and labels say the row's number, which changes when a row before it goes.
  function number() {
    const all = rows();
    const sheet = table.closest("form").dataset.worksheet;
    all.forEach((row, at) => {
      const place = String(at + 1);
      row.querySelector(".worksheet-table__remove").hidden = all.length === 1;
      if (row.dataset.place === place) return; // as it was
      row.dataset.place = place;
      row.dataset.called = filled(words.row, { row: place });
      for (const box of boxes(row)) {
        const column = box.name.split(".")[2];
        box.name = `${id}.${place}.${column}`;
        box.id = `${sheet}--${box.name.replaceAll(".", "-")}`;
        const { called, label } = box.closest("td").dataset;
        box.title = filled(words.cell, { column: called ?? label, row: at + 1 });
        box.setAttribute("aria-label", box.title);
      }
      row.querySelector(".worksheet-table__remove").lastChild.textContent = ` (${filled(words.row, { row: at + 1 })})`;
    });
    more.hidden = all.length >= MOST;
  }

  // Says in the row's own place that it was removed, with a way back. Only the last one: the older ones are settled.
  function leaveGap(key, before, text, undo) {
    fillGap();
    gap = element("tr", "worksheet-table__gap");
    gap.dataset.removed = key;
    const cell = element("td");
    cell.colSpan = table.tHead.rows[0].cells.length;
    const back = button("tool", words.undo, `(${text})`, undo);
    const inside = element("span", "worksheet-table__gap-in");
    inside.append(element("span", "", text), back);
    cell.append(inside);
    gap.append(cell);
    body.insertBefore(gap, before);
    back.focus();
  }

  function fillGap() {
    gap?.remove();
    gap = undefined;
  }

  function enter(key) {
    const row = find(key);
    if (row)
      boxes(row)
        .find((box) => !box.readOnly)
        ?.focus();
  }

  const next = (key) => rows()[place(key)] ?? null;
  const place = (key) => rows().findIndex((row) => row.dataset.row === key) + 1;
  return { id, title, first, columns, show, enter, place, next, leaveGap, fillGap };
}
