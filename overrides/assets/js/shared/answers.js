// What is answered, apart from any page: each answer, and each row's being there, with the time it was changed.
// Two copies are merged entry by entry, and the newest wins: whoever merges, in whatever order, gets the same.

/**
 * Each answer, and each row's being there, by its name with the time of its last change; `latest` is the newest time seen.
 * @typedef {{value: string | boolean, at: number}} Entry
 * @typedef {{values: Map<string, Entry>, rows: Map<string, Entry>, latest: number}} Answers
 */

/**
 * No answers yet. `values`: "community" or "partners.<row>.organisation" -> {value, at}. `rows`: "partners.<row>" ->
 * {value: is it there?, at}.
 * @returns {Answers}
 */
export function newAnswers() {
  return { values: new Map(), rows: new Map(), latest: 0 };
}

/**
 * Whether an answer says nothing.
 * @param {string | boolean | undefined} value
 * @returns {boolean}
 */
export function isBlank(value) {
  return value === undefined || value === "" || value === false;
}

/**
 * A time later than every time seen, so that a change always wins over what it changes, even if a clock was set back.
 * @param {Answers} answers
 * @returns {number} in milliseconds
 */
export function tick(answers) {
  answers.latest = Math.max(Date.now(), answers.latest + 1);
  return answers.latest;
}

/**
 * Writes one answer, or one row.
 * @param {Answers} answers
 * @param {"values" | "rows"} part
 * @param {string} key
 * @param {string | boolean} value
 * @param {number} at when it was changed
 */
export function put(answers, part, key, value, at) {
  answers[part].set(key, { value, at });
  answers.latest = Math.max(answers.latest, at);
}

/**
 * Takes into `mine` what is newer in `theirs`.
 * @param {Answers} mine
 * @param {Answers} theirs
 * @returns {{changed: boolean, ahead: boolean}} whether mine changed, and whether mine has what theirs lacks
 */
export function merge(mine, theirs) {
  let changed = false;
  let ahead = false;
  for (const part of ["values", "rows"]) {
    for (const [key, entry] of theirs[part]) {
      if (isNewer(entry, mine[part].get(key))) {
        put(mine, part, key, entry.value, entry.at);
        changed = true;
      }
    }
    for (const [key, entry] of mine[part]) ahead ||= isNewer(entry, theirs[part].get(key));
  }
  return { changed, ahead };
}

function isNewer(entry, other) {
  if (!other) return true;
  // Two changes at the same moment: any rule will do, if every tab has the same.
  return entry.at !== other.at ? entry.at > other.at : String(entry.value) > String(other.value);
}

/**
 * The rows of a table, in order: those that it began with, those that were added, those that hold an answer.
 * @param {Answers} answers
 * @param {{id: string, first: string[], columns: Set<string>}} table
 * @returns {string[]}
 */
export function rowKeys(answers, { id, first, columns }) {
  const keys = new Set(first);
  const removed = new Map();
  for (const [key, { value, at }] of answers.rows) {
    const [table, row] = key.split(".");
    if (table !== id) continue;
    if (value) keys.add(row);
    else removed.set(row, at);
  }
  for (const row of removed.keys()) keys.delete(row);
  const start = `${id}.`;
  for (const [key, { value, at }] of answers.values) {
    if (!key.startsWith(start)) continue;
    const end = key.indexOf(".", start.length);
    const [row, column] = [key.slice(start.length, end), key.slice(end + 1)];
    if (keys.has(row)) continue; // a full table has thousands of answers in rows that are known
    // An answer that is newer than the removal brings its row back: somebody was writing there in another tab.
    if (columns.has(column) && !isBlank(value) && at > (removed.get(row) ?? -1)) keys.add(row);
  }
  return [...keys]
    .map((row) => ({ row, order: inOrder(row) })) // worked out once for each, not at each comparison
    .sort((entry, other) => entry.order - other.order || (entry.row < other.row ? -1 : 1))
    .map(({ row }) => row);
}

function inOrder(row) {
  return /^\d+$/.test(row) ? Number(row) : Infinity;
}

/**
 * A name for an added row. It is never used again, here or in another tab, and sorts after those that were there.
 * @param {number} at when it is added
 * @returns {string}
 */
export function newRow(at) {
  const chance = crypto.getRandomValues(new Uint16Array(1))[0];
  return `r${at.toString(36).padStart(9, "0")}${chance.toString(36).padStart(4, "0")}`;
}
