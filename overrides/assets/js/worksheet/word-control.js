// A content control of a Word file (ECMA-376 part 1, 17.5.2): its name, and how an answer is put into it.

import { dayInWords } from "./boxes.js";
import { inPounds } from "./money.js";
import { linesOf } from "./office-xml.js";

export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const LONGEST = 64; // letters of a name that Word keeps

export function controlsIn(part) {
  return [...part.getElementsByTagNameNS(W, "sdt")];
}

export function cut(name) {
  return name.slice(0, LONGEST);
}

export function nameOf(control) {
  return inside(control, "tag")?.getAttributeNS(W, "val") ?? "";
}

export function nameControl(control, name, label) {
  inside(control, "tag")?.setAttributeNS(W, "w:val", cut(name));
  if (label) inside(control, "alias")?.setAttributeNS(W, "w:val", cut(label));
  inside(control, "id")?.remove(); // a copy must not have the number of its original; Word gives it one
}

// How an answer of each kind of field is put into its control.
const KINDS = {
  text: lines,
  long_text: lines,
  date: day,
  number: lines,
  money: (control, text, properties) => lines(control, inPounds(text), properties),
  choice: lines,
  tick: ticked,
  scale: lines,
};

// Puts the answer to a field of this `kind` in, and takes away what says that the control is still empty.
export function fillControl(control, value, kind) {
  const properties = child(control, "sdtPr");
  for (const name of ["showingPlcHdr", "placeholder"]) child(properties, name)?.remove();
  KINDS[kind](control, linesOf(value).join("\n"), properties);
}

function lines(control, text, properties) {
  // LibreOffice 7 draws a line break of a plain-text control before its text. Without a kind it is rich text, and right.
  if (text.includes("\n")) child(properties, "text")?.remove();
  write(control, text);
}

function day(control, text, properties) {
  const date = child(properties, "date");
  date.setAttributeNS(W, "w:fullDate", `${text}T00:00:00Z`);
  write(control, dayInWords(text, child(date, "lid")?.getAttributeNS(W, "val")));
}

function ticked(control, _text, properties) {
  const tick = properties.getElementsByTagNameNS(W14, "checkbox")[0];
  tick.getElementsByTagNameNS(W14, "checked")[0].setAttributeNS(W14, "w14:val", "1");
  write(
    control,
    String.fromCodePoint(parseInt(tick.getElementsByTagNameNS(W14, "checkedState")[0].getAttributeNS(W14, "val"), 16)),
  );
}

// One run of text in place of what is there, with the look of an answer instead of that of a prompt.
function write(control, text) {
  const content = child(control, "sdtContent");
  const old = content.getElementsByTagNameNS(W, "r")[0];
  const place = old.parentNode;
  const run = old.cloneNode(false);
  const look = child(old, "rPr");
  for (const name of ["rStyle", "color"]) look && child(look, name)?.remove();
  if (look?.childElementCount) run.append(look);
  text.split("\n").forEach((line, at) => {
    if (at) run.append(newNode(control, "br"));
    const words = newNode(control, "t");
    words.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    words.textContent = line;
    run.append(words);
  });
  for (const other of [...place.getElementsByTagNameNS(W, "r")]) other.remove();
  place.append(run);
}

function newNode(control, name) {
  return control.ownerDocument.createElementNS(W, `w:${name}`);
}

function child(node, name) {
  return [...node.children].find((candidate) => candidate.localName === name && candidate.namespaceURI === W);
}

function inside(control, name) {
  return child(child(control, "sdtPr"), name);
}
