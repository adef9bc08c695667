// Lets checklists remember. This small part is all that a first visit fetches: the rest comes when something is kept
// already, on the device or in the tab, when a link brings ticks, or when the reader ticks something. Without it the page is a list to print.

import { scopeOf } from "../shared/scope.js";

const place = document.querySelector("[data-checklists]");
const panel = document.querySelector("[data-ticks]");
const root = new URL(place.dataset.root, document.baseURI).pathname;
const key = `checklists:${scopeOf(root.endsWith("/") ? root : `${root}/`)}`; // every edition, and every project, has its own ticks
let loading;

if (panel) {
  panel.hidden = false;
  for (const place of document.querySelectorAll("[data-without-tools]")) place.hidden = true;
  document.addEventListener("change", (event) => event.target.closest(".checklist, [data-ticks]") && load());
  panel.addEventListener("click", pressed, true);
}
addEventListener("storage", (event) => (event.key === key || (event.key === null && isKept())) && load());
addEventListener("pageshow", (event) => event.persisted && isKept() && load()); // back from the browser's memory of pages
addEventListener("hashchange", () => bringsTicks() && load());
if (isKept() || bringsTicks()) load();

// On this device, or in this tab.
function isKept() {
  return [() => localStorage, () => sessionStorage].some((area) => {
    try {
      return area().getItem(key) !== null || area().getItem(`${key}:damaged`) !== null;
    } catch {
      return false;
    }
  });
}

function bringsTicks() {
  return Boolean(panel) && location.hash.toLowerCase().startsWith("#ticks=");
}

async function load() {
  loading ??= import("../checklist/checklist.js").then(({ start }) => start({ place, panel, key }));
  try {
    await loading;
    settled();
    return true;
  } catch {
    loading = undefined; // so that the next try tries again
    failed();
    return false;
  }
}

// A button that is pressed before its script is there waits for it.
async function pressed(event) {
  const button = event.target.closest("[data-do]");
  if (!button || panel.dataset.ready !== undefined) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  if (await load()) button.click();
}

function failed() {
  if (!panel) return;
  panel.querySelector("[data-keep]").checked = false;
  panel.querySelector("[data-status]").textContent = panel.dataset.failed;
}

// What an earlier try said is over.
function settled() {
  const line = panel?.querySelector("[data-status]");
  if (line && line.textContent === panel.dataset.failed) line.textContent = "";
}
