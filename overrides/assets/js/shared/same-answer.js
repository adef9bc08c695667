// Whether two answers are the same, though a spreadsheet writes an amount in its own way.

/**
 * @param {string | boolean | undefined} one
 * @param {string | boolean | undefined} other
 * @returns {boolean} "£1,200.50" and "1200.5" are the same
 */
export function isSame(one, other) {
  return one === other || (typeof one === "string" && typeof other === "string" && plain(one) === plain(other));
}

function plain(text) {
  const bare = text.trim().replace(/\r\n?/g, "\n");
  if (!/^[-−]?£?[\d,]+(\.\d+)?$/.test(bare)) return bare;
  return bare
    .replace(/[£,]/g, "")
    .replace("−", "-")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}
