// What the reader has chosen, in order, and the address that holds it. Nothing here knows the page.

import { asSent } from "../shared/carried.js";
import { KEY } from "./address.js";

const MOST = 300; // parts that an address may name: more than there are
const SHORTEST = 5; // letters from which a name can be guessed
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
      const later = chosen.findIndex((chosenId) => place.get(chosenId) > place.get(id));
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
    chosen = chosen.filter((chosenId) => chosenId !== id);
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

  // The part of an address that holds the choice; empty where nothing is chosen. How many parts there are stands first,
  // so that a link that was cut off can say so.
  function hash() {
    return chosen.length
      ? `#${KEY}${[chosen.length, ...chosen].map((id) => encodeURIComponent(id).replace(/%2F/g, "/").replace(/%3A/g, ":")).join(",")}`
      : "";
  }

  // Takes the choice that an address brings. Returns the names that it could not find, and how many did not arrive.
  function take(text) {
    const names = asSent(text).split(",").filter(plain);
    const count = /^\d+$/.test(names[0] ?? "") && !known.has(names[0]) ? Number(names.shift()) : names.length;
    const asked = names.slice(0, MOST).map(today);
    set(asked);
    const lost = [...new Set(asked)].filter((id) => !known.has(id)).map((id) => id.slice(0, LONGEST));
    return { lost, missing: Math.max(0, count - names.length) };
  }

  // A step or worksheet that was renamed is found under its new name, and so is the checklist of a step. One that a
  // program has spelt in another way, or cut the end from, is found where only one is like it.
  function today(id) {
    if (known.has(id)) return id;
    const [kind, name] = id.startsWith("checklist:") ? ["checklist:", id.slice(10)] : ["", id];
    if (Object.hasOwn(moved, name)) return kind + moved[name];
    const letters = plain(id);
    const same = [...known.keys()].filter((other) => plain(other) === letters);
    const begun = [...known.keys()].filter((other) => letters.length >= SHORTEST && plain(other).startsWith(letters));
    return [same, begun].find((like) => like.length === 1)?.[0] ?? id;
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

// The letters and digits of a name.
function plain(name) {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
