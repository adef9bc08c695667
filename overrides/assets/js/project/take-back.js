// What a file brought into a worksheet, taken out again: so that it also goes in a tab in which the worksheet is open.
// Such a tab has what was brought, and would write it again over anything that looks older.

import { isBlank, put, tick } from "../shared/answers.js";
import { asStored, readAnswers } from "../shared/storage.js";

const EMPTY = { values: new Map(), rows: new Map() };

/**
 * @param {string | null} before what the storage held for the worksheet before the file came; null for nothing
 * @param {string} brought what it held then
 * @param {string | null} now what it holds: somebody may have typed since, and that stays
 * @returns {string | null} what it is to hold; null for nothing
 */
export function takenBack(before, brought, now) {
  if (now === brought && before === null) return null;
  const [was, came, is] = [before, brought, now].map((text) => text !== null && readAnswers(text).answers);
  if (!came || !is || (before !== null && !was)) return before; // of another version, or unreadable: as it was
  const at = tick(is);
  for (const part of ["values", "rows"])
    for (const [key, entry] of came[part]) {
      const old = (was || EMPTY)[part].get(key);
      const typed = is[part].get(key);
      if (isSame(entry, old) || !isSame(entry, typed)) continue;
      if (old || !isBlank(entry.value)) put(is, part, key, old?.value ?? blank(entry.value), at);
    }
  return asStored(is);
}

function isSame(entry, other) {
  return other !== undefined && entry.at === other.at && entry.value === other.value;
}

function blank(value) {
  return typeof value === "boolean" ? false : "";
}
