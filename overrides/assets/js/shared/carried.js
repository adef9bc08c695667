// What an address carries after its #, as it was before mail programs, chats and Markdown had it in their hands: they
// encode it, break its line, put a full stop or a bracket after it, and hang their own marks on to it.

const ROUNDS = 3; // how often one may have been encoded on top of another
const AFTER = /[\s.,;:!?)\]}>'"’”»*~|…]+$/; // what a sentence or Markdown puts behind an address

/**
 * The text that was sent, decoded. An ampersand of its own must have been encoded.
 * @param {string} text after the "=" of the address
 * @returns {string}
 */
export function asSent(text) {
  let plain = text
    .replace(/=?[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/g, "") // a line that was broken, also as mail breaks it
    .replace(/(?:&|<|#)[\s\S]*$/, "");
  for (let round = 0; round < ROUNDS && plain.includes("%"); round += 1) plain = decoded(plain);
  return plain
    .replace(/^3D/, "") // the "=" before it, as mail writes it
    .replace(AFTER, "");
}

// Where it was cut off inside a letter, the letters before that count.
function decoded(text) {
  const whole = text.replace(/%[0-9a-f]?$/i, "");
  try {
    return decodeURIComponent(whole);
  } catch {
    return whole.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}

/**
 * The address that was meant, where a program encoded the # of one: it then asks for a page that does not exist.
 * @param {string} path of the page that was asked for
 * @returns {string | undefined} path and what follows the #
 */
export function withMark(path) {
  const parts = /^(.*?)%(?:25)*23(.+)$/i.exec(path);
  return parts ? `${parts[1]}#${parts[2]}` : undefined;
}
