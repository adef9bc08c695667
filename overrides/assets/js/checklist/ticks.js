// The ticks of the page: what is ticked is shown in the boxes, and what is changed in the boxes is ticked.

import { newAnswers, put, tick } from "../worksheet/answers.js";
import { isTicked } from "./items.js";

export function openTicks(lists) {
  const answers = newAnswers();
  const items = new Map(lists.flatMap((list) => list.items.map((item) => [item.key, item])));
  const known = new Set([...items.values()].flatMap(({ key, was }) => [key, was]));
  const boxes = new Map();
  for (const box of document.querySelectorAll(".checklist input")) if (items.has(box.name)) boxes.set(box.name, box);
  const past = []; // what the reader changed on this page, newest last: [key, what it was]
  const ticks = { answers, lists, boxes, show, undo, all, clear, take, restore, changed() {}, drawn() {} };

  // What is ticked already counts: this script may come later than the reader.
  for (const [key, box] of boxes) {
    if (box.checked) {
      set(key, true);
      past.push([key, false]);
    }
    box.addEventListener("change", () => {
      past.push([key, isTicked(answers, items.get(key))]);
      set(key, box.checked);
      settle();
    });
  }

  function set(key, value) {
    put(answers, "values", key, value, tick(answers));
  }

  function settle() {
    show();
    ticks.changed();
  }

  function show() {
    for (const [key, box] of boxes) box.checked = isTicked(answers, items.get(key));
    ticks.drawn(past.length);
  }

  // Takes back the newest change. Returns the box that it changed.
  function undo() {
    const [key, was] = past.pop();
    set(key, was);
    settle();
    return boxes.get(key);
  }

  // Every key that is ticked: of the items on this page, or of all there is.
  function all(here) {
    const keys = here ? [...boxes.keys()] : [...items.keys(), ...[...answers.values.keys()].filter((key) => !known.has(key))];
    return keys.filter((key) => isTicked(answers, items.get(key) ?? { key }));
  }

  // Each of these returns what was ticked, for `restore`.
  function clear(here) {
    return change(() => {
      for (const key of all(here)) set(key, false);
    });
  }

  // Ticks `keys`, and nothing else where `only`.
  function take(keys, only) {
    return change(() => {
      if (only) for (const key of all(false)) set(key, false);
      for (const key of keys) set(key, true);
    });
  }

  function change(what) {
    const was = all(false);
    what();
    past.length = 0; // what comes back now comes back as a whole
    settle();
    return was;
  }

  function restore(was) {
    take(was, true);
  }

  return ticks;
}
