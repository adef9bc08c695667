// The site's checklists, and how much of them is done. Ticks are answers: "checklist--item" -> {value, at}.

/** @typedef {{key: string, was: string[]}} Item an item's id, and those that it had */
/** @typedef {import("../shared/answers.js").Answers} Answers */

/**
 * The checklists of the site, from how main.html writes them.
 * @param {string} text JSON: {checklist: [[stage …], "item item=its-old-id=an-older-one …"]}
 * @returns {{id: string, stages: number[], items: Item[]}[]}
 */
export function readLists(text) {
  return Object.entries(JSON.parse(text)).map(([id, [stages, items]]) => ({
    id,
    stages,
    items: items.split(" ").map((item) => {
      const [key, ...was] = item.split("=").map((name) => `${id}--${name}`);
      return { key, was };
    }),
  }));
}

/**
 * What the item is called and was called, newest first.
 * @param {Item} item
 * @returns {string[]}
 */
export function namesOf({ key, was = [] }) {
  return [key, ...was];
}

/**
 * A tick under an old id of the item counts, until the reader changes it under a newer one.
 * @param {Answers} answers
 * @param {Item} item
 * @returns {boolean}
 */
export function isTicked(answers, item) {
  const name = namesOf(item).find((candidate) => answers.values.has(candidate));
  return answers.values.get(name)?.value === true;
}

/**
 * What is done and how much there is: for each "step:<checklist>", for each "stage:<number>", and for the "whole".
 * @param {Answers} answers
 * @param {ReturnType<typeof readLists>} lists
 * @returns {Map<string, {done: number, all: number}>}
 */
export function tally(answers, lists) {
  const progress = new Map();
  for (const { id, stages, items } of lists) {
    const done = items.filter((item) => isTicked(answers, item)).length;
    for (const name of [`step:${id}`, ...stages.map((stage) => `stage:${stage}`), "whole"]) {
      const so = progress.get(name) ?? { done: 0, all: 0 };
      progress.set(name, { done: so.done + done, all: so.all + items.length });
    }
  }
  return progress;
}

/**
 * The ticks that no checklist has a box for: the toolkit has changed since, or the edition leaves their step out.
 * @param {Answers} answers
 * @param {ReturnType<typeof readLists>} lists
 * @returns {string[]} their keys
 */
export function unplaced(answers, lists) {
  const known = new Set(lists.flatMap(({ items }) => items.flatMap(namesOf)));
  return [...answers.values].filter(([key, { value }]) => value === true && !known.has(key)).map(([key]) => key);
}
