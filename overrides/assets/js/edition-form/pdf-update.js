// A PDF with some of its objects changed. What changed is written behind the old file, as the format allows: nothing that
// is already there moves. The source: ISO 32000-1, 7.5.6 (incremental updates) and 7.5.8 (cross-reference streams).

import { joined } from "../shared/bytes.js";
import { strFromU8, strToU8, unzlibSync, zlibSync } from "../vendor/fflate/fflate.js";
import { PDFDict, PDFName, PDFParser } from "../vendor/pdf-lib/pdf-lib.js";

const PACKED = "/FlateDecode";
const END = 64; // bytes in which a file says where its list is
// Bytes as letters, one for one, as a PDF's own syntax has them.
const textOf = (bytes) => strFromU8(bytes, true);
const bytesOf = (text) => strToU8(text, true);
const OF_THE_STREAM = new Set(["/Length", "/Filter", "/DecodeParms"]);

/** A PDF that can be changed. */
export class PdfUpdate {
  /** @param {Uint8Array} bytes @returns {Promise<PdfUpdate>} @throws where it is no PDF that can be read */
  static async of(bytes) {
    return new PdfUpdate(bytes, await PDFParser.forBytesWithOptions(bytes).parseDocument());
  }

  constructor(bytes, context) {
    this.bytes = bytes;
    this.context = context;
    this.changed = new Map(); // the bytes of each object that changed, by its number
    this.next = context.largestObjectNumber + 1;
  }

  /** @returns {[object, PDFDict][]} every dictionary that stands for itself, with what refers to it */
  dictionaries() {
    return this.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFDict);
  }

  /** @param {object} stream @returns {string | undefined} what it holds; nothing where it is packed in another way */
  static content({ dict, contents }) {
    const filter = dict.get(PDFName.of("Filter"))?.toString();
    if (dict.get(PDFName.of("DecodeParms")) || (filter && filter !== PACKED)) return undefined;
    return textOf(filter && contents.length ? unzlibSync(contents) : contents);
  }

  /**
   * @param {PDFDict} dict
   * @param {object} owner what refers to the object in which `dict` stands
   * @param {string} key
   * @returns {[object, object]} what stands there, and what refers to the object in which that stands
   */
  within(dict, owner, key) {
    const value = dict.get(PDFName.of(key));
    const object = value && this.context.lookup(value);
    return [object, object === value ? owner : value];
  }

  /** Writes the object of `ref` again, as it now is. */
  put(ref) {
    this.write(ref.objectNumber, bytesOf(this.context.lookup(ref).toString()));
  }

  /** Gives the stream of `ref` another content. @param {object} ref @param {string} content */
  putContent(ref, content) {
    const entries = this.context.lookup(ref).dict.entries();
    const rest = entries.filter(([key]) => !OF_THE_STREAM.has(key.toString())).map(([key, value]) => `${key} ${value}`);
    this.write(ref.objectNumber, streamOf(rest.join(" "), bytesOf(content)));
  }

  /** @param {string} text of an object @returns {string} how others refer to it */
  add(text) {
    return this.write(this.next++, bytesOf(text));
  }

  /** @param {string} entries of its dictionary @param {Uint8Array} content @returns {string} how others refer to it */
  addStream(entries, content, isPacked = false) {
    return this.write(this.next++, streamOf(entries, content, isPacked));
  }

  write(number, bytes) {
    this.changed.set(number, bytes);
    return `${number} 0 R`;
  }

  /** @returns {Uint8Array} the file; the old bytes where nothing changed */
  result() {
    if (!this.changed.size) return this.bytes;
    const pieces = [this.bytes, bytesOf("\n")];
    let at = this.bytes.length + 1;
    const places = [];
    for (const [number, bytes] of [...this.changed].sort(([a], [b]) => a - b)) {
      const object = [bytesOf(`${number} 0 obj\n`), bytes, bytesOf("\nendobj\n")];
      places.push([number, at]);
      pieces.push(...object);
      at += object.reduce((sum, piece) => sum + piece.length, 0);
    }
    pieces.push(this.list(places, at), bytesOf(`startxref\n${at}\n%%EOF\n`));
    return joined(pieces);
  }

  // Where each changed object is. Our documents have that list as a stream, and so has what is written behind them.
  list(places, at) {
    const { Root, Info, ID } = this.context.trailerInfo;
    const parts = Object.entries({ Root, Info, ID }).flatMap(([key, value]) => (value ? [`/${key} ${value}`] : []));
    const [, before] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(textOf(this.bytes.subarray(-END)));
    const all = [...places, [this.next, at]];
    const rows = all.flatMap(([, place]) => [
      1,
      place >>> 24,
      (place >>> 16) & 255,
      (place >>> 8) & 255,
      place & 255,
      0,
    ]);
    const index = all.map(([number]) => `${number} 1`).join(" ");
    const entries = `/Type /XRef /Size ${this.next + 1} ${parts.join(" ")} /Prev ${before} /W [1 4 1] /Index [${index}]`;
    return joined([bytesOf(`${this.next} 0 obj\n`), streamOf(entries, Uint8Array.from(rows)), bytesOf("\nendobj\n")]);
  }
}

function streamOf(entries, content, isPacked = false) {
  const packed = isPacked ? content : zlibSync(content);
  const head = bytesOf(`<< ${entries} /Filter ${PACKED} /Length ${packed.length} >>\nstream\n`);
  return joined([head, packed, bytesOf("\nendstream")]);
}

/** @param {string} text of any letters @returns {string} as a PDF has it: UTF-16 with its mark */
export function pdfString(text) {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0"));
  return `<FEFF${units.join("").toUpperCase()}>`;
}
