// Amounts of money as people type them: "£1,200.5", "1 200", "-3". Pounds and pence only, so that none is guessed at.

const AMOUNT = /^(-?)£?(-?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/;

/**
 * The amount in pounds, to the penny.
 * @param {string} text
 * @returns {number} not a number where it is none
 */
export function amountOf(text) {
  const [, sign, inner, whole, pence = ""] =
    text
      .replace(/\s/g, "")
      .replace(/\u2212/g, "-")
      .match(AMOUNT) ?? [];
  if (whole === undefined || (sign && inner)) return NaN;
  return (Number(whole.replaceAll(",", "")) + Number(pence.padEnd(2, "0")) / 100) * (sign || inner ? -1 : 1);
}

/**
 * With two places and without anything else, as other programs read it.
 * @param {number} amount
 * @returns {string}
 */
export function plainAmount(amount) {
  return amount.toFixed(2);
}

/**
 * With two places, and commas between thousands.
 * @param {number} amount
 * @returns {string}
 */
export function groupedAmount(amount) {
  return plainAmount(amount).replace(/\d(?=(\d{3})+\.)/g, "$&,");
}

/**
 * What somebody typed, in full; as it is where it is no amount.
 * @param {string} text
 * @returns {string}
 */
export function inPounds(text) {
  const amount = amountOf(text);
  return Number.isNaN(amount) ? text : `${amount < 0 ? "-" : ""}£${groupedAmount(Math.abs(amount))}`;
}
