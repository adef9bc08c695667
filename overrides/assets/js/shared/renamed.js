// Where an answer goes that was given when a worksheet's fields had other names. A worksheet says it in `takes_over`.

/**
 * @param {string} name of the answer then: "field" or "table.row.column"
 * @param {string | boolean} value
 * @param {Record<string, string | {to: string, write?: string | Record<string, string>}> | undefined} map the keys are
 *   "field", "table", "table.column" or "table.row.column"
 * @returns {{to: string, value: string | boolean} | undefined} nothing where it keeps its name
 */
export function moved(name, value, map) {
  const [table, row, column] = name.split(".");
  const exact = entryOf(map, name);
  if (exact) return place(exact, value, (to) => to);
  if (!column) return undefined;
  const all = entryOf(map, `${table}.${column}`);
  if (all) {
    return place(
      all,
      value,
      (to) => {
        const [newTable, newColumn] = to.split(".");
        return `${newTable}.${row}.${newColumn}`;
      },
      name,
    );
  }
  const whole = entryOf(map, table);
  return whole && place(whole, value, (to) => `${to}.${row}.${column}`);
}

function entryOf(map, name) {
  return map && Object.hasOwn(map, name) ? map[name] : undefined;
}

function place(entry, value, named, from) {
  const { to, write } = typeof entry === "string" ? { to: entry } : entry;
  const written = typeof write === "string" ? (value === true ? write : value) : (entryOf(write, value) ?? value);
  const name = named(to);
  return name === from && written === value ? undefined : { to: name, value: written };
}
