// The workbook of a whole project, worksheet by worksheet: what each of its sheets holds, as if it had come alone.

import { cellName } from "../shared/answer-names.js";
import { answersOf } from "./answers.js";
import { labelFor } from "./labels.js";

const OVERVIEW_ROWS = 3; // lines under a sheet's title, one of which says of which worksheet it is

/**
 * One worksheet in the workbook. `tables` are those that may grow: their first rows, and their columns.
 * @typedef {{id: string, title: string, values: [string, string | boolean][], unplaced: [string, string | boolean][],
 *   wrong: {label: string, value: string, why: string}[], tables: {id: string, first: string[], columns: string[]}[],
 *   held: string[]}} Part `held` are the tables and fields that the workbook has a place for
 */

/**
 * @param {import("./read-file.js").Content} content
 * @param {{sheets: {id: string, ids: string[], title: string}[], fetched: (id: string) => Promise<object>, words: object}} site
 * @returns {Promise<{community: string, parts: Part[]}>} only worksheets of which something is filled in
 */
export async function projectIn(content, { sheets, fetched, words }) {
  const { byId, community } = sortedOut(content.blocks, sheets);
  const parts = [];
  for (const { id, title } of sheets) {
    const blocks = byId.get(id);
    if (!blocks) continue;
    const sheet = await fetched(id);
    const answers = answersOf({ blocks, worksheet: id }, sheet, words.prompts);
    if (answers.count) parts.push(partOf(id, title, answers, sheet, blocks, words));
  }
  return { community, parts };
}

/**
 * The part of the workbook that is of one worksheet, as a file of that worksheet holds it.
 * @param {import("./read-file.js").Content} content
 * @param {{id: string, earlier: string[], title: string}} sheet
 * @returns {import("./read-file.js").Content}
 */
export function oneOf(content, { id, earlier, title }) {
  const { byId } = sortedOut(content.blocks, [{ id, ids: [id, ...earlier], title }]);
  return { blocks: byId.get(id) ?? [], worksheet: id };
}

function partOf(id, title, answers, sheet, blocks, words) {
  const names = new Set(
    blocks
      .flatMap((block) => (block.rows ? block.rows.flat() : [block]))
      .flatMap((place) => place.names.map((name) => sheet.nameOf(name)?.split(".")[0]))
      .filter(Boolean),
  );
  const tables = [...sheet.tables.values()].filter(({ grows }) => grows);
  return {
    id,
    title,
    values: [...answers.values],
    unplaced: [...answers.unplaced],
    wrong: answers.wrong.map(({ name, value, why }) => ({ label: labelFor(name, sheet, words), value, why })),
    tables: tables.map(({ id: table, rows, columns }) => ({
      id: table,
      first: Array.from({ length: rows }, (_, at) => String(at + 1)),
      columns: columns.map((column) => column.id),
    })),
    held: [...names],
  };
}

// Which sheet of cells is of which worksheet: by the names of its cells, else by the line under its title. On the overview
// and among the single answers stand those of many.
function sortedOut(blocks, sheets) {
  const starts = sheets
    .flatMap(({ id, ids }) => ids.map((each) => ({ id, start: cellName(`${each}.`) })))
    .sort((entry, other) => other.start.length - entry.start.length);
  const owner = (name) => starts.find(({ start }) => name.startsWith(start));
  const byId = new Map();
  const add = (id, block) => byId.set(id, [...(byId.get(id) ?? []), block]);
  let community = "";
  for (const { rows } of blocks) {
    const owners = rows.flat().flatMap(({ names }) => names.map((name) => owner(name)?.id));
    const ids = new Set(owners.filter(Boolean));
    const isOverview = rows.flat().some(({ names }) => names.includes("box_project__community"));
    const isOfMany = isOverview || ids.size > 1;
    for (const place of isOfMany ? rows.flat() : []) {
      if (place.names.includes("box_project__community")) community = place.text.trim();
      for (const name of place.names) {
        const sheet = owner(name);
        if (sheet) add(sheet.id, { ...place, names: [`box_${name.slice(sheet.start.length)}`] });
      }
    }
    const [id = titled(rows, sheets)] = ids;
    if (!isOfMany && id) add(id, { rows: rows.map((row) => row.map((place) => own(place, id))) });
  }
  return { byId, community };

  function own(place, id) {
    const names = place.names.flatMap((name) => {
      const sheet = owner(name);
      return sheet?.id === id ? [`box_${name.slice(sheet.start.length)}`] : [];
    });
    return { ...place, names };
  }
}

function titled(rows, sheets) {
  const lines = rows.slice(0, OVERVIEW_ROWS).flatMap((row) => row.map(({ text }) => text));
  return sheets.find(({ title }) => lines.some((line) => line.includes(`: ${title}. `)))?.id;
}
