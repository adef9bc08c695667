// Joins it all: ticks on the page, what this browser keeps of them, the progress shown, and the reader's tools.

import { keeper } from "../shared/autosave.js";
import { openDraft } from "../shared/draft.js";
import { isAtRisk, watchLeaving } from "../shared/leaving.js";
import { openStore } from "../shared/storage.js";
import { teller } from "../shared/messages.js";
import { drawBars, inWords } from "./progress-bars.js";
import { readLists, tally } from "./items.js";
import { openTicks } from "./ticks.js";
import { tools } from "./tools.js";

const QUIET = new Set(["found"]); // the ticks and the bars show it

/**
 * Makes checklists remember.
 * @param {{place: HTMLElement, panel: HTMLElement | null, key: string, root: string}} page `place` brings the items and the words of
 *   progress; `panel` the tools, where the page has a checklist; `key` is the name in the browser's storage, `root` the path
 *   of the site's root
 */
export function start({ place, panel, key, root }) {
  const ticks = openTicks(readLists(place.dataset.checklists));
  const words = JSON.parse(place.dataset.words);
  const store = openStore(key);
  const here = panel && openPanel(panel, words);
  const report = (word) => !QUIET.has(word) && here?.tell(word);
  const draft = openDraft(ticks, key, (word) => keep.isKeeping() || report(word));
  const leaving = watchLeaving(root, draft.isSafe, key);
  let unsaved = isAtRisk(root, key); // whether something was ticked since the last file
  const shown = ({ on }) => {
    here?.show(on, store);
    atRisk();
  };
  const keep = keeper(ticks, store, { told: report, shown }, draft);
  if (here) here.messages.unkept = () => (keep.isKeeping() ? "" : draft.problem());
  ticks.changed = (wasTold) => {
    unsaved = true;
    keep.changed();
    atRisk();
    if (!wasTold) here?.announce(ticks);
  };
  ticks.drawn = (steps) => {
    drawBars(tally(ticks.answers, ticks.lists), words);
    if (here) here.undo.hidden = !steps;
  };
  const wanted = here?.box.checked;
  const early = ticks.all(true).length; // ticked while this script was on its way
  if (early) unsaved = true;
  draft.start();
  keep.start();
  shown({ on: keep.isOn() });
  if (here) join(here, { ticks, keep, store, saved });
  ticks.show();
  if (early) here?.announce(ticks);
  if (wanted && !keep.isOn()) keep.switchOn();

  function saved() {
    unsaved = false;
    atRisk();
  }

  // Whether closing the tab would lose ticks.
  function atRisk() {
    leaving(unsaved && !keep.isKeeping() && ticks.all(false).length > 0);
  }
}

function openPanel(panel, words) {
  const texts = JSON.parse(panel.dataset.words);
  const box = panel.querySelector("[data-keep]");
  const messages = teller(panel.querySelector("[data-told]"), texts, box);
  const { tell, say, announce } = messages;
  const unreadable = panel.querySelector('[data-do="damaged"]');
  const part = panel.dataset.part;
  return {
    panel,
    messages,
    tell,
    say,
    words: texts,
    box,
    undo: panel.querySelector("[data-undo-tick]"),
    show(on, store) {
      box.checked = on;
      if (unreadable) unreadable.hidden = !store.damaged();
    },
    announce({ answers, lists }) {
      announce("progress", { progress: inWords(tally(answers, lists).get(part), words) });
    },
  };
}

function join(here, { ticks, keep, store, saved }) {
  const { panel, tell, box, undo } = here;
  box.addEventListener("change", () => {
    if (box.checked) return keep.switchOn();
    const back = keep.forget(false);
    tell("not_keeping", {}, () => {
      if (back()) tell("keeping");
    });
  });
  undo.addEventListener("click", () => {
    const changed = ticks.undo();
    if (undo.hidden) changed?.focus(); // the button that had the focus is gone
  });
  tools(here, { ticks, keep, store, saved });
  panel.dataset.ready = "";
}
