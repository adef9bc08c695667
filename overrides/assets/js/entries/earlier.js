// On an edition that follows others: offers what this browser keeps under their addresses. Where an address is on
// another host, only a file can carry it, and the page on what is kept says how.

import { bring, decline, isWaiting, keptUnder } from "../earlier/kept.js";
import { filled } from "../shared/text.js";

const place = document.querySelector("[data-earlier]");
if (place) start();

function start() {
  const words = JSON.parse(place.dataset.words);
  const site = new URL(place.dataset.root, document.baseURI).pathname;
  const line = place.querySelector("[data-earlier-said]");
  const back = place.querySelector("[data-earlier-undo]");
  const buttons = place.querySelector("[data-earlier-buttons]");
  const here = JSON.parse(place.dataset.editions).find(isHere);
  if (!here) return;
  const root = rootOf(here.url);
  line.textContent = filled(words.offer, { council: here.council, count: keptUnder(root).length });
  place.querySelector("[data-earlier-bring]").addEventListener("click", () => {
    const { count, undo, isFull } = bring(site, root);
    buttons.hidden = true;
    line.textContent = filled(isFull ? words.full : words.brought, { count });
    back.hidden = isFull === true;
    back.onclick = () => {
      undo();
      back.hidden = true;
      line.textContent = words.undone;
    };
  });
  place.querySelector("[data-earlier-decline]").addEventListener("click", () => {
    decline(site, root);
    place.hidden = true;
  });
  place.hidden = false;

  function isHere({ url }) {
    try {
      return new URL(url).origin === location.origin && rootOf(url) !== site && isWaiting(site, rootOf(url));
    } catch {
      return false; // a browser that keeps nothing
    }
  }
}

function rootOf(url) {
  return `${new URL(url).pathname.replace(/\/+$/, "")}/`;
}
