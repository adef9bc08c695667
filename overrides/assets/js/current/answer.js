// Whether a printed copy is current: its id held against what went out with each release, and what stands here today.

const COPY_ID = /^#?([a-z0-9-]+(?:\/[a-z0-9-]+)?):(\d+\.\d+\.\d+):([0-9a-f]{8})/;

/**
 * Reads the id of a copy, such as "#focus/choose-the-community:1.4.0:5c2dc78d"; what a mail program put after it does not matter.
 * @param {string} text
 * @returns {{sheet: string, version: string, print: string} | null}
 */
export function copyIdIn(text) {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // a broken % is read as it stands
  }
  const match = COPY_ID.exec(plain);
  return match && { sheet: match[1], version: match[2], print: match[3] };
}

/**
 * @typedef {{title: string, url: string, now: string, was: [string, string][], parts?: string[],
 *   before?: string[], is_gathered?: boolean}} Sheet
 *   `was` are version and fingerprint where it changed, oldest first; `parts` are the sheets that it is made of;
 *   `before` are fingerprints of sheets that became a part of this one
 * @param {{sheet: string, version: string, print: string}} copy
 * @param {{sheets: Record<string, Sheet>, moved: Record<string, string>, versions: string[]}} known oldest first
 * @returns {{state: "current" | "changed" | "unknown", sheet?: Sheet, changed: {sheet: Sheet, versions: string[]}[]}}
 */
export function answer(copy, { sheets, moved, versions }) {
  const sheet = sheets[moved[copy.sheet] ?? copy.sheet];
  if (!sheet) return { state: "unknown", changed: [] };
  const then = versions.includes(copy.version) ? copy.version : versionOf(sheet, copy.print);
  // What gathers sheets has no fingerprint of its own: without its version nobody knows what it held.
  if (!then && (sheet.is_gathered || copy.print !== sheet.now)) return { state: "unknown", sheet, changed: [] };
  const parts = [...(sheet.parts ?? []).map((name) => sheets[name]).filter(Boolean)];
  const changed = then ? parts.filter((part) => printAt(part, then, versions) !== part.now) : [];
  const isChanged = copy.print !== sheet.now;
  if (isChanged && then && !wentOut(sheet, copy.print)) return { state: "unknown", sheet, changed: [] };
  const all = [...(isChanged ? [sheet] : []), ...changed].map((part) => ({
    sheet: part,
    versions: then ? changedAfter(part, then, versions) : [],
  }));
  return { state: all.length ? "changed" : "current", sheet, changed: all };
}

const wentOut = ({ was, before }, print) => was.some(([, old]) => old === print) || before?.includes(print);
const versionOf = (sheet, print) => sheet.was.find(([, was]) => was === print)?.[0];

// What a sheet was in a version: as of the last change up to then. One that came later was nothing.
function printAt(sheet, version, versions) {
  const at = versions.indexOf(version);
  return sheet.was.filter(([changed]) => versions.indexOf(changed) <= at).at(-1)?.[1] ?? "";
}

const changedAfter = (sheet, version, versions) =>
  sheet.was.map(([changed]) => changed).filter((changed) => versions.indexOf(changed) > versions.indexOf(version));
