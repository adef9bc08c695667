// Answers in an OpenDocument text: each stands in a cell, after the bookmark with the name of its box.

import { isBlank } from "../shared/answers.js";
import { partOf, xmlOf } from "../shared/xml-part.js";
import { boxes, dayInWords, kindOf, shownOf, valueOf } from "./boxes.js";
import { chartPictures } from "./chart-pictures.js";
import { inPounds } from "./money.js";
import { elementsIn, fitRows, linesOf } from "./office-xml.js";
import { addPictures } from "../shared/open-text-pictures.js";

const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const MAIN = "content.xml";
const TICKED = "☒";
const BLANKS = /(^ +| {2,}|\t| +$)/; // what a reader of XML would make one blank of, or none

const chosen = (mark, box) => choose(mark, shownOf(box));
const written = (mark, box) => write(mark, box.value);
const KINDS = {
  text: written,
  long_text: written,
  date: (mark, box) => write(mark, dayInWords(box.value)),
  number: written,
  money: (mark, box) => write(mark, inPounds(box.value)),
  choice: chosen,
  tick: (mark) => choose(mark, TICKED),
  scale: chosen,
};

/**
 * Puts the answers of a sheet into the parts of its blank file.
 * @param {Record<string, Uint8Array>} parts
 * @param {object} sheet see sheet.js
 */
export function fill(parts, { form, tables }) {
  const xml = xmlOf(parts[MAIN]);
  for (const table of tables.keys()) fitTable(xml, form, table);
  const marks = new Map(elementsIn(xml, TEXT, "bookmark").map((mark) => [nameOf(mark), mark]));
  for (const box of boxes(form)) {
    const mark = marks.get(box.name);
    if (mark && !isBlank(valueOf(box))) KINDS[kindOf(box)](mark, box);
  }
  // Each sum of a column has a bookmark too, in the order of the page.
  const sums = [...marks].filter(([name]) => name.startsWith("sum_")).map(([, mark]) => mark);
  for (const [at, cell] of [...form.querySelectorAll("td[data-sum]")].entries()) write(sums[at], cell.textContent);
  const tableOf = (id) => elementsIn(xml, TABLE, "table").find((table) => table.getAttributeNS(TABLE, "name") === id);
  addPictures(parts, xml, chartPictures(form), tableOf);
  parts[MAIN] = partOf(xml);
}

function nameOf(mark) {
  return mark.getAttributeNS(TEXT, "name");
}

function fitTable(xml, form, table) {
  const marks = elementsIn(xml, TEXT, "bookmark").filter((mark) => nameOf(mark).startsWith(`${table}.`));
  const wanted = [...form.querySelectorAll(`[data-table="${CSS.escape(table)}"] tr[data-row]`)];
  fitRows([...new Set(marks.map(rowOf))], wanted, (row, drawn) => {
    const names = boxes(drawn).map((box) => box.name);
    for (const [at, mark] of elementsIn(row, TEXT, "bookmark").entries())
      mark.setAttributeNS(TEXT, "text:name", names[at]);
  });
}

function rowOf(mark) {
  let node = mark;
  while (node.localName !== "table-row" || node.namespaceURI !== TABLE) node = node.parentNode;
  return node;
}

// Puts text after the bookmark, in place of what is there.
function write(mark, text) {
  while (mark.nextSibling) mark.nextSibling.remove();
  mark.parentNode.append(...paragraphParts(mark.ownerDocument, text));
}

function paragraphParts(xml, text) {
  return linesOf(text).flatMap((line, at) => [
    ...(at ? [xml.createElementNS(TEXT, "text:line-break")] : []),
    ...line
      .split(BLANKS)
      .filter((piece) => piece)
      .map((piece) => (BLANKS.test(piece) ? blanks(xml, piece) : xml.createTextNode(piece))),
  ]);
}

function blanks(xml, piece) {
  if (piece === "\t") return xml.createElementNS(TEXT, "text:tab");
  const element = xml.createElementNS(TEXT, "text:s");
  element.setAttributeNS(TEXT, "text:c", piece.length);
  return element;
}

// Chooses an option of the list in the cell of the bookmark.
function choose(mark, option) {
  const list = elementsIn(mark.parentNode, TEXT, "drop-down")[0];
  const labels = elementsIn(list, TEXT, "label");
  if (!labels.some((label) => label.getAttributeNS(TEXT, "value") === option)) return write(mark, option);
  for (const label of labels) {
    label.removeAttributeNS(TEXT, "current-selected");
    if (label.getAttributeNS(TEXT, "value") === option) label.setAttributeNS(TEXT, "text:current-selected", "true");
  }
  while (list.lastChild.localName !== "label") list.lastChild.remove();
  list.append(option);
}
