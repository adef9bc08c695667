// Ticks as a file that can be loaded again: each item with its words, so that a later toolkit can say what has changed.

import { isTicked, namesOf, unplaced } from "./items.js";

const VERSION = 1;

/**
 * What an item says beside its box.
 * @param {HTMLInputElement} box
 * @returns {string}
 */
export function wordsOf(box) {
  return box.labels[0].querySelector(".checklist__text").textContent.trim();
}

/**
 * Every item with its words and whether it is ticked, as JSON.
 * @param {ReturnType<typeof import("./ticks.js").openTicks>} ticks
 * @param {string} toolkit its version
 * @returns {string}
 */
export function asFile({ answers, lists, boxes }, toolkit) {
  const items = lists.flatMap((list) => list.items).filter(({ key }) => boxes.has(key));
  return `${JSON.stringify(
    {
      kind: "checklists",
      version: VERSION,
      toolkit,
      items: items.map((item) => ({
        id: item.key,
        text: wordsOf(boxes.get(item.key)[0]),
        ticked: isTicked(answers, item),
      })),
      unplaced: unplaced(answers, lists),
    },
    null,
    2,
  )}\n`;
}

/**
 * Reads such a file.
 * @param {string} text
 * @returns {{items: {id: string, text: string, ticked: boolean}[], unplaced: string[]} | {wrong: string}} `wrong` is
 *   the word of the message that says why it cannot be read
 */
export function fromFile(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { wrong: "file_unreadable" };
  }
  if (data?.kind !== "checklists" || !Number.isInteger(data.version)) return { wrong: "file_unreadable" };
  if (data.version > VERSION) return { wrong: "file_newer" };
  const sound =
    Array.isArray(data.items) &&
    data.items.every((item) => typeof item?.id === "string" && typeof item.text === "string");
  if (!sound) return { wrong: "file_unreadable" };
  const unplaced = Array.isArray(data.unplaced) ? data.unplaced.filter((id) => typeof id === "string") : [];
  return {
    items: data.items.map(({ id, text: words, ticked }) => ({ id, text: words, ticked: ticked === true })),
    unplaced,
  };
}

/**
 * What to tick, and what has changed since the file was saved.
 * @param {{items: object[], unplaced: string[]}} file as `fromFile` reads it
 * @param {{lists: object[], boxes: Map<string, HTMLInputElement[]>}} page
 * @returns {{keys: string[], placed: number, fresh: string[], reworded: string[][], gone: string[]}} `fresh` and
 *   `gone` are words of items, `reworded` pairs of them
 */
export function compare({ items, unplaced: left }, { lists, boxes }) {
  const saved = new Map(items.map((item) => [item.id, item]));
  const keys = [];
  const fresh = [];
  const reworded = [];
  for (const item of lists.flatMap((list) => list.items)) {
    const { key } = item;
    const names = namesOf(item);
    const old = saved.get(names.find((name) => saved.has(name)));
    const words = wordsOf(boxes.get(key)[0]);
    if (!old && names.some((name) => left.includes(name))) keys.push(key);
    else if (!old) fresh.push(words);
    else {
      if (old.ticked) keys.push(key);
      if (old.text !== words) reworded.push([old.text, words]);
      saved.delete(old.id);
    }
  }
  const gone = [...saved.values()];
  // A tick whose item is gone stays with the rest: the item may come back, or stand in another council's edition.
  const kept = [...gone.filter((item) => item.ticked).map((item) => item.id), ...left];
  return {
    keys: [...new Set([...keys, ...kept])],
    placed: keys.length,
    fresh,
    reworded,
    gone: gone.map((item) => item.text),
  };
}
