// Answers in this browser's storage. Nothing here touches what it cannot read, and nothing here throws.

import { newAnswers } from "./answers.js";

const FORMAT = 1;

/**
 * What the browser keeps under `key`. `read` finds one of: none, answers, damaged (cannot be read), newer (of a later
 * version), blocked.
 * @param {string} key
 * @param {() => Storage} [area] where: that of the device, or that of the tab. Asking for a blocked one throws
 * @returns {object} key, read, write, setAside, damaged, remove, putBack
 */
export function openStore(key, area = () => localStorage) {
  const aside = `${key}:damaged`;

  function read() {
    let raw;
    try {
      raw = area().getItem(key);
    } catch {
      return { found: "blocked" };
    }
    return raw === null ? { found: "none" } : readAnswers(raw);
  }

  // Returns "kept", "full" or "blocked". Where it fails, what was kept before is still there.
  function write(answers) {
    return set(key, asStored(answers));
  }

  function set(name, text) {
    try {
      area().setItem(name, text);
      return "kept";
    } catch (error) {
      return /quota/i.test(error.name) ? "full" : "blocked"; // browsers differ in the rest of the name
    }
  }

  // Moves what cannot be read out of the way, without losing it. An earlier one that lies there already is kept too.
  function setAside(raw) {
    try {
      return set(aside, withEarlier(raw));
    } catch {
      return "blocked";
    }
  }

  // What lies aside, and then `raw`: once, however often it was put there.
  function withEarlier(raw) {
    const earlier = area().getItem(aside);
    if (!earlier || earlier === raw) return raw;
    return earlier.endsWith(`\n${raw}`) ? earlier : `${earlier}\n${raw}`;
  }

  // What could not be read, wherever it lies now.
  function damaged() {
    try {
      const now = read();
      return now.found === "damaged" ? withEarlier(now.raw) : (area().getItem(aside) ?? "");
    } catch {
      return "";
    }
  }

  // Returns what was there, so that it can be put back. `all`: also what could not be read.
  function remove(all) {
    try {
      const was = (all ? [key, aside] : [key])
        .map((name) => [name, area().getItem(name)])
        .filter(([, text]) => text !== null);
      for (const [name] of was) area().removeItem(name);
      return was;
    } catch {
      return [];
    }
  }

  // Returns "kept", or why something could not be put back.
  function putBack(was) {
    return was.map(([name, text]) => set(name, text)).find((result) => result !== "kept") ?? "kept";
  }

  return { key, read, write, setAside, damaged, remove, putBack };
}

/**
 * What is kept under an id that the worksheet had before counts under its own, unless something is kept there already.
 * Where there is no room for both, it stays where it is.
 * @param {string} key
 * @param {string[]} earlier
 */
export function takeOver(key, earlier) {
  try {
    for (const old of earlier) {
      const raw = localStorage.getItem(old);
      if (raw === null || localStorage.getItem(key) !== null) continue;
      localStorage.setItem(key, raw);
      localStorage.removeItem(old);
    }
  } catch {
    // blocked or full: `read` tells
  }
}

/**
 * The text that is kept of these answers.
 * @param {import("./answers.js").Answers} answers
 * @returns {string}
 */
export function asStored(answers) {
  return `{"format":${FORMAT},"values":${asJson(answers.values)},"rows":${asJson(answers.rows)}}`;
}

// All of it is written at every letter, of hundreds of rows too. So only what is new is put into words again: an entry is
// never changed, but another put in its place, and no name is ever taken out.
const written = new WeakMap(); // the words of an entry
const sorted = new WeakMap(); // the names of all entries, in order

function asJson(entries) {
  if (sorted.get(entries)?.length !== entries.size)
    sorted.set(
      entries,
      [...entries.keys()].sort((key, other) => (key < other ? -1 : 1)),
    );
  return `{${sorted
    .get(entries)
    .map((key) => wordsOf(key, entries.get(key)))
    .join(",")}}`;
}

function wordsOf(key, entry) {
  if (!written.has(entry)) written.set(entry, `${JSON.stringify(key)}:${JSON.stringify(entry)}`);
  return written.get(entry);
}

/**
 * What a kept text holds.
 * @param {string} raw
 * @returns {{found: "answers" | "damaged" | "newer", answers?: object, raw?: string}}
 */
export function readAnswers(raw) {
  let data;
  try {
    data = JSON.parse(raw);
  } catch {
    return { found: "damaged", raw };
  }
  if (Number.isInteger(data?.format) && data.format > FORMAT) return { found: "newer", raw };
  const answers = newAnswers();
  if (data?.format !== FORMAT || !filled(answers, "values", data.values) || !filled(answers, "rows", data.rows)) {
    return { found: "damaged", raw };
  }
  return { found: "answers", answers };
}

function filled(answers, part, data) {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  const entries = answers[part];
  let { latest } = answers;
  for (const key in data) {
    const { value, at } = data[key] ?? {};
    if ((typeof value !== "string" && typeof value !== "boolean") || !Number.isFinite(at)) return false;
    entries.set(key, { value, at });
    if (at > latest) latest = at;
  }
  answers.latest = latest;
  return true;
}
