// Makes a worksheet's page a tool: its answers can be kept, handed on and loaded. Without this the page is a form to
// print. The panel is shown last, when all of it works. The words come from the page: see worksheet-tools.html.

import { element } from "../shared/dom.js";
import { askAbout } from "../worksheet/ask.js";
import { keeper } from "../shared/autosave.js";
import { openDraft } from "../shared/draft.js";
import { watchLeaving } from "../shared/leaving.js";
import { onPaper } from "../worksheet/paper.js";
import { scopeOf } from "../shared/scope.js";
import { openSheet } from "../worksheet/sheet.js";
import { keepHeads } from "../worksheet/heads.js";
import { carryNames } from "../worksheet/same-names.js";
import { takePasted } from "../worksheet/paste.js";
import { openStore, takeOver } from "../shared/storage.js";
import { watchExtras } from "../worksheet/extras.js";
import { takeOverKept, takerOver } from "../worksheet/take-over.js";
import { teller } from "../shared/messages.js";
import { tools } from "../worksheet/tools.js";
import { addUp } from "../worksheet/totals.js";

const form = document.querySelector("form[data-worksheet]");
const panel = document.querySelector("[data-tools]");
if (form && panel) start();

function start() {
  const words = JSON.parse(panel.dataset.words);
  const box = panel.querySelector("[data-keep]");
  const messages = teller(document.querySelector("[data-told]"), words, box);
  const { tell, say, count, announce } = messages;
  addUp(form, words);
  askAbout(form, words, announce);
  const sheet = openSheet(form, words, announce);
  carryNames(form);
  keepHeads(form);
  // A worksheet's page is two folders below the site's root: every edition of the toolkit has its own answers.
  const site = new URL("../../", location.href).pathname;
  const ids = [form.dataset.worksheet, ...(form.dataset.earlier?.split(" ") ?? [])]; // it may have had others before
  const scope = scopeOf(site);
  const keyOfSheet = (id) => `worksheet:${scope}:${id}`;
  const taker = takerOver(form, ids[0], JSON.parse(form.dataset.takesOver ?? "{}"));
  const [key, ...earlier] = ids.filter((id) => !taker.isOther(id)).map(keyOfSheet);
  takeOver(key, earlier);
  const store = openStore(key);
  takeOverKept(
    store,
    ids.filter(taker.isOther).map((id) => [id, openStore(keyOfSheet(id))]),
    taker,
  );
  const draft = openDraft(sheet, key, (word) => keep.isKeeping() || report(word));
  const keep = keeper(sheet, store, { told: report, shown }, draft);
  messages.unkept = () => (keep.isKeeping() ? "" : draft.problem());
  const leaving = watchLeaving(site, draft.isSafe, key);
  let unsaved = false; // whether something was written since the last file
  sheet.changed = () => {
    unsaved = true;
    keep.changed();
    atRisk();
  };
  box.addEventListener("change", () => {
    if (box.checked) keep.switchOn();
    else switchOff();
  });
  form.addEventListener("answers", list);
  tools({ panel, ids, taker, sheet, store, keep, saved, tell, say, count, words });
  onPaper(form, panel.querySelector("[data-with-example]"));
  takePasted(sheet, { tell, count });
  for (const place of document.querySelectorAll("[data-without-tools]")) place.hidden = true;
  panel.hidden = false;
  for (const end of document.querySelectorAll("[data-tools-end]")) end.hidden = false;
  document.querySelector("[data-told]").hidden = false;
  setTimeout(begin); // when the line is there, so that what it says is announced

  function begin() {
    const drafted = draft.start();
    if (drafted) sheet.show();
    unsaved = sheet.answered().length > 0;
    keep.start();
    if (drafted && !keep.isOn()) report("drafted");
    shown({ on: keep.isOn() }); // a browser may have ticked the switch again by itself
    watchExtras({ sheet, scope, keep, tell, say, announce });
  }

  function report(word) {
    tell(word, { answers: count(sheet.answered().length) });
    list();
    atRisk();
  }

  function saved() {
    unsaved = false;
    atRisk();
  }

  // Whether closing the tab would lose words.
  function atRisk() {
    leaving(unsaved && !keep.isKeeping() && sheet.answered().length > 0);
  }

  function switchOff() {
    const undo = keep.forget(false);
    tell("not_keeping", {}, () => {
      if (undo()) tell("keeping");
    });
  }

  function shown({ on, written }) {
    box.checked = on;
    atRisk();
    panel.querySelector('[data-do="damaged"]').hidden = !store.damaged();
    const line = panel.querySelector("[data-kept]");
    line.hidden = !on;
    if (written)
      line.textContent = say("kept_at", {
        time: new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }),
      });
  }

  // What no box shows is shown below the panel, so that nobody thinks it lost.
  function list() {
    const unplaced = sheet.unplaced();
    panel.querySelector("[data-unplaced]").hidden = !unplaced.length;
    panel
      .querySelector("[data-unplaced] ul")
      .replaceChildren(
        ...unplaced.map(([key, { value }]) => element("li", "", `${key}: ${value === true ? words.ticked : value}`)),
      );
  }
}
