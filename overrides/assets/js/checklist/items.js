// The site's checklists, and how much of them is done. Ticks are answers: "checklist--item" -> {value, at}.

// As main.html writes them: {checklist: [stage, "item item=its-old-id …"]}.
export function readLists(text) {
  return Object.entries(JSON.parse(text)).map(([id, [stage, items]]) => ({
    id,
    stage,
    items: items.split(" ").map((item) => {
      const [name, old] = item.split("=");
      return { key: `${id}--${name}`, was: old && `${id}--${old}` };
    }),
  }));
}

// A tick under the item's old id counts, until the reader changes it under the new one.
export function isTicked(answers, { key, was }) {
  return (answers.values.get(key) ?? answers.values.get(was))?.value === true;
}

// What is done and how much there is: for each "step:<checklist>", for each "stage:<number>", and for the "whole".
export function tally(answers, lists) {
  const found = new Map();
  for (const { id, stage, items } of lists) {
    const done = items.filter((item) => isTicked(answers, item)).length;
    for (const name of [`step:${id}`, stage && `stage:${stage}`, "whole"].filter(Boolean)) {
      const so = found.get(name) ?? { done: 0, all: 0 };
      found.set(name, { done: so.done + done, all: so.all + items.length });
    }
  }
  return found;
}

// The ticks that no checklist has a box for: the toolkit has changed since, or the edition leaves their step out.
export function unplaced(answers, lists) {
  const known = new Set(lists.flatMap(({ items }) => items.flatMap(({ key, was }) => [key, was])));
  return [...answers.values].filter(([key, { value }]) => value === true && !known.has(key)).map(([key]) => key);
}
