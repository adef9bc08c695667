// A Word, OpenDocument or spreadsheet file with a council's name: these are zips of texts, and each says whose it is in
// the same few places.

import { joined } from "../shared/bytes.js";
import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";
import { archive, contentOf, entriesOf, entry } from "./archive.js";

const LONGEST = 255; // letters of a line above a page, as Excel takes it
const HEADER = /(<oddHeader>)([\s\S]*?)(<\/oddHeader>)/g;
const LOGO_IN_WORD = /<wp:docPr [^>]*descr="([^"]*)"[\s\S]*?r:embed="(rId\d+)"/;
const RELATIONS = "word/_rels/document.xml.rels";
const AUTHORS = /(<(dc:creator|dc:publisher|cp:lastModifiedBy|meta:initial-creator)>)([^<]*)(?=<)/g;

/**
 * In which of the files of an archive what is changed.
 * @type {[RegExp, (text: string, names: import("./named-pdf.js").Names) => string][]}
 */
const PARTS = [
  [/^(docProps\/core\.xml|meta\.xml|EPUB\/package\.opf)$/, authors],
  [/^(word\/header\d+|styles)\.xml$/, (text, { running }) => swapped(text, running)],
  [/^xl\/worksheets\/sheet\d+\.xml$/, spreadsheetHeader],
  [/^(ppt\/slides\/slide\d+|content)\.xml$/, (text, { foot }) => swapped(text, foot, ". ")],
  [/^(word\/document|content)\.xml$/, description],
  [/^EPUB\/title\.xhtml$/, (text, { whose }) => swapped(text, whose)],
];

/**
 * @param {Uint8Array} bytes
 * @param {import("./named-pdf.js").Names} names
 * @returns {Uint8Array} the old bytes where nothing in it has the old name
 */
export function namedOffice(bytes, names) {
  const files = entriesOf(bytes);
  const logo = names.logo && logoFileIn(files, names);
  let hasChanged = false;
  const put = (file, content) => {
    hasChanged = true;
    return entry(file.name, content, file.time);
  };
  const entries = files.map((file) => {
    if (file.name === logo) return put(file, names.logo.png);
    const parts = PARTS.filter(([pattern]) => pattern.test(file.name));
    if (!parts.length) return file;
    const old = strFromU8(contentOf(file));
    const text = parts.reduce((before, [, change]) => change(before, names), old);
    return text === old ? file : put(file, strToU8(text));
  });
  if (!hasChanged) return bytes;
  return joined(archive(entries));
}

function authors(text, { publisher: [from, to] }) {
  return text.replace(AUTHORS, (whole, tag, _, name) => (name === xml(from) ? tag + xml(to) : whole));
}

// What is the whole text of an element, or its beginning before `end`.
function swapped(text, [from, to], end = "<") {
  return text.replaceAll(`>${xml(from)}${end}`, () => `>${xml(to)}${end}`);
}

function description(text, { alt: [from, to] }) {
  return text
    .replaceAll(`descr="${attribute(from)}"`, () => `descr="${attribute(to)}"`)
    .replaceAll(`title>${xml(from)}<`, () => `title>${xml(to)}<`)
    .replaceAll(`desc>${xml(from)}<`, () => `desc>${xml(to)}<`);
}

// "&" begins a code there, and stands for itself when doubled: see macros/documents/excel/parts.py.
function spreadsheetHeader(text, { running: [from, to] }) {
  const doubled = (name) => name.replaceAll("&", "&&");
  return text.replace(HEADER, (whole, start, line, end) => {
    const old = `&8 ${doubled(from)}`;
    const plain = unescaped(line);
    if (!plain.endsWith(old)) return whole;
    const before = plain.slice(0, -old.length);
    let name = to;
    while (before.length + doubled(name).length + 3 > LONGEST && name) name = `${name.slice(0, -2).trimEnd()}…`;
    return `${start}${xml(`${before}&8 ${doubled(name)}`)}${end}`;
  });
}

// The picture that is the logo: what its description says is the old one's.
function logoFileIn(files, { alt: [from] }) {
  const text = (name) => {
    const file = files.find((other) => other.name === name);
    return file ? strFromU8(contentOf(file)) : "";
  };
  if (text("content.xml").includes(`title>${xml(from)}<`)) return "Pictures/logo.png";
  const [, alt, id] = LOGO_IN_WORD.exec(text("word/document.xml")) ?? [];
  if (alt !== attribute(from)) return "";
  const [relation = ""] = text(RELATIONS).match(new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`)) ?? [];
  return `word/${/Target="([^"]*)"/.exec(relation)?.[1]}`;
}

function xml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute(text) {
  return xml(text).replaceAll('"', "&quot;");
}

function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
