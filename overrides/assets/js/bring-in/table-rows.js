// A worksheet's table in a file: which rows are its own, which column is which, and what stands in it. Rows that somebody
// added in their program have no names: they count by their place.

/**
 * @param {import("./blocks.js").Place[][]} rows of a table or a sheet of cells
 * @param {import("./definition.js").TableOf} table
 * @param {import("./definition.js").Definition} sheet
 * @returns {{answers: [string, import("./blocks.js").Place][], used: number[]} | undefined} nothing where it is not here
 */
export function rowsOfTable(rows, table, sheet) {
  const owned = rows.map((row) => row.map((place) => cellIn(place, table, sheet)));
  const headAt = headOf(rows, table, sheet);
  const firstNamed = owned.findIndex((row) => row.some(Boolean));
  const lastNamed = owned.findLastIndex((row) => row.some(Boolean));
  if (headAt < 0 && firstNamed < 0) return undefined;
  const columns = new Map(headAt < 0 ? [] : headColumns(rows[headAt], table, sheet));
  for (const row of owned) for (const [at, cell] of row.entries()) if (cell) columns.set(cell.column, at);
  const begin = headAt >= 0 && (firstNamed < 0 || headAt < firstNamed) ? headAt + 1 : firstNamed;
  const end = endOf(rows, begin, lastNamed, columns, table, sheet);
  const used = Array.from({ length: end - begin }, (_, at) => begin + at);
  const answers = [];
  const others = otherColumns(rows[headAt], columns, sheet);
  const labelled = new Set();
  let place = 0;
  for (const at of used) {
    const key = table.grows ? String(++place) : labelledKey(rows[at], owned[at], columns, table, sheet, labelled);
    if (!key) {
      answers.push(...addedRow(rows[at], columns, table));
      continue;
    }
    for (const [column, across] of columns) {
      const cell = rows[at][across];
      if (cell) answers.push([`${table.id}.${key}.${column}`, { ...cell, text: cell.text.trim() }]);
    }
    for (const [across, cell] of rows[at].entries()) {
      const column = columnBefore(cell, table, sheet) ?? others.get(across);
      if (column && cell.text.trim())
        answers.push([`${table.id}.${key}.${column}`, { ...cell, names: [], stray: true }]);
    }
  }
  return { answers, used: headAt >= 0 ? [headAt, ...used] : used };
}

// The row of headings. One of an earlier version may lack some, or have others beside them: half of them are enough where
// no other table has all of its own there.
function headOf(rows, table, sheet) {
  const counts = rows.map((row) => headColumns(row, table, sheet).size);
  const whole = counts.indexOf(table.columns.length);
  if (whole >= 0) return whole;
  const most = Math.max(0, ...counts);
  const at = most >= 2 && most * 2 >= table.columns.length ? counts.indexOf(most) : -1;
  const isOther = (other) => other !== table && headColumns(rows[at], other, sheet).size === other.columns.length;
  return at >= 0 && [...sheet.tables.values()].some(isOther) ? -1 : at;
}

// Columns that this version does not have, by their headings: what stands in them is kept beside the worksheet.
function otherColumns(head, columns, sheet) {
  const taken = new Set(columns.values());
  const others = (head ?? []).map(({ text }, across) => [across, text.split("\n")[0].trim()]);
  const isOther = (text) => text && !sheet.isKnown(text) && !sheet.isSheetHead(text);
  return new Map(others.filter(([across, text]) => !taken.has(across) && isOther(sheet.plain(text))));
}

// The column whose name a cell has, where this version has none of that name.
function columnBefore({ names }, table, sheet) {
  for (const name of names) {
    const [id, , column] = sheet.nameOf(name) ? [] : sheet.nameBefore(name).split(".");
    if (id === table.id && column) return column;
  }
  return undefined;
}

function cellIn(place, table, sheet) {
  for (const name of place.names) {
    const [id, key, column] = (sheet.nameOf(name) ?? "").split(".");
    if (id === table.id && column) return { key, column };
  }
  return undefined;
}

// Which column has which heading. A heading may have its help under it.
function headColumns(row, table, sheet) {
  const places = new Map();
  for (const column of table.columns) {
    const label = sheet.plain(column.label);
    const at = row.findIndex(({ text }, place) => isHead(text, label, sheet) && ![...places.values()].includes(place));
    if (at >= 0) places.set(column.id, at);
  }
  return places;
}

function isHead(text, label, sheet) {
  const first = sheet.plain(text.split("\n")[0]);
  if (first === label || first.replace(/ \([^)]*\)$/, "") === label) return true; // such as “Amount (£)”
  return first.startsWith(`${label} `) && sheet.isHelp(first.slice(label.length + 1));
}

// Where the table ends: at its sums, at another table or field, or where nothing more stands in its columns.
function endOf(rows, begin, lastNamed, columns, table, sheet) {
  let end = begin;
  for (let at = begin; at < rows.length; at += 1) {
    const row = rows[at];
    const others = row.some(({ names }) =>
      names.some((name) => sheet.nameOf(name)?.split(".")[0] !== table.id && sheet.nameOf(name)),
    );
    if (others) break;
    if (at > lastNamed) {
      const first = sheet.plain(row.find(({ text }) => text.trim())?.text ?? "");
      if (sheet.isUnderTable(first)) break;
      if (isLine(row, first, sheet)) break;
    }
    if (at <= lastNamed || [...columns.values()].some((across) => row[across]?.text.trim() || row[across]?.ticked))
      end = at + 1;
  }
  return end;
}

// A line of the sheet that is no row: a label, a heading or a line of help, with at most an answer beside it.
function isLine(row, first, sheet) {
  const texts = row.filter(({ text }) => text.trim()).length;
  return (sheet.isKnown(first) && texts <= 1) || (sheet.isLabel(first) && texts <= 3 && row[0]?.text.trim() !== "");
}

// A row that somebody added where the worksheet has only its own: kept beside it, under what stands first in the row.
function addedRow(row, columns, table) {
  const written = row
    .map((place, across) => ({ ...place, across }))
    .filter(({ text, ticked }) => ticked || text.trim());
  const title = written.find(({ across }) => ![...columns.values()].includes(across))?.text.trim();
  const [first] = (title ?? written[0]?.text.trim() ?? "").split("\n");
  return written
    .filter(({ text }) => text.trim() !== title)
    .map((place) => {
      const column = [...columns].find(([, across]) => across === place.across)?.[0] ?? String(place.across + 1);
      return [`${table.id}.${first}.${column}`, { ...place, names: [], stray: true }];
    });
}

function labelledKey(row, owned, columns, table, sheet, labelled) {
  const named = owned.find(Boolean)?.key;
  const beside = row.filter((_, at) => ![...columns.values()].includes(at)).map(({ text }) => sheet.plain(text));
  const key = named ?? [...table.rowLabels].find(([, label]) => beside.includes(sheet.plain(label)))?.[0];
  if (!key || labelled.has(key)) return undefined;
  labelled.add(key);
  return key;
}
