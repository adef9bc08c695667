// The ticks of the page: what is ticked is shown in the boxes, and what is changed in the boxes is ticked.

import { newAnswers, put, tick } from "../shared/answers.js";
import { isTicked, namesOf } from "./items.js";

/**
 * The ticks of this page, and what may be done with them. The caller sets `changed` and `drawn`.
 * @param {object[]} lists the site's checklists
 * @returns {object} answers, lists, boxes, show, undo, all, clear, take, restore
 */
export function openTicks(lists) {
  const answers = newAnswers();
  const items = new Map(lists.flatMap((list) => list.items.map((item) => [item.key, item])));
  const known = new Set([...items.values()].flatMap(namesOf));
  const boxes = new Map(); // every box of an item: two steps may share a checklist
  for (const box of document.querySelectorAll(".checklist input")) {
    if (items.has(box.name)) boxes.set(box.name, [...(boxes.get(box.name) ?? []), box]);
  }
  const past = []; // what the reader changed on this page, newest last: [key, what it was]
  const ticks = { answers, lists, boxes, show, undo, all, clear, take, restore, changed() {}, drawn() {} };

  // What is ticked already counts: this script may come later than the reader.
  for (const [key, same] of boxes) {
    if (same.some((box) => box.checked)) {
      set(key, true);
      past.push([key, false]);
    }
    for (const box of same) {
      box.addEventListener("change", () => {
        past.push([key, isTicked(answers, items.get(key))]);
        set(key, box.checked);
        settle();
      });
    }
  }

  function set(key, value) {
    put(answers, "values", key, value, tick(answers));
  }

  // `told`: whoever asked for it says what became of it.
  function settle(wasTold = false) {
    show();
    ticks.changed(wasTold);
  }

  function show() {
    for (const [key, same] of boxes) for (const box of same) box.checked = isTicked(answers, items.get(key));
    ticks.drawn(past.length);
  }

  // Takes back the newest change. Returns the box that it changed.
  function undo() {
    const [key, was] = past.pop();
    set(key, was);
    settle();
    return boxes.get(key)[0];
  }

  // Every key that is ticked: of the items on this page, or of all there is.
  function all(here) {
    const keys = here
      ? [...boxes.keys()]
      : [...items.keys(), ...[...answers.values.keys()].filter((key) => !known.has(key))];
    return keys.filter((key) => isTicked(answers, items.get(key) ?? { key }));
  }

  // Each of these returns what `restore` needs.
  function clear(here) {
    return change(new Map(all(here).map((key) => [key, false])));
  }

  // Ticks `keys`, and nothing else where `only`.
  function take(keys, only) {
    const gone = only ? all(false).map((key) => [key, false]) : [];
    return change(new Map([...gone, ...keys.map((key) => [key, true])]));
  }

  function change(to) {
    const before = new Set(all(false));
    const was = { keys: new Map([...to.keys()].map((key) => [key, before.has(key)])), at: tick(answers) };
    for (const [key, value] of to) put(answers, "values", key, value, was.at);
    past.length = 0; // what comes back now comes back as a whole
    settle(true);
    return was;
  }

  // Puts back what was there, except where something was ticked or unticked since. Returns how many ticks came back.
  function restore({ keys, at }) {
    const back = [...keys].filter(([key]) => answers.values.get(key).at === at);
    for (const [key, value] of back) set(key, value);
    settle(true);
    return back.filter(([, value]) => value).length;
  }

  return ticks;
}
