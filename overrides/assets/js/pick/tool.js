// Joins the parts of the tool: what is ticked becomes a pack, and the page's address holds it. Nothing is kept and
// nothing is sent. The words come from the page: see pick-by-hand.html.

import { actions } from "./actions.js";
import { openChoice } from "./choice.js";
import { panelOf } from "./panel.js";
import { wording } from "./sums.js";
import { teller } from "./tell.js";

export function start(form) {
  const catalogue = JSON.parse(form.dataset.catalogue);
  const root = new URL(form.dataset.root, document.baseURI);
  const speak = wording(JSON.parse(form.dataset.words));
  const choice = openChoice(catalogue);
  const panel = panelOf(form, choice, speak, root);
  const tell = teller(form, speak);

  // The address follows the choice, without a step in the browser's history for each tick.
  function changed() {
    history.replaceState(history.state, "", location.href.split(/[?#]/)[0] + choice.hash());
    panel.draw();
  }

  // What another address brings, such as a link that is opened in this tab. The page of a ready-made pack leads here
  // with "?pick=", since what follows "#" in the site's own links is a place on a page.
  function opened() {
    const lost = choice.takeAddress(location.hash || location.search);
    if (location.search && lost) changed();
    else panel.draw();
    if (lost?.length) tell("lost", { names: lost.join(", ") });
    return lost !== null;
  }

  // Changes the choice, and offers the way back where `word` tells of something that one might regret.
  function change(act, word, values, undoable) {
    const was = choice.ids();
    act();
    changed();
    if (word) {
      tell(word, values, undoable && (() => {
        choice.set(was);
        changed();
        tell("back");
      }));
    } else tell.hush();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-tick]")) return;
    change(() => (target.checked ? choice.add([target.value]) : choice.remove(target.value)));
  });
  actions({ form, catalogue, choice, panel, speak, tell, change, root });
  addEventListener("hashchange", opened);
  for (const one of form.querySelectorAll("[data-with-pick], [data-tick], [data-pack]")) one.hidden = false;
  if (opened()) form.querySelector("[data-pack]").scrollIntoView();
}
