// A Word file as blocks: see blocks.js. An answer stands in a content control that has the box's name as its tag.

import { hasComments, textParts } from "./zip.js";
import { worksheetIn } from "./worksheet-in.js";
import { all, attribute, child, parsed } from "./xml.js";

const MAIN = /^word\/document\d*\.xml$/;
const ASIDE = /^(docProps\/custom|word\/footer\d*)\.xml$/; // where the file says of which worksheet it is
const COMMENTS = /^word\/comments\.xml$/;
const PASSED_OVER = new Set(["del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sdtPr", "sectPr"]);
const MARKS = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "\u2011", softHyphen: "" };

/**
 * @param {Uint8Array} bytes
 * @returns {{blocks: import("./blocks.js").Block[]}}
 */
export function fromDocx(bytes) {
  const parts = textParts(bytes, (name) => [MAIN, ASIDE, COMMENTS].some((part) => part.test(name)));
  const [name] = [...parts.keys()].filter((path) => MAIN.test(path));
  const blocks = blocksIn(all(parsed(parts.get(name)), "body")[0]);
  const aside = [...parts].filter(([path]) => ASIDE.test(path)).map(([, text]) => text);
  return { blocks, worksheet: worksheetIn(aside.join("\n")), notes: hasComments(parts, COMMENTS) };
}

function blocksIn(node) {
  return [...node.children].flatMap((part) => {
    if (part.localName === "p") return [place([part])];
    if (part.localName === "tbl") return [{ rows: rowsIn(part) }];
    if (part.localName === "sdt" && isControl(part)) return [place([part])];
    return PASSED_OVER.has(part.localName) ? [] : blocksIn(part);
  });
}

function rowsIn(node) {
  return [...node.children].flatMap((part) => {
    if (part.localName === "tr") return [cellsIn(part)];
    return part.localName === "tblPr" || PASSED_OVER.has(part.localName) ? [] : rowsIn(part);
  });
}

function cellsIn(node) {
  return [...node.children].flatMap((part) => {
    if (part.localName === "tc") {
      const span = Number(attribute(child(child(part, "tcPr"), "gridSpan"), "val")) || 1;
      return [place([part]), ...Array(Math.min(span, 60) - 1).fill({ text: "", names: [] })];
    }
    return PASSED_OVER.has(part.localName) ? [] : cellsIn(part);
  });
}

function place(nodes) {
  const cell = { names: [], ...(nodes.some(isHeading) && { isHeading: true }) };
  cell.text = nodes.map((node) => textOf(node, cell)).join("\n");
  return cell;
}

function isHeading(node) {
  return /^heading/i.test(attribute(child(child(node, "pPr"), "pStyle"), "val") ?? "");
}

// A control with the name of one box. A repeating section has a tag too, and controls inside.
function isControl(node) {
  return Boolean(tagOf(node)) && !all(node, "sdt").some(tagOf);
}

function tagOf(node) {
  return attribute(child(child(node, "sdtPr"), "tag"), "val");
}

function textOf(node, cell) {
  if (PASSED_OVER.has(node.localName)) return "";
  if (node.localName === "t") return node.textContent;
  if (node.localName in MARKS) return MARKS[node.localName];
  if (node.localName === "sdt" && isControl(node)) {
    cell.names.push(tagOf(node));
    return controlled(node, cell);
  }
  return inside(node, cell);
}

function inside(node, cell) {
  let text = "";
  let paragraphs = 0;
  let before; // the last control without a tag, and its words
  for (const part of node.children) {
    if (part.localName === "p" || part.localName === "tbl") {
      if (paragraphs) text += "\n";
      paragraphs += 1;
    }
    const words = textOf(part, cell);
    const alias = untagged(part);
    if (alias && before?.alias === alias && before.words.trim() && words.endsWith(before.words)) continue;
    if (alias) before = { alias, words };
    else if (words) before = undefined;
    if (isNextLine(part)) text += "\n";
    text += words;
  }
  return text;
}

// LibreOffice 7 drops the tag of a control for text. It writes the control once more for each change between alphabets,
// each time with all of its words, and it drops the breaks between its lines.
function untagged(node) {
  return node.localName === "sdt" && !tagOf(node) && attribute(child(child(node, "sdtPr"), "alias"), "val");
}

function isNextLine(node) {
  if (node.localName !== "t" || node.previousElementSibling?.localName !== "t") return false;
  const control = node.closest("sdt");
  return Boolean(control && untagged(control));
}

function controlled(node, cell) {
  const properties = child(node, "sdtPr");
  if (attribute(child(properties, "date"), "fullDate"))
    cell.day = attribute(child(properties, "date"), "fullDate").slice(0, 10);
  const box = child(properties, "checkbox");
  if (box) {
    cell.ticked = ["1", "true", "on"].includes(attribute(child(box, "checked"), "val"));
    return "";
  }
  const prompt = child(properties, "showingPlcHdr");
  if (prompt && !["0", "false", "off"].includes(attribute(prompt, "val"))) return "";
  return inside(child(node, "sdtContent") ?? node, cell);
}
