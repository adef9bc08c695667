// Answers in a Word file: each in the control with the name of its box.

import { isBlank } from "../shared/answers.js";
import { partOf, xmlOf } from "../shared/xml-part.js";
import { boxes, kindOf, labelOf, shownOf, valueOf } from "./boxes.js";
import { chartPictures } from "./chart-pictures.js";
import { fitRows } from "./office-xml.js";
import { W, controlsIn, cut, fillControl, nameControl, nameOf } from "./word-control.js";
import { addPictures } from "../shared/word-pictures.js";

const MAIN = "word/document.xml";

/**
 * Puts the answers of a sheet into the parts of its blank file.
 * @param {Record<string, Uint8Array>} parts
 * @param {object} sheet see sheet.js
 */
export function fill(parts, { form, tables }) {
  const xml = xmlOf(parts[MAIN]);
  for (const table of tables.keys()) fitTable(xml, form, table);
  fillAll(xml, form);
  fillSums(xml, form);
  addPictures(parts, xml, chartPictures(form), (table) => tableIn(xml, table));
  parts[MAIN] = partOf(xml);
}

// Gives the table in the file as many rows as the one on the page has.
function fitTable(xml, form, table) {
  const controls = controlsIn(xml).filter((control) => nameOf(control).startsWith(`${table}.`));
  const wanted = [...form.querySelectorAll(`[data-table="${CSS.escape(table)}"] tr[data-row]`)];
  fitRows([...new Set(controls.map(rowOf))], wanted, (row, drawn) => {
    const names = boxes(drawn).map((box) => box.name);
    for (const [at, control] of controlsIn(row).entries()) nameControl(control, names[at]);
    for (const mark of bookmarksIn(row)) mark.remove(); // a name may stand once in a file
  });
}

function tableIn(xml, table) {
  const control = controlsIn(xml).find((each) => nameOf(each).startsWith(`${table}.`));
  return control && rowOf(control).parentNode;
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
