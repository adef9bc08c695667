// What is written on a page, kept by this tab from the first letter, whatever is switched on. A reload, Back, a crash or
// a tab that the browser put to sleep loses nothing of it. It goes when the tab is closed.

import { isBlank, merge } from "./answers.js";
import { openStore } from "./storage.js";

/**
 * The draft of `sheet.answers` in this tab.
 * @param {{answers: import("./answers.js").Answers}} sheet
 * @param {string} key its name in the tab's storage: the same as in the device's
 * @param {(word: string) => void} report is called once when the tab cannot keep it: "full" or "blocked"
 * @returns {{start: () => boolean, write: () => void, remove: () => () => void, isSafe: () => boolean, problem: () => string}}
 */
export function openDraft(sheet, key, report) {
  const store = openStore(key, () => sessionStorage);
  let failing = ""; // why: said once, not at every letter

  // Takes in what the tab kept. Returns whether there was anything that the page had not.
  function start() {
    const kept = store.read();
    if (kept.found === "damaged") store.setAside(kept.raw);
    const changed = kept.found === "answers" && merge(sheet.answers, kept.answers).changed;
    if (hasAnything() && kept.found !== "newer") write();
    return changed;
  }

  // At once: a letter that waits to be written can be lost.
  function write() {
    const result = store.write(sheet.answers);
    if (result !== "kept" && !failing) report(result);
    failing = result === "kept" ? "" : result;
  }

  function hasAnything() {
    return sheet.answers.rows.size > 0 || [...sheet.answers.values.values()].some(({ value }) => !isBlank(value));
  }

  // Returns how to have it again, as the page is then.
  function remove() {
    const was = store.remove(true);
    return () => {
      store.putBack(was);
      write();
    };
  }

  return { start, write, remove, isSafe: () => !failing, problem: () => failing };
}
