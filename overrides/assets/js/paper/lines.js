// The lines of an answer: apart where each has room for itself, else one after the other.

/** @param {string} value @returns {string[]} its lines, without empty ones */
export function linesOf(value) {
  return value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** @param {string[]} lines @returns {string} one after the other: a sentence ends as it is, anything else with a ";" */
export function inOneLine(lines) {
  return lines.map((line, at) => (at < lines.length - 1 && !/[.!?;,]$/.test(line) ? `${line};` : line)).join(" ");
}

/** @param {string} start @param {string} rest @returns {string} "Form table: at risk", without a full stop between */
export function withColon(start, rest) {
  return rest ? `${start.replace(/[.;,:]$/, "")}: ${rest}` : start;
}
