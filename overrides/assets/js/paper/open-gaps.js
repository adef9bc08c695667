// What stands in a gap of a paper's OpenDocument file, of text and of slides: words in the line, or a list.

import { inOneLine } from "./lines.js";

export const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
const RAISED = "Raised";

/**
 * Puts `lines` in the place of `gap`, an element of `paragraph`, and `mark` after them. A gap that is alone in its
 * paragraph becomes a list, a line an item; one that is a list's item becomes several.
 * @param {Element} paragraph @param {Element} gap @param {string[]} lines @param {string} mark
 * @param {{ofWords?: string, ofList?: string}} styles the names of the styles of an item's words and of a new list
 * @returns {Element} what stands at that place now: the paragraph, or the last item of the list, or the list
 */
export function fillGap(paragraph, gap, lines, mark, styles) {
  const raised = mark ? [raisedMark(paragraph.ownerDocument, mark)] : [];
  if (lines.length > 1 && paragraph.textContent === gap.textContent) return asList(paragraph, lines, raised, styles);
  gap.replaceWith(inOneLine(lines), ...raised);
  return paragraph;
}

/**
 * @param {XMLDocument} xml @param {string} name such as "p" @param {string} [style] @param {...(Node | string)} children
 * @returns {Element} an element of a text
 */
export function textElement(xml, name, style, ...children) {
  const element = xml.createElementNS(TEXT, `text:${name}`);
  if (style) element.setAttributeNS(TEXT, "text:style-name", style);
  element.append(...children);
  return element;
}

/** @param {XMLDocument} xml @param {string[]} lines @param {{ofWords?: string, ofList?: string}} styles @returns {Element} */
export function listOf(xml, lines, { ofWords, ofList }) {
  const items = lines.map((line) => textElement(xml, "list-item", "", textElement(xml, "p", ofWords, line)));
  return textElement(xml, "list", ofList, ...items);
}

/**
 * Adds an automatic style to a file, unless it is there.
 * @param {XMLDocument} xml @param {string} name @param {string} family @param {string} kind of its properties, such as "text"
 * @param {[string, string, string][]} properties name space, name and value of each
 * @param {string} [parent]
 */
export function addStyle(xml, name, family, kind, properties, parent) {
  const all = xml.getElementsByTagNameNS(OFFICE, "automatic-styles")[0];
  if ([...all.children].some((style) => style.getAttributeNS(STYLE, "name") === name)) return;
  const style = xml.createElementNS(STYLE, "style:style");
  style.setAttributeNS(STYLE, "style:name", name);
  style.setAttributeNS(STYLE, "style:family", family);
  if (parent) style.setAttributeNS(STYLE, "style:parent-style-name", parent);
  const looks = xml.createElementNS(STYLE, `style:${kind}-properties`);
  for (const [space, property, value] of properties) looks.setAttributeNS(space, property, value);
  style.append(looks);
  all.append(style);
}

function asList(paragraph, lines, raised, styles) {
  const list = listOf(paragraph.ownerDocument, lines, styles);
  const items = [...list.children];
  items.at(-1).firstElementChild.append(...raised);
  if (paragraph.parentNode.localName === "list-item") {
    paragraph.parentNode.replaceWith(...items);
    return items.at(-1);
  }
  paragraph.replaceWith(list);
  return list;
}

function raisedMark(xml, mark) {
  addStyle(xml, RAISED, "text", "text", [[STYLE, "style:text-position", "super 58%"]]);
  return textElement(xml, "span", RAISED, mark);
}
