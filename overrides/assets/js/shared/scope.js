// Which project the reader is in: several may stand side by side on one device. The first is what was kept before there
// were projects, under the names that it had then; each other one has its own part in every name.

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
  let data;
  try {
    data = JSON.parse(localStorage.getItem(`projects:${site}`));
  } catch {
    // blocked or damaged: there is the first project, as ever
  }
  const ids = Array.isArray(data?.ids) ? data.ids.filter((id) => typeof id === "string") : [];
  if (!ids.includes("")) ids.unshift("");
  return { current: ids.includes(data?.current) ? data.current : "", ids };
}
