// Lines of cells as a CSV file (RFC 4180) that no spreadsheet program mistakes.

const BYTE_ORDER_MARK = "\uFEFF"; // without it Excel takes the file for another alphabet
// What a spreadsheet would run, also in full width; and what it would make another thing of, a number or a day.
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;
const LIKE_A_NUMBER = /^\s*[£$€(]?[\d.,][\d\s.,:/()%£$€-]*(e[+-]?\d+)?\s*(am|pm)?\s*$/i;
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const LIKE_A_DAY = new RegExp(`^\\s*(\\d{1,4}[\\s/.-]*)?${MONTH}([\\s/.,-]*\\d{1,4}){0,2}\\s*$`, "i");
const LIKE_A_TRUTH = /^\s*(true|false)\s*$/i;
const MISTAKEN = [FORMULA, LIKE_A_NUMBER, LIKE_A_DAY, LIKE_A_TRUTH];
const TEXT_MARK = "\u2060"; // a word joiner: nobody sees it, and with it in front every program takes a cell for text

/**
 * @param {(string | {number: string})[][]} lines
 * @returns {string} the file: every line has as many cells as the widest, as the standard asks
 */
export function csvOf(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const whole = lines.map((line) => [...line, ...Array(width - line.length).fill("")].map(quoted).join(","));
  return `${BYTE_ORDER_MARK}${whole.join("\r\n")}\r\n`;
}

/**
 * One cell. A number that somebody typed as a number stays one; text that looks like one, or like a formula or a day,
 * is marked as text.
 * @param {string | {number: string}} cell
 * @returns {string}
 */
export function quoted(cell) {
  if (cell.number) return cell.number;
  const text = MISTAKEN.some((pattern) => pattern.test(cell)) ? `${TEXT_MARK}${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
