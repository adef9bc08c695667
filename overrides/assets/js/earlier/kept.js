// What this browser keeps under the addresses of editions before this one, and how it comes along: copied, never moved,
// and never on top of what is kept here. A project that finds its place taken becomes one of its own.

import { keepList } from "../shared/project.js";
import { listOf, scopeFor } from "../shared/scope.js";

const NOT_A_SHEET = new Set(["projects", "brought", "own-name"]);

/**
 * @param {string} root the path of a site's root
 * @returns {{kind: string, id: string, rest: string, key: string}[]} everything that is kept of it: `id` is the project's
 */
export function keptUnder(root) {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)).sort();
  return keys.flatMap((key) => {
    const [, kind, path, rest = ""] = /^([a-z-]+):(\/[^:]*)(:.*)?$/.exec(key) ?? [];
    const [site, id = ""] = (path ?? "").split("#");
    return site === root ? [{ kind, id, rest, key }] : [];
  });
}

/** @param {string} site @param {string} root @returns {boolean} whether there is something that nobody has decided about */
export function isWaiting(site, root) {
  return !(root in decided(site)) && keptUnder(root).some(({ kind }) => !NOT_A_SHEET.has(kind));
}

/** @param {string} site @param {string} root @returns {void} asks no more */
export function decline(site, root) {
  set(`brought:${site}`, JSON.stringify({ ...decided(site), [root]: "no" }));
}

/**
 * @param {string} site the path of this edition's root
 * @param {string} root that of the one before it
 * @returns {{count: number, undo: () => void, isFull?: boolean}} how many things came along
 */
export function bring(site, root) {
  const kept = keptUnder(root);
  const list = listOf(site);
  const before = new Map();
  const put = (key, text) => {
    if (!before.has(key)) before.set(key, localStorage.getItem(key));
    localStorage.setItem(key, text);
  };
  const undo = () => {
    for (const [key, text] of before) {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    }
  };
  const places = placesOf(kept, site, root, list);
  let count = 0;
  try {
    for (const { kind, id, rest, key } of kept) {
      if (kind === "projects" || kind === "brought") continue;
      const to = `${kind}:${kind === "own-name" ? site : scopeFor(site, places.get(id))}${rest}`;
      if (localStorage.getItem(to) !== null) continue;
      put(to, localStorage.getItem(key));
      if (!NOT_A_SHEET.has(kind)) count += 1;
    }
    put(`brought:${site}`, JSON.stringify({ ...decided(site), [root]: "yes" }));
    put(`projects:${site}`, localStorage.getItem(`projects:${site}`) ?? "{}"); // so that undo knows what it was
    const ids = [...new Set([...list.ids, ...places.values()])];
    if (!keepList(site, { current: list.current, ids })) throw new Error("full");
  } catch {
    undo();
    return { count: 0, undo() {}, isFull: true };
  }
  return { count, undo };
}

// Where each project of the old edition goes: the first one to the first one here, if that is empty.
function placesOf(kept, site, root, list) {
  const isEmpty = !keptUnder(site).some(({ kind, id }) => id === "" && !NOT_A_SHEET.has(kind));
  const from = root.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "earlier";
  const taken = new Set(list.ids);
  const places = new Map();
  for (const id of new Set(kept.filter(({ kind }) => !NOT_A_SHEET.has(kind)).map(({ id }) => id))) {
    if (id === "" && isEmpty) {
      places.set(id, "");
      continue;
    }
    const wanted = id || from;
    let free = wanted;
    for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`;
    taken.add(free);
    places.set(id, free);
  }
  return places;
}

function decided(site) {
  try {
    const data = JSON.parse(localStorage.getItem(`brought:${site}`));
    return typeof data === "object" && data !== null ? data : {};
  } catch {
    return {}; // damaged: it is asked once more
  }
}

function set(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // no room: it is asked again
  }
}
