// Whose sheet it is and who wants it back: the boxes in the panel, and the banner above the form.

import { showBanner } from "./banner.js";
import { read } from "./carried-text.js";
import { linkMaker } from "./link.js";
import { ownNamePanel } from "./own-name.js";

/**
 * @param {HTMLElement} panel
 * @param {HTMLFormElement} form of the worksheet
 * @param {Set<Element>} typed boxes that were written in before
 */
export function sendBack(panel, form, typed) {
  const words = JSON.parse(panel.dataset.words);
  ownNamePanel(panel, document.querySelector("[data-whose]"), words, typed);
  linkMaker(panel, words);
  arrive();
  addEventListener("hashchange", arrive);

  function arrive() {
    const came = read(location.hash);
    if (came) showBanner(document.querySelector("[data-asked]"), form, came, words);
  }
}
