// Rows that another table kept come into this one with one press, and go again with another.

import { isBlank, newRow, put, rowKeys } from "../shared/answers.js";
import { button, element, screenOnly } from "../shared/dom.js";
import { heldAt } from "../shared/kept-values.js";
import { MOST } from "./rows.js";

const LATER = 200; // milliseconds without typing, before it is looked up again

/**
 * Puts a line before each table to which rows may come: what there is to bring, and from where.
 * @param {{sheet: object, offers: object, taken: object, tell: function, say: function}} page
 */
export function offerRows({ sheet, offers, taken, tell, say }) {
  const { form } = sheet;
  const lines = Object.entries(offers.rows).flatMap(([id, all]) =>
    all.map((origin) => line(sheet.tables.get(id), origin)),
  );
  let waiting;
  show();
  for (const kind of ["input", "answers"])
    form.addEventListener(kind, () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, LATER);
    });
  for (const kind of ["storage", "pageshow"]) addEventListener(kind, show);

  function show() {
    for (const lineOf of lines) lineOf();
  }

  function line(table, origin) {
    const place = screenOnly("p", "worksheet__bring");
    const press = button("tool", "", `(${table.title})`, () => bring(table, origin));
    place.append(press);
    if (origin.sheet !== offers.own) {
      const link = element("a", "", say("rows_back", { sheet: offers.titles[origin.sheet] }));
      link.href = `../${origin.sheet}/`;
      place.append(" ", link);
    }
    form
      .querySelector(`[data-table="${CSS.escape(table.id)}"]`)
      .closest(".table-scroll")
      .before(place);
    return () => {
      const count = missing(table, origin).length;
      place.hidden = !count;
      if (count) press.firstChild.textContent = say("rows_bring", { what: origin.what, count });
    };
  }

  // The rows that are there and not here, as [{column of this table: {value, from}}]. The first column tells them apart.
  function missing(table, origin) {
    const here = new Set(heldAt(sheet.answers, `${table.id}.${origin.into[0]}`).map(({ value }) => same(value)));
    const all = origin.field
      ? fromLines(offers.answers(origin.sheet), origin)
      : fromRows(offers.answers(origin.sheet), origin);
    return all.filter((row) => {
      const name = same(row[origin.into[0]].value);
      return !here.has(name) && here.add(name);
    });
  }

  function bring(table, origin) {
    const rows = missing(table, origin);
    let count = 0;
    const was = sheet.addTo((answers, at) => {
      const keys = rowKeys(answers, table);
      const used = usedRows(answers, table.id);
      const free = keys.filter((key) => !used.has(key));
      for (const row of rows) {
        if (!free.length && keys.length >= MOST) break;
        const key = free.shift() ?? newRow(at + count);
        if (!keys.includes(key)) keys.push(key);
        put(answers, "rows", `${table.id}.${key}`, true, at);
        for (const [column, { value, from, isPart }] of Object.entries(row)) {
          put(answers, "values", `${table.id}.${key}.${column}`, value, at);
          taken.add(`${table.id}.${key}.${column}`, from, value, isPart);
        }
        count += 1;
      }
    });
    show();
    tell("brought", { count, table: table.title }, () => {
      sheet.restore(was);
      show();
    });
  }
}

function fromRows(answers, { sheet, table, into, columns }) {
  return heldAt(answers, `${table}.${columns[0]}`).map(({ key }) => {
    const row = key.split(".")[1];
    const cells = columns.map((column, at) => {
      const place = `${table}.${row}.${column}`;
      const value = answers.values.get(place)?.value;
      return [into[at], typeof value === "string" && { value: value.trim(), from: `${sheet}.${place}` }];
    });
    return Object.fromEntries(cells.filter(([, cell]) => cell?.value));
  });
}

// A line each; where all is one line, a sentence each. A colon parts what it is from who does it.
function fromLines(answers, { sheet, field, into }) {
  const [held] = heldAt(answers, field);
  if (!held) return [];
  const lines = held.value.split("\n").map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim());
  const all = lines.filter(Boolean).length > 1 ? lines : held.value.replace(/([.;])\s+/g, "$1\n").split("\n");
  return all
    .map((line) => line.trim().replace(/[.;]$/, ""))
    .filter(Boolean)
    .map((line) => {
      const parts = into.length > 1 ? line.split(/:\s+(.*)/s) : [line];
      return Object.fromEntries(
        into.flatMap((column, at) =>
          parts[at]?.trim() ? [[column, { value: parts[at].trim(), from: `${sheet}.${field}`, isPart: true }]] : [],
        ),
      );
    })
    .filter((row) => row[into[0]]);
}

function usedRows(answers, id) {
  const written = [...answers.values].filter(([, { value }]) => !isBlank(value)).map(([key]) => key.split("."));
  return new Set(written.filter(([table, , column]) => table === id && column).map(([, row]) => row));
}

function same(value) {
  return value.toLowerCase().replace(/\s+/g, " ").trim();
}
