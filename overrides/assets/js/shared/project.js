// What is known of a project beside its sheets: the community, who writes, which sheets are checked.

const FORMAT = 1;

/**
 * @typedef {{format: number, community: string, role: string, checked: Object<string, {at: number, role: string}>,
 *   carried: Object<string, unknown>}} Facts `carried` is what a file held that this version does not know
 */

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
