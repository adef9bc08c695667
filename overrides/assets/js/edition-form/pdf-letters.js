// Letters in a PDF: what its glyphs say, and a name written with our whole typeface, as a finished PDF has only the
// letters that it shows.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";

const RANGES = /beginbf(char|range)([\s\S]*?)endbf/g;
const UNITS = 1000;

/** How pages call our fonts, with their number. */
export const FONT = "OwnName";

/** @typedef {{fonts: object[], letters: Record<string, [number, number, number]>}} Typeface see name_letters.py */

/** @param {string} map a font's ToUnicode @returns {Map<string, string>} what each glyph, four digits, says */
export function spoken(map) {
  const letters = new Map();
  const text = (hex) => String.fromCharCode(...hex.match(/.{4}/g).map((unit) => Number.parseInt(unit, 16)));
  for (const [, kind, lines] of map.matchAll(RANGES)) {
    const values = [...lines.matchAll(/<([0-9a-f]+)>/gi)].map(([, value]) => value.toLowerCase());
    if (kind === "char")
      for (let at = 0; at + 1 < values.length; at += 2) letters.set(values[at], text(values[at + 1]));
    else if (!lines.includes("[")) {
      for (let at = 0; at + 2 < values.length; at += 3) {
        const [first, last, to] = values.slice(at, at + 3).map((value) => Number.parseInt(value, 16));
        for (let code = first; code <= last; code += 1)
          letters.set(hexOf(code), String.fromCharCode(to + code - first));
      }
    }
  }
  return letters;
}

/**
 * @param {string} text
 * @param {Typeface} typeface
 * @returns {string} letters of `text` that the typeface lacks
 */
export function lacking(text, { letters }) {
  return [...new Set(text)].filter((letter) => !(letter in letters)).join("");
}

/**
 * @param {string} text
 * @param {number} size in the page's units
 * @param {number} room how wide it may be
 * @param {Typeface} typeface
 * @returns {string} a PDF's commands that show it, narrower where it would not fit
 */
export function written(text, size, room, { letters }) {
  const runs = [];
  let width = 0;
  for (const letter of text) {
    const [font, glyph, wide] = letters[letter];
    width += (wide * size) / UNITS;
    if (runs.at(-1)?.font !== font) runs.push({ font, glyphs: "" });
    runs.at(-1).glyphs += hexOf(glyph);
  }
  const narrow = width > room ? `${((room / width) * 100).toFixed(2)} Tz\n` : "";
  const shown = runs.map(({ font, glyphs }) => `/${FONT}${font} ${size} Tf\n[<${glyphs}>] TJ\n`).join("");
  return narrow + shown + (narrow && "100 Tz\n");
}

/**
 * Puts the fonts into a file.
 * @param {import("./pdf-update.js").PdfUpdate} pdf
 * @param {Typeface} typeface
 * @returns {string[]} how pages refer to them, in their order
 */
export function fontsIn(pdf, { fonts, letters }) {
  return fonts.map(({ file, size, box, ascent, descent, capitals }, number) => {
    const inFont = Object.entries(letters).filter(([, [font]]) => font === number);
    const name = `/OWNAME+Atkinson-Hyperlegible-Next-${number}`;
    const packed = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    const program = pdf.addStream(`/Length1 ${size}`, packed, true);
    const descriptor = pdf.add(
      `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${box.join(" ")}] /ItalicAngle 0 ` +
        `/Ascent ${ascent} /Descent ${descent} /CapHeight ${capitals} /StemV 80 /FontFile2 ${program} >>`,
    );
    const widths = inFont.map(([, [, glyph, width]]) => `${glyph} [${width}]`).join(" ");
    const descendant = pdf.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDToGIDMap /Identity /W [${widths}] ` +
        `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} >>`,
    );
    const map = pdf.addStream("", strToU8(mapOf(inFont), true));
    return pdf.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${descendant}] ` +
        `/ToUnicode ${map} >>`,
    );
  });
}

function mapOf(inFont) {
  const lines = inFont.map(([letter, [, glyph]]) => `<${hexOf(glyph)}> <${hexOf(letter.codePointAt(0))}>`);
  const blocks = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100); // the most that one may hold
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n/CMapName /OwnName def\n" +
    `1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join("\n")}\nendcmap\nend\nend\n`
  );
}

function hexOf(number) {
  return number.toString(16).padStart(4, "0");
}

/** @param {Uint8Array} bytes of the file of the typeface @returns {Typeface} */
export function typefaceIn(bytes) {
  return JSON.parse(strFromU8(bytes));
}
