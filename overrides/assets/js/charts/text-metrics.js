// How much room words need. A rough measure on purpose: the build has no fonts to ask, so it is the same
// there and in a browser, and never too small.

export const SIZE = 14; // of all text in a picture, in pixels
export const LINE = 18; // from one line to the next

// Hundredths of the size, at least those of the site's typeface in bold. Whole numbers add up the same everywhere.
const GROUPS = [
  ["ijl.,:;'|! ’‘", 32],
  ['ftrI1/\\-_"()[]{}“”`', 44],
  ["acehknsuvxyzJL79?", 58],
  ["mMW%—…", 97],
  ["ABCDEFGHJKLNOPQRSTUVXYZw&@#+=", 76],
];
const SHARES = new Map(GROUPS.flatMap(([letters, share]) => [...letters].map((letter) => [letter, share])));
const [PLAIN, ACCENTED, SQUARE, EMOJI] = [62, 76, 105, 140];

function share(letter) {
  const code = letter.codePointAt(0);
  if (SHARES.has(letter)) return SHARES.get(letter);
  if (code < 0x80) return PLAIN;
  if (code < 0x2e80) return ACCENTED;
  return code < 0x1f000 ? SQUARE : EMOJI;
}

/**
 * The width of `words` in one line, in pixels; they are never wider.
 * @param {string} words
 * @returns {number}
 */
export function textWidth(words) {
  let sum = 0;
  for (const letter of words) sum += share(letter);
  return (sum * SIZE) / 100;
}

/**
 * Whether every word of `words` is at most `width` wide, so that none need be broken.
 * @param {string} words
 * @param {number} width in pixels
 * @returns {boolean}
 */
export function hasRoom(words, width) {
  return wordsOf(words).every((word) => textWidth(word) <= width);
}

/**
 * `words` in lines of at most `width` pixels, broken at spaces; a longer word is broken where it must be.
 * @param {string} words
 * @param {number} width
 * @returns {string[]}
 */
export function wrap(words, width) {
  const lines = [];
  let line = "";
  for (const word of wordsOf(words)) {
    if (line && textWidth(`${line} ${word}`) <= width) {
      line = `${line} ${word}`;
      continue;
    }
    if (line) lines.push(line);
    const pieces = broken(word, width);
    line = pieces.pop();
    lines.push(...pieces);
  }
  return line ? [...lines, line] : lines;
}

function wordsOf(words) {
  return words.split(/[ \t\r\n]+/).filter(Boolean);
}

// One word in pieces that fit; nearly always the word itself.
function broken(word, width) {
  const pieces = [""];
  for (const letter of word) {
    if (pieces.at(-1) && textWidth(pieces.at(-1) + letter) > width) pieces.push("");
    pieces[pieces.length - 1] += letter;
  }
  return pieces;
}
