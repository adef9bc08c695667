// What a second pair of eyes says of a sheet's answers: kept beside them, never among them.

/**
 * @typedef {{mark: "query" | "agreed", text: string, role: string, at: number, gone?: boolean}} Comment `gone`: it was
 *   taken away, which must be known where two copies meet
 * @typedef {Object<string, Comment>} Comments by the lasting name of the answer
 */

/** @param {string} scope @param {string} sheet @returns {string} the name under which they are kept */
export function commentsKey(scope, sheet) {
  return `comments:${scope}:${sheet}`;
}

/** @param {string | null} text @returns {Comments} those that can be read */
export function readComments(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof data !== "object" || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(([, comment]) => typeof comment?.text === "string" && Number.isFinite(comment.at)),
  );
}

/** @param {Comments} mine @param {Comments} theirs @returns {Comments} of two on one answer the newer one */
export function mergeComments(mine, theirs) {
  const all = { ...mine };
  for (const [key, comment] of Object.entries(theirs)) if (!all[key] || comment.at > all[key].at) all[key] = comment;
  return all;
}
