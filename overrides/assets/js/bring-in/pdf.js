// The fields of a PDF form, by name, whichever viewer filled it in: a later version of a field stands after an earlier one.

import {
  DecodeStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFParser,
  PDFString,
} from "../vendor/pdf-lib/pdf-lib.js";
import { Unreadable } from "./unreadable.js";

const LARGEST_STREAM = 60_000_000; // bytes, unpacked
const DEEPEST = 40;
const MOST_FIELDS = 20_000; // the largest sheet has fewer than a thousand
const MARKED = new Set(
  "Text FreeText Highlight Underline StrikeOut Ink Stamp Caret".split(" ").map((kind) => PDFName.of(kind)),
);
const ensureBuffer = DecodeStream.prototype.ensureBuffer;
DecodeStream.prototype.ensureBuffer = function ensureSome(size) {
  if (size > LARGEST_STREAM) throw new Unreadable("bomb");
  return ensureBuffer.call(this, size);
};

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<{named: Map<string, {text: string, ticked?: boolean}>}>}
 * @throws {Unreadable} where it is locked, or has no fields or far too many
 */
export async function fromPdf(bytes) {
  const context = await PDFParser.forBytesWithOptions(bytes).parseDocument();
  if (context.trailerInfo.Encrypt) throw new Unreadable("locked");
  const catalog = context.lookup(context.trailerInfo.Root);
  const form = catalog instanceof PDFDict && catalog.lookup(PDFName.of("AcroForm"));
  const fields = form instanceof PDFDict && form.lookup(PDFName.of("Fields"));
  if (!(fields instanceof PDFArray)) throw new Unreadable("no_fields");
  const named = new Map();
  const seen = new Set();
  for (const field of items(fields)) read(field, "", {}, named, seen, 0);
  if (!named.size) throw new Unreadable("no_fields");
  const lists = [...named.values()].filter(({ lost }) => lost).length;
  const about = context.lookup(context.trailerInfo.Info);
  return {
    named,
    notes: [...(lists ? ["lists_lost"] : []), ...(hasMarks(context) ? ["has_comments"] : [])],
    worksheet: (about instanceof PDFDict && textOf(about.lookup(PDFName.of("Worksheet")))) || undefined,
  };
}

// What somebody wrote or drew over the page, beside its fields: viewers call it a note, a comment, or text that is added.
function hasMarks(context) {
  return context
    .enumerateIndirectObjects()
    .some(
      ([, mark]) =>
        mark instanceof PDFDict && mark.has(PDFName.of("Rect")) && MARKED.has(mark.lookup(PDFName.of("Subtype"))),
    );
}

function items(array) {
  return Array.from({ length: array.size() }, (_, at) => array.lookup(at));
}

// A field takes its kind and value from the one above where it has none of its own.
function read(field, above, taken, named, seen, depth) {
  if (!(field instanceof PDFDict) || seen.has(field) || depth > DEEPEST) return;
  seen.add(field);
  const part = textOf(field.lookup(PDFName.of("T")));
  const name = [above, part].filter(Boolean).join(".");
  const kind = field.lookup(PDFName.of("FT")) ?? taken.kind;
  const value = field.lookup(PDFName.of("V")) ?? taken.value;
  const kids = field.lookup(PDFName.of("Kids"));
  if (kids instanceof PDFArray) for (const kid of items(kids)) read(kid, name, { kind, value }, named, seen, depth + 1);
  if (!part || !kind) return;
  if (named.size >= MOST_FIELDS && !named.has(name)) throw new Unreadable("too_many_fields"); // rather than a part of them
  if (kind === PDFName.of("Btn"))
    named.set(name, { text: "", ticked: value instanceof PDFName && value !== PDFName.of("Off") });
  else if (kind === PDFName.of("Ch")) named.set(name, chosen(field, value));
  else named.set(name, { text: textOf(value) });
}

// What is chosen from a list. In files up to version 1.4 every option had an empty value: then only some viewers say which.
function chosen(field, value) {
  const options = field.lookup(PDFName.of("Opt"));
  const pairs = options instanceof PDFArray ? items(options).filter((item) => item instanceof PDFArray) : [];
  const text = textOf(value instanceof PDFArray ? value.lookup(0) : value);
  if (text) return { text: textOf(pairs.find((pair) => textOf(pair.lookup(0)) === text)?.lookup(1)) || text };
  const at = field.lookup(PDFName.of("I"));
  const index = at instanceof PDFArray ? at.lookup(0)?.asNumber?.() : undefined;
  const blank = pairs.filter((pair) => !textOf(pair.lookup(0))).length;
  return { text: index === undefined ? "" : textOf(pairs[index]?.lookup(1)), lost: index === undefined && blank > 1 };
}

function textOf(value) {
  const isText = value instanceof PDFString || value instanceof PDFHexString;
  return isText ? value.decodeText().replace(/\r\n?/g, "\n").replaceAll("\u0000", "") : "";
}
