// A file's blocks read for one worksheet. What has the name of a box is its answer. Where names were lost, as in Google
// Docs or Pages, an answer is what stands after its label, and a table is known by its headings.

import { fieldRow, isAnswers, isOfLabels, isWords, namedIn } from "./field-rows.js";
import { rowsOfTable } from "./table-rows.js";

/**
 * A place in a file: its text, the names of boxes in it, and where it is more than text: a number, a day, ticked or not.
 * @typedef {{text: string, names: string[], isHeading?: boolean, number?: number, day?: string, serial?: string, ticked?: boolean, exact?: boolean}} Place
 * @typedef {Place | {rows: Place[][], title?: string}} Block
 */

/**
 * @param {Block[]} blocks
 * @param {import("./definition.js").Definition} sheet
 * @returns {{answers: Map<string, Place>, others: string[]}} answers by name, blank ones too; names that the worksheet
 *   does not have are kept. `others` are words that stand nowhere in the worksheet and are no answer
 */
export function answersIn(blocks, sheet) {
  const reading = { answers: new Map(), sheet, current: undefined, gap: 0, labels: queues(sheet), others: [] };
  const tables = new Set();
  for (const block of blocks) {
    if (block.title && sheet.isSheetHead(sheet.plain(block.title))) continue; // what there is to choose from
    if (block.rows) tableBlock(block.rows, reading, tables);
    else placeBlock(block, reading);
  }
  for (const place of reading.answers.values()) place.text = place.text.trim();
  return reading;
}

// The names of the fields with each label, in order: two may have the same.
function queues(sheet) {
  const labels = new Map();
  for (const field of sheet.fields.values()) {
    const key = sheet.plain(field.label);
    labels.set(key, [...(labels.get(key) ?? []), field.name]);
  }
  return labels;
}

function placeBlock(place, reading) {
  const { answers, sheet, labels } = reading;
  const named = place.names.map((name) => sheet.nameOf(name)).filter(Boolean);
  if (named.length) {
    for (const name of named) answers.set(name, { ...place });
    reading.current = named.at(-1);
    reading.gap = 0;
    return;
  }
  for (const name of place.names)
    if (isAnswers(name) && !answers.has(sheet.nameBefore(name)))
      answers.set(sheet.nameBefore(name), { ...place, stray: true });
  const key = sheet.plain(place.text);
  const next = labels.get(key)?.shift();
  if (next) {
    reading.current = next;
    reading.gap = 0;
    if (!answers.has(next)) answers.set(next, { text: "", names: [], byLabel: true });
  } else if (sheet.isHelp(key)) return;
  else if (sheet.isKnown(key) || isNextPart(place, reading)) reading.current = undefined;
  else if (reading.current) goOn(place, reading);
  else if (isWords(key) && !sheet.isOnPage(place.text)) reading.others.push(place.text.trim());
}

// A heading that this version of the worksheet does not have. Inside a long answer it may be the writer's own.
function isNextPart({ isHeading }, { sheet, current }) {
  return Boolean(isHeading && current && sheet.askedAt(current)?.kind !== "long_text");
}

// Words after a whole number, day or choice are no more of it: an earlier version asked something there.
function isWhole({ answers, sheet, current }) {
  const kind = sheet.askedAt(current)?.kind;
  return kind && kind !== "text" && kind !== "long_text" && answers.get(current).text.trim() !== "";
}

// More of the answer that was begun: somebody pressed Enter in it. An empty line counts when something comes after it.
function goOn(place, reading) {
  const answer = reading.answers.get(reading.current);
  if (!place.text.trim()) {
    reading.gap += 1;
    return;
  }
  if (isWhole(reading)) {
    reading.current = place.text.trim();
    reading.answers.set(reading.current, { text: "", names: [], stray: true });
    return;
  }
  const before = answer.text ? `${answer.text}\n${"\n".repeat(reading.gap)}` : "";
  answer.text = before + place.text;
  answer.ticked ??= place.ticked;
  answer.day ??= place.day;
  reading.gap = 0;
}

function tableBlock(rows, reading, tables) {
  const { answers, sheet } = reading;
  const waiting = reading.answers.get(reading.current)?.byLabel; // its answer may stand in a table of one cell
  const used = new Set();
  for (const table of sheet.tables.values()) {
    if (tables.has(table.id)) continue;
    const located = rowsOfTable(rows, table, sheet);
    if (!located) continue;
    tables.add(table.id);
    for (const at of located.used) used.add(at);
    for (const [name, place] of located.answers) answers.set(name, place);
  }
  if (waiting && !used.size && rows.length === 1 && rows[0].length === 1 && !rows[0][0].names.length)
    return placeBlock(rows[0][0], reading);
  reading.current = undefined;
  for (let at = 0; at < rows.length; at += 1) {
    if (used.has(at)) continue;
    const isHead = at + 1 < rows.length && isOfLabels(rows[at], reading);
    fieldRow(rows[at], reading, isHead ? rows[at + 1] : undefined);
    if (!isHead) continue;
    at += 1;
    namedIn(rows[at], reading);
  }
}
