// The answers of one file for one worksheet: each under its name of today, what is wrong with it, and what has no place.

import { answersIn } from "./blocks.js";
import { fitted } from "./fit.js";

/**
 * @typedef {{values: Map<string, string | boolean>, wrong: {name: string, value: string, why: string}[],
 *   unplaced: Map<string, string | boolean>, count: number, notes: string[], others: string[], rows?: object, comments?: object}} Found
 */

/**
 * @param {import("./read-file.js").Content} content
 * @param {import("./definition.js").Definition} sheet
 * @param {string[]} prompts
 * @returns {Found}
 */
export function answersOf(content, sheet, prompts) {
  const { answers: places, others } = content.named
    ? { answers: byName(content.named, sheet), others: [] }
    : answersIn(content.blocks, sheet);
  const { notes = [], rows, comments } = content;
  const results = { values: new Map(), wrong: [], unplaced: new Map(), count: 0, notes, others, rows, comments };
  for (const [name, place] of places) {
    const target = sheet.askedAt(name) ? { to: name, place } : renamed(sheet, content.worksheet, name, place, prompts);
    const asked = target && sheet.askedAt(target.to);
    if (!asked) {
      const value = place.ticked || (place.exact ? place.text : place.text.trim());
      if (value && (place.exact || !prompts.includes(value))) results.unplaced.set(name, value);
      continue;
    }
    if (asked.worked) continue; // a total is worked out anew
    const answer = fitted(target.place, asked, prompts);
    if (!answer) continue;
    if (answer.wrong) results.wrong.push({ name: target.to, value: answer.value, why: answer.wrong });
    const before = results.values.get(target.to);
    const both = before !== undefined && before !== answer.value && typeof before === "string";
    results.values.set(target.to, both ? `${before}\n${answer.value}` : answer.value);
  }
  results.count = results.values.size + results.unplaced.size;
  return results;
}

// Programs that fill in PDFs keep the box's name; it may be that of an earlier version.
function byName(named, sheet) {
  return new Map([...named].map(([name, place]) => [sheet.nameOf(name) ?? name, place]));
}

function renamed(sheet, from, name, place, prompts) {
  if (!place.exact && prompts.includes(place.text.trim())) return undefined;
  const moved = sheet.today(from ?? sheet.id, name, place.ticked ?? place.text.trim());
  return (
    moved && { to: moved.to, place: { ...place, text: String(moved.value), ticked: moved.value === true || undefined } }
  );
}

/**
 * Whether a file is of this worksheet: by what it says of itself, else by the names of boxes in it, else by its title and
 * labels.
 * @param {import("./read-file.js").Content} content
 * @param {import("./definition.js").Definition} sheet
 * @returns {boolean}
 */
export function isOf(content, sheet) {
  if (content.worksheet) return [sheet.id, ...sheet.earlier].includes(content.worksheet);
  const names = namesIn(content);
  if (names.length) {
    const known = names.filter((name) => sheet.nameOf(name) || sheet.today(sheet.id, name, "x"));
    return known.length * 2 >= names.length;
  }
  const texts = new Set(textsIn(content).map(sheet.plain));
  const labels = [...sheet.fields.values()].map(({ label }) => sheet.plain(label));
  const heads = [...sheet.tables.values()].flatMap(({ columns }) => columns.map(({ label }) => sheet.plain(label)));
  const there = [...labels, ...heads].filter((label) => texts.has(label));
  if (texts.has(sheet.plain(sheet.title))) return there.length > 1;
  return there.length * 2 > labels.length + heads.length;
}

/** Every name of a box in a file. */
export function namesIn({ named, blocks }) {
  if (named) return [...named.keys()];
  return blocks
    .flatMap((block) => (block.rows ? block.rows.flat() : [block]))
    .flatMap(({ names }) => names)
    .filter((name) => !name.startsWith("_"));
}

/** The first line of every place in a file. */
export function textsIn({ blocks }) {
  return (blocks ?? [])
    .flatMap((block) => (block.rows ? block.rows.flat() : [block]))
    .map(({ text }) => text.split("\n")[0]);
}
