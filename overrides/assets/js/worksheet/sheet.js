// A worksheet on the page: its boxes and rows on one side, its answers on the other, kept the same.

import { isBlank, newAnswers, newRow, put, rowKeys, tick } from "../shared/answers.js";
import { filled } from "../shared/text.js";
import { boxes, fill, isInUse, isShowing, keyOf, storedAs, valueOf } from "./boxes.js";
import { MOST, growing } from "./rows.js";
import { withNames } from "./same-names.js";

// `said(word, values)` announces what became of a row. `sheet.changed` is called when an answer changed here.
export function openSheet(form, words, report) {
  const answers = newAnswers();
  const tables = new Map();
  const sheet = {
    form,
    answers,
    tables,
    show,
    answered,
    unplaced,
    empty,
    restore,
    replace,
    addTo,
    fillRows,
    write,
    changed: () => {},
  };
  let late = false; // whether a box in use does not yet show what another tab wrote

  for (const table of form.querySelectorAll("table[data-grows]")) {
    const id = table.dataset.table;
    tables.set(id, growing(table, words, { added: () => add(id), removed: (key) => remove(id, key) }));
  }
  // What stands here already was typed before this script came.
  for (const box of typed())
    if (!isBlank(valueOf(box))) put(answers, "values", keyOf(box), valueOf(box), tick(answers));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (!target.name) return;
    put(answers, "values", keyOf(target), valueOf(target), tick(answers));
    sheet.changed();
  });
  form.addEventListener("focusout", () => setTimeout(() => late && show(true)));
  return sheet;

  // Boxes that the reader fills in: not the totals.
  function typed() {
    return boxes(form).filter((box) => !box.readOnly);
  }

  // `careful`: what comes from another tab does not touch the box in which the reader is, until they leave it.
  function show(careful = false) {
    late = false;
    const isFree = (place) => !careful || !isInUse(place);
    for (const table of tables.values()) if (!table.show(rowKeys(answers, table), isFree)) late = true;
    for (const box of typed()) {
      const value = inStore(box);
      if (isFree(box)) fill(box, value);
      else late ||= !isShowing(box, value);
    }
    form.dispatchEvent(new Event("answers"));
  }

  // The answer to a box. Words of a choice, as older versions kept them, become its id.
  function inStore(box) {
    const entry = answers.values.get(keyOf(box));
    const value = storedAs(box, entry?.value);
    if (entry && value !== entry.value) put(answers, "values", keyOf(box), value, entry.at);
    return value;
  }

  function answered() {
    return [...answers.values].filter(([, { value }]) => !isBlank(value));
  }

  // Answers that no box shows, such as one to a question that this version of the worksheet does not ask.
  function unplaced() {
    const shown = new Map(boxes(form).map((box) => [keyOf(box), box]));
    return answered()
      .filter(([key, { value }]) => {
        const box = shown.get(key);
        return !box || (!isShowing(box, value) && !(late && isInUse(box)));
      })
      .map(([key, entry]) => [asNumbered(key), entry]);
  }

  // With its row's number, as in a file: by the row's lasting key the answer would bring a row of its own when loaded.
  function asNumbered(key) {
    const [id, row, column] = key.split(".");
    const place = column && tables.get(id)?.place(row);
    return place ? `${id}.${place}.${column}` : key;
  }

  function add(id) {
    const at = tick(answers);
    const key = newRow(at);
    put(answers, "rows", `${id}.${key}`, true, at);
    show();
    tables.get(id).enter(key);
    report("row_added", { row: tables.get(id).place(key) });
    sheet.changed();
  }

  function remove(id, key) {
    const table = tables.get(id);
    const row = table.place(key);
    const before = table.next(key);
    const had = answered().filter(([name]) => name.startsWith(`${id}.${key}.`));
    const at = tick(answers);
    put(answers, "rows", `${id}.${key}`, false, at);
    for (const [name] of had) put(answers, "values", name, "", at);
    show();
    table.leaveGap(key, before, filled(words.row_removed, { row }), () => putBack(table, key, had));
    report("row_removed", { row });
    sheet.changed();
  }

  function putBack(table, key, had) {
    const at = tick(answers);
    put(answers, "rows", `${table.id}.${key}`, true, at);
    for (const [name, { value }] of had)
      if (isBlank(answers.values.get(name)?.value)) put(answers, "values", name, value, at);
    show();
    table.enter(key);
    report("row_back", { row: table.place(key) });
    sheet.changed();
  }

  // Removes every answer and gives each table the rows that it began with. Returns what `restore` needs.
  function empty() {
    const was = { values: new Map(answers.values), rows: new Map(answers.rows), at: tick(answers) };
    for (const [key] of answered()) put(answers, "values", key, "", was.at);
    for (const table of tables.values()) {
      for (const key of rowKeys(answers, table))
        if (!table.first.includes(key)) put(answers, "rows", `${table.id}.${key}`, false, was.at);
      for (const key of table.first)
        if (answers.rows.has(`${table.id}.${key}`)) put(answers, "rows", `${table.id}.${key}`, true, was.at);
      table.fillGap();
    }
    show();
    return was;
  }

  // Puts back what was there, except where something was written since.
  function restore(was) {
    const at = tick(answers);
    for (const part of ["values", "rows"]) {
      for (const [key, entry] of [...answers[part]]) {
        if (entry.at > was.at) continue;
        const before = was[part].get(key);
        const [table, row] = key.split(".");
        const blank = part === "values" ? "" : Boolean(tables.get(table)?.first.includes(row));
        put(answers, part, key, before ? before.value : blank, at);
      }
    }
    show();
    sheet.changed();
  }

  // Lets `adding(answers, at)` add to what is there. Returns what `restore` needs.
  function addTo(adding) {
    const was = { values: new Map(answers.values), rows: new Map(answers.rows), at: tick(answers) };
    adding(answers, was.at);
    show();
    sheet.changed();
    return was;
  }

  // Adds rows until there are `count` from the first of `keys` on, in a table that may grow. Returns what `restore` needs.
  function fillRows(id, keys, count) {
    const was = { values: new Map(answers.values), rows: new Map(answers.rows), at: tick(answers) };
    const there = tables.has(id) ? rowKeys(answers, tables.get(id)).length : MOST;
    const more = Math.min(count - keys.length, MOST - there);
    for (let added = 0; added < more; added += 1) put(answers, "rows", `${id}.${newRow(was.at + added)}`, true, was.at);
    show();
    return was;
  }

  // Writes many answers at once, by the names under which they are kept.
  function write(values) {
    const at = answers.latest;
    for (const [key, value] of values) put(answers, "values", key, value, at);
    show();
    sheet.changed();
  }

  // Replaces all answers by those of a file, whose names say the rows' numbers. Returns what `restore` needs.
  function replace({ values, rows }) {
    const was = empty();
    const keys = new Map();
    for (const table of tables.values()) {
      const count = rows.get(table.id) ?? table.first.length;
      const rowKeys = table.first.slice(0, count);
      for (const key of table.first.slice(count)) put(answers, "rows", `${table.id}.${key}`, false, was.at);
      while (rowKeys.length < count) {
        rowKeys.push(newRow(was.at + rowKeys.length));
        put(answers, "rows", `${table.id}.${rowKeys.at(-1)}`, true, was.at);
      }
      keys.set(table.id, rowKeys);
    }
    const totals = new Set(
      [...form.querySelectorAll("[data-total]")].map(({ dataset }) => `${dataset.table}.${dataset.total}`),
    );
    for (const [name, value] of withNames(form, values)) {
      const [table, row, column] = name.split(".");
      if (column && totals.has(`${table}.${column}`)) continue; // worked out anew
      const key = keys.get(table)?.[row - 1];
      put(answers, "values", key ? `${table}.${key}.${column}` : name, value, was.at);
    }
    show();
    sheet.changed();
    return was;
  }
}
