// The site's checklists, and how much of them is done. Ticks are answers: "checklist--item" -> {value, at}.

// As main.html writes them: {checklist: [[stage …], "item item=its-old-id=an-older-one …"]}.
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

// What the item is called and was called, newest first.
export function namesOf({ key, was = [] }) {
  return [key, ...was];
}

// A tick under an old id of the item counts, until the reader changes it under a newer one.
export function isTicked(answers, item) {
  const name = namesOf(item).find((one) => answers.values.has(one));
  return answers.values.get(name)?.value === true;
}

// What is done and how much there is: for each "step:<checklist>", for each "stage:<number>", and for the "whole".
export function tally(answers, lists) {
  const found = new Map();
  for (const { id, stages, items } of lists) {
    const done = items.filter((item) => isTicked(answers, item)).length;
    for (const name of [`step:${id}`, ...stages.map((stage) => `stage:${stage}`), "whole"]) {
      const so = found.get(name) ?? { done: 0, all: 0 };
      found.set(name, { done: so.done + done, all: so.all + items.length });
    }
  }
  return found;
}

// The ticks that no checklist has a box for: the toolkit has changed since, or the edition leaves their step out.
export function unplaced(answers, lists) {
  const known = new Set(lists.flatMap(({ items }) => items.flatMap(namesOf)));
  return [...answers.values].filter(([key, { value }]) => value === true && !known.has(key)).map(([key]) => key);
}
