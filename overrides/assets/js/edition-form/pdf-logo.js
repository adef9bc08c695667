// The logo in a PDF: its place is a figure whose description is known, and another picture is put there.

import { zlibSync } from "../vendor/fflate/fflate.js";
import { PDFArray, PDFName } from "../vendor/pdf-lib/pdf-lib.js";
import { pdfString } from "./pdf-update.js";

/** How pages call the picture. */
export const LOGO = "OwnLogo";
const OPAQUE = 4; // numbers to a point: red, green, blue, opacity

/**
 * Finds every place of the old logo, and gives each its new description.
 * @param {import("./pdf-update.js").PdfUpdate} pdf
 * @param {[string, string]} alt the old description and the new
 * @returns {Map<string, number[]>} the marks of the places, by the page on which they are
 */
export function logos(pdf, [from, to]) {
  const places = new Map();
  for (const [ref, dict] of pdf.dictionaries()) {
    if (dict.get(PDFName.of("Alt"))?.decodeText?.() !== from) continue;
    const kids = dict.lookup(PDFName.of("K"));
    const mark = kids instanceof PDFArray ? kids.lookup(0) : kids;
    const page = dict.get(PDFName.of("Pg"))?.toString();
    if (!page || !mark?.asNumber) continue;
    places.set(page, [...(places.get(page) ?? []), mark.asNumber()]);
    dict.set(PDFName.of("Alt"), { toString: () => pdfString(to) });
    pdf.put(ref);
  }
  return places;
}

/**
 * @param {string} content of a page
 * @param {number} mark of the place
 * @returns {string} with the new logo, which is a square, at the right of the top of the place
 */
export function withLogo(content, mark) {
  const place = new RegExp(
    `([\\d.]+) ([\\d.]+) ([\\d.]+) ([\\d.]+) re\\nW\\nn\\n(/Figure\\n<</MCID ${mark}>>\\nBDC\\n)[\\s\\S]*?\\nEMC\\n`,
  );
  return content.replace(place, (whole, x, y, width, height, begin) => {
    const clip = whole.slice(0, whole.indexOf(begin));
    const side = Math.min(width, height);
    const left = Number(x) + Number(width) - side;
    return `${clip}${begin}q\n${side} 0 0 -${side} ${left} ${Number(y) + side} cm\n/${LOGO} Do\nQ\nEMC\n`;
  });
}

/**
 * @param {import("./pdf-update.js").PdfUpdate} pdf
 * @param {{side: number, points: Uint8ClampedArray}} logo
 * @returns {string} how pages refer to the picture, which is put into the file
 */
export function logoIn(pdf, { side, points }) {
  const colours = new Uint8Array(side * side * 3);
  const opacity = new Uint8Array(side * side);
  for (let point = 0; point < side * side; point += 1) {
    colours.set(points.subarray(point * OPAQUE, point * OPAQUE + 3), point * 3);
    opacity[point] = points[point * OPAQUE + 3];
  }
  const entries = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8`;
  const mask = pdf.addStream(`${entries} /ColorSpace /DeviceGray`, zlibSync(opacity), true);
  return pdf.addStream(`${entries} /ColorSpace /DeviceRGB /SMask ${mask}`, zlibSync(colours), true);
}
