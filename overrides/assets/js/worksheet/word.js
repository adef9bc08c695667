// The worksheet's Word file with the answers in it: the blank one from the site, its controls filled, zipped again.

import { strFromU8, strToU8, unzipSync, zipSync } from "../vendor/fflate/fflate.js";
import { bytesAt } from "../shared/site-files.js";
import { isBlank } from "../shared/answers.js";
import { boxes, kindOf, labelOf, shownOf, valueOf } from "./boxes.js";
import { putOwner } from "./word-owner.js";
import { W, controlsIn, cut, fillControl, nameControl, nameOf } from "./word-control.js";

const MAIN = "word/document.xml";
const ZIPPED_AT = new Date(1980, 0, 1); // the first day a zip can name, so that the same answers give the same file

export async function asWord(sheet) {
  const parts = unzipSync(await bytesAt(new URL(sheet.form.dataset.word, document.baseURI)));
  const xml = new DOMParser().parseFromString(strFromU8(parts[MAIN]), "application/xml");
  if (xml.querySelector("parsererror")) throw new Error("The Word file cannot be read.");
  for (const table of sheet.tables.keys()) fitRows(xml, sheet.form, table);
  fillAll(xml, sheet.form);
  fillSums(xml, sheet.form);
  const text = new XMLSerializer().serializeToString(xml);
  parts[MAIN] = strToU8(
    text.startsWith("<?xml") ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`,
  );
  putOwner(parts);
  return zipSync(parts, { mtime: ZIPPED_AT });
}

// Gives the table in the file as many rows as the one on the page has.
function fitRows(xml, form, table) {
  const wanted = [...form.querySelectorAll(`[data-table="${table}"] tr[data-row]`)];
  const own = controlsIn(xml).filter((control) => nameOf(control).startsWith(`${table}.`));
  const rows = [...new Set(own.map(rowOf))];
  for (const row of rows.slice(wanted.length)) row.remove();
  for (const drawn of wanted.slice(rows.length)) {
    const row = rows[0].cloneNode(true);
    const names = boxes(drawn).map((box) => box.name);
    for (const [at, control] of controlsIn(row).entries()) nameControl(control, names[at]);
    for (const mark of bookmarksIn(row)) mark.remove(); // a name may stand once in a file
    rows.at(-1).after(row);
    rows.push(row);
  }
}

function bookmarksIn(part) {
  return ["bookmarkStart", "bookmarkEnd"].flatMap((name) => [...part.getElementsByTagNameNS(W, name)]);
}

function rowOf(control) {
  let node = control;
  while (node.localName !== "tr" || node.namespaceURI !== W) node = node.parentNode;
  return node;
}

// Each sum of a column has a bookmark, in the order of the page.
function fillSums(xml, form) {
  const marks = [...xml.getElementsByTagNameNS(W, "bookmarkStart")].filter((mark) =>
    mark.getAttributeNS(W, "name").startsWith("sum_"),
  );
  for (const [at, cell] of [...form.querySelectorAll("td[data-sum]")].entries()) {
    const words = xml.createElementNS(W, "w:t");
    words.textContent = cell.textContent;
    marks[at]?.nextElementSibling.append(words);
  }
}

// Word cuts long names off, so that two may be the same: they stand in the same order here and there.
function fillAll(xml, form) {
  const waiting = new Map();
  for (const control of controlsIn(xml))
    waiting.set(nameOf(control), [...(waiting.get(nameOf(control)) ?? []), control]);
  for (const box of boxes(form)) {
    const control = waiting.get(cut(box.name))?.shift();
    if (!control) continue;
    nameControl(control, box.name, labelOf(box));
    if (!isBlank(valueOf(box))) fillControl(control, shownOf(box), kindOf(box));
  }
}
