// Which project the reader is in: several may stand side by side on one device. The first is what was kept before there
// were projects, under the names that it had then; each other one has its own part in every name.

const FORMAT = 1;

/**
 * @typedef {{format: number, community: string, role: string, checked: Object<string, {at: number, role: string}>,
 *   carried: Object<string, unknown>}} Facts `carried` is what a file held that this version does not know
 */

/**
 * The path under which everything of the project at hand is kept.
 * @param {string} site the path of the site's root, by which editions on one host are told apart
 * @returns {string} the path itself for the first project, else the path and the project's id
 */
export function scopeOf(site) {
  return scopeFor(site, listOf(site).current);
}

/** @param {string} site @param {string} id @returns {string} the same for the project with this id */
export function scopeFor(site, id) {
  return id ? `${site}#${id}` : site; // no path holds a "#", so that no edition's names can be the same
}

/**
 * Every project of this edition on this device.
 * @param {string} site
 * @returns {{current: string, ids: string[]}}
 */
export function listOf(site) {
  const data = read(`projects:${site}`);
  const ids = Array.isArray(data?.ids) ? data.ids.filter((id) => typeof id === "string") : [];
  if (!ids.includes("")) ids.unshift("");
  return { current: ids.includes(data?.current) ? data.current : "", ids };
}

/** @param {string} site @param {{current: string, ids: string[]}} list @returns {boolean} whether it could be kept */
export function keepList(site, list) {
  return write(`projects:${site}`, { format: FORMAT, ...list });
}

/** @param {string} scope @returns {Facts} what is known of a project beside its sheets */
export function factsOf(scope) {
  const data = read(`project:${scope}`) ?? {};
  return {
    ...data, // what a newer version keeps here stays
    format: FORMAT,
    community: text(data.community),
    role: text(data.role),
    checked: record(data.checked),
    carried: record(data.carried),
  };
}

/** @param {string} scope @param {Facts} facts @returns {boolean} whether they could be kept */
export function keepFacts(scope, facts) {
  return write(`project:${scope}`, facts);
}

function read(key) {
  try {
    const data = JSON.parse(localStorage.getItem(key));
    return typeof data === "object" ? data : undefined;
  } catch {
    return undefined; // blocked or damaged: there is the first project, as ever
  }
}

function write(key, data) {
  try {
    localStorage.setItem(key, JSON.stringify(data));
    return true;
  } catch {
    return false;
  }
}

function text(value) {
  return typeof value === "string" ? value : "";
}

function record(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
