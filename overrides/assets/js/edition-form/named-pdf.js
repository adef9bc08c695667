// A finished PDF with a council's name: in the lines above and below its pages, beside its logo, and in what the file
// says of itself. What the pages say stays, letter by letter.

import { PDFDict, PDFName } from "../vendor/pdf-lib/pdf-lib.js";
import { sayWhose } from "./pdf-about.js";
import { FONT, fontsIn, lacking, spoken, written } from "./pdf-letters.js";
import { LOGO, logoIn, logos, withLogo } from "./pdf-logo.js";
import { PdfUpdate } from "./pdf-update.js";

// As WeasyPrint writes a line of text, in the units of CSS.
const LINE = /1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm\n((?:(?:\/\S+ [\d.]+ Tf\n)?\[[^\]]*\] TJ\n)+)/g;
const SHOWN = /(?:(\/\S+) ([\d.]+) Tf\n)?\[([^\]]*)\] TJ\n/g;
const CSS_UNITS = 0.75; // points to one of them
const PAGE_NUMBER = 130; // what a line leaves for the number of the page beside it

/**
 * @typedef {{running: [string, string], publisher: [string, string], alt: [string, string], whose: [string, string],
 *   typeface: import("./pdf-letters.js").Typeface, logo: {side: number, points: Uint8ClampedArray}}} Names
 *   each pair is what stands there, and what shall
 */

/**
 * @param {Uint8Array} bytes
 * @param {Names} names
 * @returns {Promise<Uint8Array>} the old bytes where nothing in it has the old name
 */
export async function namedPdf(bytes, names) {
  const pdf = await PdfUpdate.of(bytes);
  const pages = pdf.dictionaries().filter(([, dict]) => dict.get(PDFName.of("Type"))?.toString() === "/Page");
  const writer = new Writer(pdf, names);
  for (const [ref, page] of pages) writer.page(ref, page);
  sayWhose(pdf, names.publisher);
  return pdf.result();
}

// What is put into a file once, when the first page needs it.
class Writer {
  constructor(pdf, names) {
    this.pdf = pdf;
    this.names = names;
    this.done = new Set(); // streams that several pages share
    this.maps = new Map(); // what the glyphs of each font say
    this.lines = [names.running, names.whose].filter(([, to]) => !lacking(to, names.typeface));
    this.logos = names.logo ? logos(pdf, names.alt) : new Map();
  }

  page(ref, page) {
    const [resources, owner] = this.pdf.within(page, ref, "Resources");
    const width = page.lookup(PDFName.of("MediaBox")).lookup(2).asNumber() / CSS_UNITS;
    const [contents] = this.pdf.within(page, ref, "Contents");
    const streams = contents?.dict ? [page.get(PDFName.of("Contents"))] : contents.asArray();
    for (const stream of streams) this.stream(stream, resources, owner, width, this.logos.get(ref.toString()));
    const [pictures] = this.pdf.within(resources, owner, "XObject");
    // A name may stand in a picture of its own: see edition_name.py and edition_stamp.py in macros/documents/.
    for (const [, part] of pictures?.entries?.() ?? []) {
      const { dict } = this.pdf.context.lookup(part); // none in what was just put there
      if (dict?.get(PDFName.of("Subtype"))?.toString() !== "/Form" || !dict.get(PDFName.of("Resources"))) continue;
      this.stream(part, ...this.pdf.within(dict, part, "Resources"), width);
    }
  }

  // One stream of a page, with the fonts in `resources`, which stand in the object of `owner`.
  stream(ref, resources, owner, width, figures = []) {
    if (this.done.has(ref.toString())) return;
    this.done.add(ref.toString());
    const old = PdfUpdate.content(this.pdf.context.lookup(ref));
    if (old === undefined) return;
    const named = this.withNames(old, resources, width);
    const content = figures.reduce(withLogo, named);
    if (named !== old && !this.hasFonts(resources)) this.give(resources, owner, "Font", this.fonts());
    if (content !== named) this.give(resources, owner, "XObject", { [LOGO]: this.logo() });
    if (content !== old) this.pdf.putContent(ref, content); // last: in a part, the resources stand in its stream
  }

  withNames(content, resources, width) {
    let [font, size] = ["", ""];
    return content.replace(LINE, (whole, x, y, shown) => {
      let text = "";
      for (const [, otherFont, otherSize, glyphs] of shown.matchAll(SHOWN)) {
        [font, size] = otherFont ? [otherFont, otherSize] : [font, size];
        const map = this.mapOf(resources, font);
        for (const [, hex] of glyphs.matchAll(/<([0-9a-f]*)>/gi))
          for (const glyph of hex.toLowerCase().match(/.{4}/g) ?? []) text += map.get(glyph) ?? "\0";
      }
      const [lead] = /^ */.exec(text);
      const pair = this.lines.find(([from]) => text.startsWith(lead + from));
      if (!pair) return whole;
      const rest = text.slice(lead.length + pair[0].length);
      if (rest && (!rest.startsWith(".") || lacking(rest, this.names.typeface))) return whole;
      const room = width - 2 * Math.min(x, width / 4) - (rest ? 0 : PAGE_NUMBER);
      return `1 0 0 -1 ${x} ${y} Tm\n${written(lead + pair[1] + rest, size, room, this.names.typeface)}${font} ${size} Tf\n`;
    });
  }

  mapOf(resources, font) {
    const fonts = resources.lookup(PDFName.of("Font"));
    const dict = fonts?.lookup(PDFName.of(font.slice(1)));
    const ref = dict?.get(PDFName.of("ToUnicode"));
    if (!ref) return new Map();
    const key = ref.toString();
    if (!this.maps.has(key)) this.maps.set(key, spoken(PdfUpdate.content(this.pdf.context.lookup(ref)) ?? ""));
    return this.maps.get(key);
  }

  // A file that was named before has them.
  hasFonts(resources) {
    return Boolean(resources.lookup(PDFName.of("Font"))?.get(PDFName.of(`${FONT}0`)));
  }

  fonts() {
    this.fontRefs ??= fontsIn(this.pdf, this.names.typeface);
    return Object.fromEntries(this.fontRefs.map((ref, number) => [`${FONT}${number}`, ref]));
  }

  logo() {
    this.logoRef ??= logoIn(this.pdf, this.names.logo);
    return this.logoRef;
  }

  // Puts entries into a dictionary of the resources, and writes the object in which it stands.
  give(resources, owner, kind, entries) {
    const key = PDFName.of(kind);
    if (!resources.get(key)) resources.set(key, PDFDict.withContext(this.pdf.context));
    const [dict, dictOwner] = this.pdf.within(resources, owner, kind);
    for (const [name, ref] of Object.entries(entries)) dict.set(PDFName.of(name), { toString: () => ref });
    this.pdf.put(dictOwner);
  }
}
