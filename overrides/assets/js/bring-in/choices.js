// One sheet from many: what the reader chose where answers differ, and all of them kept where nothing was chosen.

import { spread } from "./together.js";

const MOST_GATHERED = 1000; // rows: as many as a table on the page lets anybody add

/**
 * @param {import("./together.js").Together} all
 * @param {import("./definition.js").Definition} sheet
 * @param {{fields: Map<string, number>, groups: Map<import("./together.js").Group, "all" | "one">}} chosen the place of
 *   the answer that was chosen, by name; and whether rows that are alike become one
 * @returns {import("./answers.js").Found} answers that were not chosen and fit in no box stand in `unplaced`
 */
export function oneSheet(all, sheet, chosen) {
  const results = { values: new Map(), unplaced: new Map(), wrong: [], count: 0, notes: [] };
  for (const [name, answers] of all.fields)
    settle(results, name, answers, sheet.askedAt(name), chosen.fields.get(name));
  for (const [id, groups] of all.tables) {
    let place = 0;
    for (const group of groups) {
      const rows = asRows(group, chosen.groups.get(group) ?? (group.same ? "one" : "all"));
      for (const columns of rows) {
        place += 1;
        for (const [column, answers] of columns) {
          const name = `${id}.${place}.${column}`;
          if (place > MOST_GATHERED) results.unplaced.set(name, joined(answers, true));
          else settle(results, name, answers, sheet.askedAt(name), undefined);
        }
      }
    }
  }
  results.count = results.values.size + results.unplaced.size;
  return results;
}

function asRows(group, how) {
  if (how === "one") return [group.columns];
  return group.rows.map(({ from, cells }) => new Map([...cells].map(([id, value]) => [id, [{ value, from: [from] }]])));
}

function settle(results, name, answers, asked, at) {
  if (!asked || asked.worked) return;
  if (answers.length === 1 || at !== undefined) results.values.set(name, answers[at ?? 0].value);
  else if (asked.kind === "scale") results.values.set(name, String(spread(answers).middle));
  else if (asked.kind === "text" || asked.kind === "long_text")
    results.values.set(name, joined(answers, asked.oneLine));
  else results.unplaced.set(name, joined(answers, true));
}

function joined(answers, oneLine) {
  return answers
    .map(({ value, from }) => `${value === true ? "✓" : value} (${from.join(", ")})`)
    .join(oneLine ? "; " : "\n");
}
