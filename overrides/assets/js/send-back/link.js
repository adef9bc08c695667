// Makes the link by which partners get the sheet, with who wants it back.

import { ownName } from "../shared/own-name.js";
import { carried } from "./carried-text.js";

/**
 * @param {HTMLElement} panel
 * @param {Record<string, string>} words
 */
export function linkMaker(panel, words) {
  const link = panel.querySelector("[data-ask-link]");
  const status = panel.querySelector("[data-ask-said]");
  const part = (name) => panel.querySelector(`[data-ask="${name}"]`).value;

  panel.querySelector("[data-ask-make]").addEventListener("click", async () => {
    const asked = { ...ownName(), day: part("day"), note: part("note") };
    if (!asked.contact) {
      status.textContent = words.no_contact;
      return;
    }
    link.value = `${location.href.split("#")[0]}#for=${carried(asked)}`;
    link.closest("[data-ask-made]").hidden = false;
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      status.textContent = words.link_copied;
    } catch {
      status.textContent = words.link_made; // not allowed, or the page is not served safely: a folder, say
    }
  });
}
