// The text of `edition.yml`, read and written so that comments and what the form does not ask for stay as they are.

import { parseDocument } from "../vendor/yaml/yaml.js";

const WRITTEN = {
  lineWidth: 0,
  flowCollectionPadding: false,
  defaultStringType: "QUOTE_DOUBLE",
  defaultKeyType: "PLAIN",
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @param {string} text
 * @returns {{settings?: Settings, line?: number, reason?: string}} where it cannot be read, the line of the fault
 */
export function readSettings(text) {
  const parsed = parseDocument(text.replace(/^\uFEFF/, ""), { version: "1.1", prettyErrors: false });
  const [fault] = parsed.errors;
  if (fault) return { line: text.slice(0, fault.pos[0]).split("\n").length, reason: "broken" };
  try {
    const data = parsed.toJS({ maxAliasCount: 0 });
    if (typeof data !== "object" || data === null || Array.isArray(data)) return { line: 1, reason: "no_settings" };
  } catch {
    return { line: 1, reason: "broken" }; // an alias, which the build refuses too
  }
  return { settings: new Settings(parsed) };
}

/** Settings with their comments: values by path, such as "contact.email". */
export class Settings {
  #file;

  constructor(file) {
    this.#file = file;
  }

  /** @returns {object} everything that is set; dates are `Date`s */
  get data() {
    return this.#file.toJS({ maxAliasCount: 0 });
  }

  /** @param {string} path @returns {string | boolean} as a box of the form shows it */
  value(path) {
    const value = path.split(".").reduce((part, key) => part?.[key], this.data);
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (typeof value === "boolean") return value;
    return value === undefined || value === null ? "" : String(value);
  }

  /**
   * @param {string} path
   * @param {string | boolean} value empty text or false takes the line away
   * @param {string} [kind] that of the box: a "date" is written without quotation marks
   */
  put(path, value, kind) {
    const keys = path.split(".");
    if (value === "" || value === false) this.#take(keys);
    else if (this.value(path) !== value) this.#set(keys, kind === "date" && DAY.test(value) ? new Date(value) : value);
  }

  /** @param {{comments?: boolean}} [how] without `comments`, only what is set @returns {string} */
  text({ comments = true } = {}) {
    if (comments) return this.#file.toString(WRITTEN);
    const bare = this.#file.clone();
    bare.commentBefore = null;
    bare.comment = null;
    strip(bare.contents);
    return bare.toString(WRITTEN);
  }

  #set(keys, value) {
    const [top, ...below] = keys;
    // Not there, or there with nothing after it.
    if (below.length && !this.#file.getIn([top])?.items) this.#file.set(top, this.#file.createNode({}));
    const there = this.#file.getIn(keys, true);
    if (there && typeof there === "object" && "value" in there && typeof there.value === typeof value) {
      there.value = value;
      there.source = undefined;
    } else this.#file.setIn(keys, value);
  }

  #take(keys) {
    if (!this.#file.hasIn(keys)) return;
    this.#file.deleteIn(keys);
    const parent = keys.slice(0, -1);
    if (parent.length && !this.#file.getIn(parent)?.items?.length) this.#file.deleteIn(parent);
  }
}

function strip(node) {
  if (!node || typeof node !== "object") return;
  node.commentBefore = null;
  node.comment = null;
  node.spaceBefore = false;
  for (const item of node.items ?? []) {
    strip(item.key ?? item);
    strip(item.value);
  }
}
