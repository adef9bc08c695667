// The search box. The index and the search engine are fetched when the reader first opens it, not before.
// What is found is put in as text, never as HTML. The words come from the page: see `dialog` in main.html.

import { textAt } from "./fetched.js";
import { nearest } from "./search/nearest.js";

const MOST = 20; // results shown
const MOST_OF_ONE_PAGE = 2;
const SNIPPET = 170; // letters

const dialog = document.querySelector("[data-search]");
const input = dialog.querySelector("input");
const status = dialog.querySelector("[data-search-status]");
const list = dialog.querySelector("[data-search-results]");
const index = new URL(dialog.dataset.index, document.baseURI);
const root = new URL("../", index);

const kinds = JSON.parse(dialog.dataset.kinds);

let ready; // the promise of a search function, and of what it offers where it finds nothing
let waiting; // the timer that lets the reader finish a word

for (const one of document.querySelectorAll("[data-search-without]")) one.hidden = true;
for (const one of document.querySelectorAll("[data-search-offer]")) one.hidden = false;
for (const opener of document.querySelectorAll("[data-search-open]")) {
  opener.hidden = false;
  opener.addEventListener("click", open);
}
dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  // Outside the box, or on a result: one on this same page does not load a new one, so the box must close by itself.
  if (event.target === dialog || event.target.closest("a")) dialog.close();
});
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, 150);
});

async function open() {
  dialog.showModal();
  input.select();
  if (ready) return;
  status.textContent = dialog.dataset.loading;
  ready = load();
  try {
    await ready;
    status.textContent = "";
    await find();
  } catch {
    ready = undefined; // so that opening it again tries again
    status.textContent = dialog.dataset.failed;
  }
}

async function load() {
  const [{ default: MiniSearch }, text] = await Promise.all([import("./vendor/minisearch/minisearch.js"), textAt(index)]);
  const { docs, ignore } = JSON.parse(text);
  const ignored = new Set(ignore);
  const entries = docs.map(({ location, title, text, kind, also = [], plain: isText }) => ({
    location,
    kind,
    also: also.join(" . "),
    names: also,
    title: isText ? title : plain(title),
    text: isText ? text : plain(text),
    path: kind === "term" ? location : location.split("#")[0], // a term is a thing of its own, not a part of a page
  }));
  const titles = new Map(entries.filter(isPage).map((entry) => [entry.path, entry.title]));
  for (const entry of entries) entry.page = titles.get(entry.path) ?? entry.title;
  const engine = new MiniSearch({
    idField: "location",
    fields: ["title", "also", "page", "text"],
    storeFields: ["title", "text", "page", "path", "location", "kind"],
    searchOptions: {
      boost: { title: 5, also: 5, page: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boostDocument: (_, __, entry) => (isPage(entry) ? 1.6 : 1) * (entry.kind === "page" || entry.kind === "term" ? 1 : 1.3),
    },
  });
  engine.addAll(entries);
  return {
    // "how do we do stakeholder mapping" is a question about two words; where no other is left, all are meant.
    search(typed) {
      const words = typed.split(/\s+/).filter((word) => !ignored.has(word.toLowerCase())).join(" ") || typed;
      const all = engine.search(words, { combineWith: "AND" });
      return all.length ? all : engine.search(words);
    },
    nearest: (words) => nearest(words, entries.filter((entry) => isPage(entry) || entry.kind === "term")),
  };
}

async function find() {
  const words = input.value.trim();
  if (!words || !ready) {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  const { search, nearest: near } = await ready;
  const found = fewOfEachPage(search(words)).slice(0, MOST);
  const { none, one, many } = dialog.dataset;
  if (!found.length) {
    const offered = near(words);
    list.replaceChildren(...offered.map((entry) => row({ ...entry, text: "" })));
    status.textContent = offered.length ? dialog.dataset.nearest : none;
    return;
  }
  list.replaceChildren(...found.map(row));
  status.textContent = found.length > 1 ? many.replace("{count}", found.length) : found.length ? one : none;
}

function fewOfEachPage(results) {
  const seen = new Map();
  return results.filter(({ path }) => {
    seen.set(path, (seen.get(path) ?? 0) + 1);
    return seen.get(path) <= MOST_OF_ONE_PAGE;
  });
}

function row(result) {
  const link = element("a", "search__link", result.title);
  link.href = new URL(result.location, root);
  const item = element("li", "search__result");
  item.append(element("span", "search__kind", kinds[result.kind]), link);
  if (result.kind !== "term" && result.title !== result.page) item.append(" ", element("span", "search__page", dialog.dataset.inPage.replace("{page}", result.page)));
  const text = snippet(result);
  if (text.childNodes.length) item.append(text);
  return item;
}

function snippet({ text, terms }) {
  const piece = element("p", "search__text");
  if (!text) return piece;
  const wanted = new RegExp(`(${terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i");
  const at = Math.max(0, text.search(wanted));
  const start = at < SNIPPET / 2 ? 0 : text.lastIndexOf(" ", at - SNIPPET / 3) + 1;
  const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  const shown = `${start ? "… " : ""}${text.slice(start, Math.max(end, at))}${end < text.length ? " …" : ""}`;
  shown.split(new RegExp(wanted, "gi")).forEach((part, position) => {
    piece.append(position % 2 ? element("mark", "", part) : part);
  });
  return piece;
}

function isPage({ location }) {
  return !location.includes("#");
}

function plain(html) {
  // A parsed document is inert: nothing in it runs or loads.
  return new DOMParser().parseFromString(html.replaceAll("<", " <"), "text/html").body.textContent.replace(/\s+/g, " ").trim();
}

function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
}
