// Whose sheet it is: a council or partner, its place, team and contact. Typed once, and kept in this browser.

export const PARTS = ["council", "place", "team", "contact"];
const LONGEST = 120; // letters of each

/**
 * @typedef {{council?: string, place?: string, team?: string, contact?: string}} OwnName
 */

/** The site's root: every edition of the toolkit keeps its own. A worksheet's page is two folders below it. */
export function siteOf() {
  return new URL("../../", location.href).pathname;
}

/**
 * @returns {OwnName} what is kept; empty where nothing is, or nothing can be
 */
export function ownName() {
  try {
    return cleaned(JSON.parse(localStorage.getItem(keyOf()) ?? siteName()));
  } catch {
    return {};
  }
}

/**
 * Keeps it, or forgets it where it is empty.
 * @param {OwnName} name
 * @returns {boolean} whether the browser let it
 */
export function keepOwnName(name) {
  try {
    const all = cleaned(name);
    if (Object.keys(all).length) localStorage.setItem(keyOf(), JSON.stringify(all));
    else localStorage.removeItem(keyOf());
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {OwnName} name
 * @returns {string} in one line, for the head of a sheet
 */
export function inOneLine(name) {
  return PARTS.map((part) => name[part])
    .filter(Boolean)
    .join(" · ");
}

/**
 * What the name says of a setting of an edition, for a paper that asks for it.
 * @param {string} setting "council", "place", "contact.email" or "contact.phone"; others are not known here
 * @returns {string} empty where it is not known
 */
export function ownSetting(setting) {
  const { contact = "", council = "", place = "" } = ownName();
  const known = { council, place, "contact.email": "", "contact.phone": "" };
  if (contact.includes("@")) known["contact.email"] = contact;
  else if (/^\+?[\d\s()-]{5,}$/.test(contact)) known["contact.phone"] = contact;
  return known[setting] ?? "";
}

// In a ready zip that was made with a council's name each page carries it: see edition-form/named-page.js.
function siteName() {
  return document.querySelector('meta[name="own-name"]')?.content ?? "{}";
}

function keyOf() {
  return `own-name:${siteOf()}`;
}

function cleaned(data) {
  const texts = PARTS.map((part) => [
    part,
    typeof data?.[part] === "string" ? data[part].trim().slice(0, LONGEST) : "",
  ]);
  return Object.fromEntries(texts.filter(([, text]) => text));
}
