// Where the rows of a file go beside rows that are here: to the row about the same, else to one that is free, else below.
// By their numbers alone two partners' rows would become one.

import { plain } from "./definition.js";

/**
 * @param {Map<string, string | boolean>} now what stands on the page
 * @param {Map<string, string | boolean>} values of the file
 * @param {import("./definition.js").Definition} sheet
 * @returns {(name: string) => string} the name that an answer of the file has on the page
 */
export function rowPlaces(now, values, sheet) {
  const places = new Map();
  for (const table of sheet.tables.values()) {
    if (!table.grows) continue;
    const here = rowsOf(now, table.id);
    const taken = new Set(here.keys());
    for (const [key, row] of rowsOf(values, table.id)) {
      const same = [...here].find(([there, other]) => taken.has(there) && isSame(row, other, table))?.[0];
      const place = same ?? (here.has(key) ? below(here) : key);
      if (same)
        taken.delete(same); // two rows of the file about the same stay two
      else here.set(place, row);
      places.set(`${table.id}.${key}`, `${table.id}.${place}`);
    }
  }
  return (name) => {
    const [table, key, column] = name.split(".");
    return column && places.has(`${table}.${key}`) ? `${places.get(`${table}.${key}`)}.${column}` : name;
  };
}

function rowsOf(values, id) {
  const rows = new Map();
  for (const [name, value] of values) {
    const [table, key, column] = name.split(".");
    if (table !== id || !column) continue;
    if (!rows.has(key)) rows.set(key, new Map());
    rows.get(key).set(column, value);
  }
  return rows;
}

// By their first words; a row without any is the same only where nothing in it differs.
function isSame(row, other, { columns }) {
  const first = columns.find(({ kind }) => kind === "text" || kind === "long_text")?.id;
  const words = (cells) => plain(String(cells.get(first) ?? ""));
  if (words(row) || words(other)) return words(row) === words(other);
  return [...row].every(([column, value]) => !other.has(column) || other.get(column) === value);
}

function below(here) {
  return String(Math.max(0, ...[...here.keys()].map(Number)) + 1);
}
