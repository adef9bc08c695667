// Joins the parts of the tool: what is ticked becomes a pack, and the page's address holds it. Nothing is kept and
// nothing is sent. The words come from the page: see pick-by-hand.html.

import { actions } from "./actions.js";
import { brought, here, homeOf } from "./address.js";
import { openChoice } from "./choice.js";
import { panelOf } from "./panel.js";
import { wording } from "./sums.js";
import { teller } from "./messages.js";

/**
 * Makes the list of parts a tool.
 * @param {HTMLFormElement} form
 */
export function start(form) {
  const catalogue = JSON.parse(form.dataset.catalogue);
  const root = new URL(form.dataset.root, document.baseURI);
  const speak = wording(JSON.parse(form.dataset.words));
  const choice = openChoice(catalogue);
  const panel = panelOf({ form, choice, speak, root, address });
  const pack = form.querySelector("[data-pack]");
  const tell = teller(form, speak);

  // Where others find this pack; empty where nobody could.
  function address() {
    return homeOf() && homeOf() + choice.hash();
  }

  // The page's address follows the choice, without a step in the browser's history for each tick.
  function changed() {
    history.replaceState(history.state, "", here() + choice.hash());
    panel.draw();
  }

  // What another address brings: a link that is opened in this tab, or a step back in the browser's history. One that
  // leads to a place on the page, as the skip link does, brings no choice: the reader's own stays, in the address too.
  function opened() {
    const was = choice.ids();
    const asked = brought();
    const { lost, missing } = asked ? choice.take(asked) : { lost: [], missing: 0 };
    if (asked || was.length) changed();
    const other = was.join() !== choice.ids().join();
    const undo = was.length && other ? () => restore(was) : undefined;
    if (missing) later(missing === 1 ? "missing_one" : "missing", { missing, names: lost.join(", ") }, undo);
    else if (lost.length) later("lost", { names: lost.join(", ") }, undo);
    else if (undo) later("other", {}, undo);
    else if (other) tell.hush(); // a way back to an earlier pack would now lose this one
    if (asked) pack.scrollIntoView();
  }

  // When the line is there, so that what it says is announced; and where the reader sees it.
  function later(...message) {
    setTimeout(() => {
      tell(...message);
      tell.show();
    });
  }

  function restore(ids) {
    choice.set(ids);
    changed();
    tell("back");
  }

  // Changes the choice, and offers the way back where `word` tells of something that one might regret.
  function change(act, word, values, undoable) {
    const was = choice.ids();
    act();
    changed();
    if (word) tell(word, values, undoable && (() => restore(was)));
    else tell.hush();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-tick]")) return;
    change(() => (target.checked ? choice.add([target.value]) : choice.remove(target.value)));
    tell.aloud(speak.bar(choice.parts())); // those who see it see the pack itself
  });
  actions({ form, catalogue, choice, panel, speak, tell, change, root, address });
  addEventListener("hashchange", opened);
  for (const place of form.querySelectorAll("[data-with-pick], [data-tick], [data-pack]")) place.hidden = false;
  panel.draw();
  opened();
}
