// Answers that were given when a worksheet's fields had other names, or stood on a worksheet that is part of this one
// now. Where each goes is written in the worksheet's `takes_over`. Nothing is dropped: what has no place stays an answer
// without a box, which the page lists. Two answers to what is one question today stand in one box, one after the other.

import { isBlank, newAnswers, newRow, put, tick } from "../shared/answers.js";
import { moved as target } from "../shared/renamed.js";
import { dayInWords } from "./boxes.js";

// `map`: "field", "table", "table.column" or "table.row.column" -> a place, or {to, write}.
export function takerOver(form, id, map = {}) {
  const grows = new Set([...form.querySelectorAll("table[data-grows]")].map((table) => table.dataset.table));

  return { own: takeOwn, ownFile, ofOther, isOther: (name) => name !== id && Object.hasOwn(map, name) };

  // Gives answers of this worksheet their names of today. Returns whether it had to. `at`: when it is done.
  function takeOwn(answers, at) {
    const before = [...answers.values].filter(([name, { value }]) => !isBlank(value) && target(name, value, map[id]));
    for (const [name] of before) put(answers, "values", name, "", at);
    for (const [name, { value }] of before) add(answers, name, target(name, value, map[id]), at, id);
    return before.length > 0;
  }

  // The same for the answers of a file: {name: value} -> {name: value}.
  function ownFile(values) {
    const answers = newAnswers();
    for (const [name, value] of values) put(answers, "values", name, value, 0);
    takeOwn(answers, 0);
    return new Map(
      [...answers.values]
        .map(([name, { value }]) => [name, value])
        .filter(([name, value]) => !isBlank(value) || values.get(name) === value),
    );
  }

  // Adds the answers of the worksheet that was called `other`. What this one has comes first.
  function ofOther(answers, other, theirs, at) {
    const renamed = newAnswers();
    const answered = [...theirs.values].filter(([, { value }]) => !isBlank(value));
    const moves = new Map(answered.map(([name, { value }]) => [name, target(name, value, map[other])]));
    for (const moved of [false, true]) {
      for (const [name, { value }] of answered) {
        if (Boolean(moves.get(name)) === moved) add(renamed, name, moves.get(name) ?? { to: name, value }, at, other);
      }
    }
    const rows = new Map(); // by the row's key: in sheets of several tables, the same row is about the same thing
    for (const [name, { value }] of renamed.values) {
      const [table, row, column] = name.split(".");
      if (!column || !grows.has(table)) add(answers, name, { to: name, value }, at, other);
      else rows.set(row, [...(rows.get(row) ?? []), { table, column, value }]);
    }
    let more = 0;
    for (const [row, cells] of inOrder(rows)) {
      const tables = [...new Set(cells.map(({ table }) => table))];
      if (
        tables.every((table) =>
          isThere(
            answers,
            cells.filter((cell) => cell.table === table),
          ),
        )
      )
        continue;
      const free = !tables.some((table) => isUsed(answers, table, row));
      const key = free ? row : newRow(at + more++);
      for (const table of tables)
        if (!free || answers.rows.has(`${table}.${key}`)) put(answers, "rows", `${table}.${key}`, true, at);
      for (const { table, column, value } of cells) put(answers, "values", `${table}.${key}.${column}`, value, at);
    }
  }

  // Puts `value` where it belongs, after what stands there. Where it does not fit, it stays an answer without a box.
  function add(answers, name, { to, value }, at, from) {
    const now = answers.values.get(to)?.value;
    const box = boxOf(to);
    const text = box?.matches("textarea, input[type=text]");
    const written = text ? inWords(value) : value;
    if (isBlank(now) || now === written) put(answers, "values", to, written, at);
    else if (text && typeof now === "string" && typeof written === "string")
      put(answers, "values", to, joined(now, written, box), at);
    else leave(answers, `${from}.${name}`, value, at);
  }

  function leave(answers, name, value, at) {
    const now = answers.values.get(name)?.value;
    put(answers, "values", name, isBlank(now) || now === value ? value : `${now}; ${value}`, at);
  }

  // The box of any row of the same column: its kind says what fits.
  function boxOf(name) {
    const [table, , column] = name.split(".");
    const exact = form.querySelector(`[name="${CSS.escape(name)}"]`);
    if (exact || !column || !grows.has(table)) return exact;
    return [...form.querySelectorAll(`[data-table="${CSS.escape(table)}"] [name]`)].find((box) =>
      box.name.endsWith(`.${column}`),
    );
  }
}

// A day is kept as 2027-03-09; among other words it is written as people do.
function inWords(value) {
  if (value === true) return "✓";
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayInWords(value) : String(value);
}

function joined(now, written, box) {
  if (now.includes(written)) return now;
  if (written.includes(now)) return written;
  return `${now}${box.matches("textarea") ? "\n" : "; "}${written}`;
}

function isUsed(answers, table, row) {
  return [...answers.values].some(([name, { value }]) => name.startsWith(`${table}.${row}.`) && !isBlank(value));
}

// Whether a row says all of this already, as after the same file was loaded twice.
function isThere(answers, cells) {
  const [{ table, column }] = cells;
  const keys = [...answers.values.keys()]
    .filter((name) => name.startsWith(`${table}.`) && name.endsWith(`.${column}`))
    .map((name) => name.split(".")[1]);
  return keys.some((key) =>
    cells.every((cell) => answers.values.get(`${table}.${key}.${cell.column}`)?.value === cell.value),
  );
}

function inOrder(rows) {
  const place = (key) => (/^\d+$/.test(key) ? Number(key) : Infinity);
  return [...rows].sort(([key], [other]) => place(key) - place(other) || (key < other ? -1 : 1));
}

// Brings what is kept on this device under earlier names to the store of today. `stores`: [id, store] of the others.
// What cannot be read is moved beside this worksheet's, what a newer version kept stays where it is, and where there is
// no room for both, all stays as it was.
export function takeOverKept(store, stores, taker) {
  const mine = store.read();
  if (!["none", "answers"].includes(mine.found)) return;
  const answers = mine.found === "answers" ? mine.answers : newAnswers();
  const at = tick(answers);
  let changed = taker.own(answers, at);
  const done = [];
  for (const [id, other] of stores) {
    const theirs = other.read();
    if (theirs.found === "damaged" && store.setAside(theirs.raw) === "kept") other.remove(false);
    if (theirs.found !== "answers") continue;
    taker.ofOther(answers, id, theirs.answers, at);
    changed = true;
    done.push(other);
  }
  if (changed && store.write(answers) === "kept") for (const other of done) other.remove(false);
}
