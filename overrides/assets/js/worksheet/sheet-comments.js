// Comments in a sheet's own file, so that who was sent a sheet alone can hand it back with them. In the file they go by
// the names of the boxes, as the answers do; kept, by the lasting names of the rows.

import { commentsKey, mergeComments, readComments } from "../shared/comments.js";
import { scopeOf } from "../shared/scope.js";
import { boxes, keyOf } from "./boxes.js";

/**
 * @param {HTMLFormElement} form
 * @returns {import("../shared/comments.js").Comments} by the names of the boxes
 */
export function commentsOf(form) {
  const all = kept(form);
  return Object.fromEntries(boxes(form).flatMap((box) => (all[keyOf(box)] ? [[box.name, all[keyOf(box)]]] : [])));
}

/**
 * Keeps the comments of a file beside those that are here. They stand in rows that are there by now.
 * @param {HTMLFormElement} form
 * @param {unknown} comments by the names of the boxes, as the file has them
 * @returns {boolean} whether there are any, and they could be kept
 */
export function keepComments(form, comments) {
  const theirs = readComments(JSON.stringify(comments ?? null));
  const here = Object.fromEntries(
    boxes(form).flatMap((box) => (theirs[box.name] ? [[keyOf(box), theirs[box.name]]] : [])),
  );
  if (!Object.keys(here).length) return false;
  const key = nameOf(form);
  try {
    localStorage.setItem(key, JSON.stringify(mergeComments(kept(form), here)));
  } catch {
    return false; // blocked or full: the answers are there, and the file still has the comments
  }
  dispatchEvent(new StorageEvent("storage", { key })); // as if another tab had written: whoever shows them reads them
  return true;
}

function kept(form) {
  try {
    return readComments(localStorage.getItem(nameOf(form)));
  } catch {
    return {};
  }
}

// A worksheet's page is two folders below the site's root.
function nameOf(form) {
  return commentsKey(scopeOf(new URL("../../", location.href).pathname), form.dataset.worksheet);
}
