// Places in formulas of a workbook whose tables have grown: what stands below a table moves down, and what reaches to its
// last row reaches to the new one.

/**
 * How the rows of a sheet change. `last` is the last row of its table, after which `more` came. On a sheet whose rows
 * follow those of tables, `head` is its heading, and `lengths` says how many rows each column has now.
 * @typedef {{last: number, more: number} | {head: number, lengths: Map<string, number>}} Growth
 */

const TEXTS = '"(?:[^"]|"")*"|&quot;.*?&quot;'; // as they are
const SHEET = "'(?:[^']|'')+'";
const CELL = "(\\$?[A-Z]{1,3}\\$?)(\\d+)";
// What stands before a place is matched with it and put back: Safari knew no lookbehind before 16.4.
const PLACES = {
  excel: new RegExp(
    `${TEXTS}|(^|[^A-Za-z0-9_.])((?:${SHEET}|[A-Za-z_][\\w.]*)!)?${CELL}(?:(:)${CELL})?(?![\\w(])`,
    "g",
  ),
  odf: new RegExp(`${TEXTS}|()((?:\\$?${SHEET})?\\.)${CELL}(?:(:(?:\\$?${SHEET})?\\.)${CELL})?`, "g"),
};
const HERE = {
  excel: /("(?:[^"]|"")*")|(^|[^A-Za-z0-9_.$!:'])([A-Z]{1,3})(\d+)(?![\w(])/g,
  odf: /("(?:[^"]|"")*"|&quot;.*?&quot;)|(\[\.)([A-Z]{1,3})(\d+)(?=[\]:])/g,
};

/**
 * @param {Map<string, Growth>} growths by the name of the sheet
 * @param {"excel" | "odf"} kind how places are written
 * @returns {(formula: string, own: string) => string} a formula of the sheet `own`, with every place where it is now
 */
export function mover(growths, kind) {
  return (formula, own) =>
    formula.replace(PLACES[kind], (all, before, sheet, column, row, between, endColumn, end) => {
      if (row === undefined) return all; // a text
      const growth = growths.get(nameIn(sheet) ?? own);
      if (!growth) return all;
      const now = ends(growth, column.replaceAll("$", ""), Number(row), Number(end));
      return `${before}${sheet ?? ""}${column}${now.row}${end ? between + endColumn + now.end : ""}`;
    });
}

// "'Partners & others'!", "Charts!" or "$'Partners'." is the name of a sheet; "." alone is none.
function nameIn(prefix) {
  const name = prefix?.replace(/^\$/, "").slice(0, -1);
  return name ? unescaped(name.replace(/^'|'$/g, "")).replaceAll("''", "'") : undefined;
}

function ends(growth, column, row, end) {
  if (growth.lengths) return { row, end: growth.head + (growth.lengths.get(column) ?? end - growth.head) };
  const { last, more } = growth;
  return { row: row > last ? row + more : row, end: end >= last ? end + more : end };
}

/**
 * A formula as it stands in another row: places in its own row, which name no sheet, go along.
 * @param {string} formula
 * @param {number} from
 * @param {number} to
 * @param {"excel" | "odf"} kind
 * @returns {string}
 */
export function copied(formula, from, to, kind) {
  return formula.replace(HERE[kind], (all, words, before, column, row) =>
    words === undefined && Number(row) === from ? before + column + to : all,
  );
}

/** @param {string} text of XML @returns {string} */
export function unescaped(text) {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

// What XML cannot hold, and halves of letters.
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

const SPECIAL = /[&<>"\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/; // most texts have none

/** @param {string} text @returns {string} as it stands in XML */
export function escaped(text) {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/\r\n?/g, "\n")
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
