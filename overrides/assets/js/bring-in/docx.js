// A Word file as blocks: see blocks.js. An answer stands in a content control that has the box's name as its tag.

import { textParts } from "./zip.js";
import { worksheetIn } from "./worksheet-in.js";
import { all, attribute, child, parsed } from "./xml.js";

const MAIN = /^word\/document\d*\.xml$/;
const ASIDE = /^(docProps\/custom|word\/footer\d*)\.xml$/; // where the file says of which worksheet it is
const PASSED_OVER = new Set(["del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sdtPr", "sectPr"]);
const MARKS = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "\u2011", softHyphen: "" };

/**
 * @param {Uint8Array} bytes
 * @returns {{blocks: import("./blocks.js").Block[]}}
 */
export function fromDocx(bytes) {
  const parts = textParts(bytes, (name) => MAIN.test(name) || ASIDE.test(name));
  const [name] = [...parts.keys()].filter((path) => MAIN.test(path));
  const blocks = blocksIn(all(parsed(parts.get(name)), "body")[0]);
  const aside = [...parts].filter(([path]) => ASIDE.test(path)).map(([, text]) => text);
  return { blocks, worksheet: worksheetIn(aside.join("\n")) };
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
  const cell = { names: [] };
  cell.text = nodes.map((node) => textOf(node, cell)).join("\n");
  return cell;
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
  for (const part of node.children) {
    if (part.localName === "p" || part.localName === "tbl") {
      if (paragraphs) text += "\n";
      paragraphs += 1;
    }
    text += textOf(part, cell);
  }
  return text;
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
