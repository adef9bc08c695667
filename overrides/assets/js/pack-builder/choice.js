// What the reader has chosen, in order, and the address that holds it. Nothing here knows the page.

import { KEY } from "./address.js";

const MOST = 300; // parts that an address may name: more than there are
const LONGEST = 60; // letters of a name that nobody knows

/**
 * An empty choice. `take` reads what an address brings, `hash` writes it.
 * @param {{items: object[], moved: Record<string, string>}} catalogue every part in the model's order, and the old ids
 *   of parts
 * @returns {object} what may be asked of it and done with it
 */
export function openChoice({ items, moved }) {
  const known = new Map(items.map((item) => [item.id, item]));
  const place = new Map(items.map((item, at) => [item.id, at]));
  let chosen = [];

  const has = (id) => chosen.includes(id);
  // A step brings its checklist along: it is not chosen once more beside it.
  const covered = (id) => known.get(id)?.kind === "checklist" && has(known.get(id).step);

  // Puts parts in where the model has them, before the first chosen one that comes later. Returns those that are new.
  function add(ids) {
    return put(ids, (id) => {
      const later = chosen.findIndex((one) => place.get(one) > place.get(id));
      chosen.splice(later < 0 ? chosen.length : later, 0, id);
    });
  }

  // Puts parts at the end, in the order in which they are given.
  function append(ids) {
    return put(ids, (id) => chosen.push(id));
  }

  function put(ids, into) {
    const fresh = [...new Set(ids)].filter((id) => known.has(id) && !has(id));
    for (const id of fresh) into(id);
    chosen = chosen.filter((id) => !covered(id));
    return fresh.filter(has);
  }

  function remove(id) {
    chosen = chosen.filter((one) => one !== id);
  }

  // Moves a part one place up (-1) or down (1). Returns its new number, or 0 where it cannot go on.
  function move(id, by) {
    const from = chosen.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= chosen.length) return 0;
    chosen.splice(to, 0, ...chosen.splice(from, 1));
    return to + 1;
  }

  function set(ids) {
    chosen = [];
    append(ids);
  }

  // The part of an address that holds the choice; empty where nothing is chosen.
  function hash() {
    return chosen.length
      ? `#${KEY}${chosen.map((id) => encodeURIComponent(id).replace(/%2F/g, "/").replace(/%3A/g, ":")).join(",")}`
      : "";
  }

  // Takes the choice that an address brings. Returns the names that it could not find. Some mail programs write each
  // comma as its number.
  function take(text) {
    const asked = text.split(/,|%2C/i).filter(Boolean).slice(0, MOST).map(plain).map(today);
    set(asked);
    return [...new Set(asked)].filter((id) => !known.has(id)).map((id) => id.slice(0, LONGEST));
  }

  // A step or worksheet that was renamed is found under its new name, and so is the checklist of a step.
  function today(id) {
    const [kind, name] = id.startsWith("checklist:") ? ["checklist:", id.slice(10)] : ["", id];
    return Object.hasOwn(moved, name) && !known.has(id) ? kind + moved[name] : id;
  }

  return {
    has,
    covered,
    add,
    append,
    remove,
    move,
    set,
    hash,
    take,
    ids: () => [...chosen],
    parts: () => chosen.map((id) => known.get(id)),
    find: (id) => known.get(id),
  };
}

function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a link that was cut off
  }
}
