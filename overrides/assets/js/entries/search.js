// The search box: opens, closes, listens and tells. The engine and the names of the index are fetched when a reader first
// opens it, and of the rest only what an answer needs.
// Without this script a link to all pages stands in the header; where they cannot be fetched, the box has that link.

import { textAt } from "../shared/site-files.js";
import { watchLeft } from "../shared/leaving.js";
import { filled } from "../shared/text.js";
import { alongRows } from "../search/keys.js";

const MOST = 20; // results shown
const PAUSE = 150; // milliseconds, which let the reader finish a word

const dialog = document.querySelector("[data-search]");
const input = dialog.querySelector("input");
const status = dialog.querySelector("[data-search-status]");
const list = dialog.querySelector("[data-search-results]");
const index = new URL(dialog.dataset.index, document.baseURI);
const root = new URL("../", index);
const words = JSON.parse(dialog.dataset.words);

let finder; // the promise of it, and of what draws a result
let failed = false; // at least once: each letter tries again, and need not say so
let waiting; // the timer
let searches = 0; // begun: only the newest shows what it finds, or it would take the focus from a result
let pressed = false; // the press that a click ends began beside the box

if (dialog.showModal) start(); // a browser without it keeps the plain link
watchLeft(root.pathname); // here, since every page has this script

function start() {
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await find();
    list.querySelector("a")?.focus();
  });
  dialog.addEventListener("keydown", (event) => alongRows(event, input, list));
  dialog.addEventListener("pointerdown", (event) => (pressed = isBeside(event)));
  dialog.addEventListener("click", (event) => {
    // Beside the box, or on a result: one on this same page does not load a new one, so the box must close by itself.
    const another = event.ctrlKey || event.metaKey || event.shiftKey; // a window beside this one
    if ((pressed && isBeside(event)) || (event.target.closest("a") && !another)) dialog.close();
  });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, PAUSE);
  });
  for (const opener of document.querySelectorAll("[data-search-open]")) {
    opener.hidden = false;
    opener.addEventListener("click", open);
  }
  // Last, so that a script that fails on its way here leaves the reader what works without it.
  for (const place of document.querySelectorAll("[data-search-offer]")) place.hidden = false;
  for (const place of document.querySelectorAll("[data-search-without]")) place.hidden = true;
}

// Whether the pointer is on what lies round the box: its own edge is the dialog too, and so is where a drag ends.
function isBeside({ target, clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}

function open() {
  dialog.showModal();
  input.focus();
  input.select();
  find();
}

async function find() {
  clearTimeout(waiting);
  const search = ++searches;
  if (!finder && !failed) show([], words.loading);
  try {
    finder ??= load();
    const ready = await finder;
    const typed = input.value.trim(); // as it is now: the reader may have typed on
    if (!typed) return show([], "");
    if (!ready.isReady(typed) && !list.children.length) status.textContent ||= words.loading;
    const { found: results, how } = await ready.search(typed);
    if (search === searches && typed === input.value.trim())
      show(results.slice(0, MOST), countInWords(how, results.length), ready);
  } catch {
    finder = undefined; // so that the next word tries again
    failed = true;
    show([], words.failed);
  }
}

async function load() {
  const again = failed ? { cache: "reload" } : {}; // what a browser kept may name parts that a newer site has no longer
  const [{ finderOf }, { row }, text] = await Promise.all([
    import("../search/finder.js"),
    import("../search/rows.js"),
    textAt(index, again),
  ]);
  const read = async (path) => JSON.parse(await textAt(new URL(path, index), again));
  return { ...finderOf(JSON.parse(text), read), row };
}

function show(entries, message, ready) {
  list.replaceChildren(...entries.map((entry) => ready.row(entry, root, words, ready.textOf)));
  if (status.textContent !== message) status.textContent = message; // what is written again is read out again
}

// What is said of results that were found in the way `how`: see the engine.
function countInWords(how, count) {
  if (how !== "all") return words[how];
  if (count > MOST) return filled(words.most, { count: MOST });
  return count === 1 ? words.one : filled(words.many, { count });
}
