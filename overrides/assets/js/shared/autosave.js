// Keeps a sheet's answers on this device while the reader wants it, and in step with other tabs.
// Answers are kept exactly as long as the store holds them: the switch shows whether it does, in every tab.

import { merge } from "./answers.js";

/** @typedef {import("./answers.js").Answers} Answers */

const PAUSE = 300; // milliseconds without typing, before it is written
const NO_DRAFT = { write() {}, remove: () => () => {} }; // for whoever has none

/**
 * Keeps what is in `sheet.answers` in step with `store`.
 * @param {{answers: Answers, show: function}} sheet
 * @param {ReturnType<typeof import("./storage.js").openStore>} store
 * @param {{told: (word: string) => void, shown: (state: {on: boolean, written?: boolean}) => void}} page `told` is
 *   called when something is to be said, `shown` when the switch or the time is to change
 * @param {ReturnType<typeof import("./draft.js").openDraft>} [draft] what this tab keeps beside it, from the first letter
 * @returns {object} start, changed, switchOn, forget, isOn, isKeeping
 */
export function keeper(sheet, store, { told: report, shown }, draft = NO_DRAFT) {
  let on = false;
  let failing = false; // said once, not at every letter
  let waiting;

  function set(value) {
    on = value;
    failing = false;
    shown({ on, written: false });
  }

  // Reads what is kept, takes what is newer, and writes what is newer here. Called whenever either may have changed.
  function sync() {
    clearTimeout(waiting);
    const kept = store.read();
    if (kept.found === "answers") {
      const { changed, ahead } = merge(sheet.answers, kept.answers);
      if (!on) set(true);
      if (changed) {
        sheet.show(true);
        draft.write();
      }
      if (ahead) write();
      return;
    }
    if (!on) return;
    if (kept.found === "blocked") return fail("blocked");
    // Another tab, another version of the page, or the reader's own browser took it away: do not put it back.
    set(false);
    draft.write();
    report(kept.found === "none" ? "off_elsewhere" : kept.found);
  }

  function write() {
    const result = store.write(sheet.answers);
    if (result !== "kept") return fail(result);
    if (failing) report("kept_again");
    failing = false;
    shown({ on: true, written: true });
  }

  function fail(word) {
    if (!failing) report(word);
    failing = true;
  }

  function changed() {
    draft.write();
    clearTimeout(waiting);
    if (on) waiting = setTimeout(sync, PAUSE);
  }

  // Finds what was kept before, when the page opens.
  function start() {
    const { found: state } = store.read();
    if (state === "answers") {
      sync();
      if (!failing) report("found");
    } else if (state !== "none") report(state);
  }

  function switchOn() {
    const kept = store.read();
    if (kept.found === "blocked" || kept.found === "newer") return refuse(kept.found);
    if (kept.found === "damaged") {
      const result = store.setAside(kept.raw);
      if (result !== "kept") return refuse(result);
    }
    if (kept.found === "answers") merge(sheet.answers, kept.answers);
    const result = store.write(sheet.answers);
    if (result !== "kept") return refuse(result);
    failing = false;
    on = true;
    shown({ on, written: true });
    sheet.show();
    draft.write();
    report("keeping");
  }

  function refuse(word) {
    set(false);
    report(word);
  }

  // Stops keeping and deletes what is kept; `all`: what cannot be read and what the tab keeps too. Returns how to undo
  // it, which returns whether all is kept as before; where it is not, the reason is told.
  function forget(all) {
    clearTimeout(waiting);
    const was = store.remove(all);
    const undoDraft = all ? draft.remove() : () => {};
    const wasOn = on;
    set(false);
    return () => {
      const wanted = on || wasOn; // it may have been switched on again meanwhile
      const result = store.putBack(was);
      if (wanted) sync();
      else shown({ on, written: false });
      undoDraft();
      if (result !== "kept") report(result);
      return result === "kept" && on === wanted && !failing;
    };
  }

  addEventListener("storage", (event) => {
    if (event.key === store.key || event.key === null) sync();
  });
  addEventListener("pageshow", sync); // back from the browser's memory of pages: meanwhile much may have changed
  addEventListener("pagehide", () => on && sync());
  document.addEventListener("visibilitychange", () => on && sync());
  return { start, changed, switchOn, forget, isOn: () => on, isKeeping: () => on && !failing };
}
