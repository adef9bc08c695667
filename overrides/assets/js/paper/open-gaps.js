// What stands in a gap of a paper's OpenDocument file, of text and of slides: words in the line, or a list.

import { inOneLine } from "./lines.js";

export const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

/**
 * Puts `lines` in the place of `gap`, an element of `paragraph`. A gap that is alone in its paragraph becomes a list, a
 * line an item; one that is a list's item becomes several.
 * @param {Element} paragraph @param {Element} gap @param {string[]} lines
 * @param {{ofWords?: string, ofList?: string}} styles the names of the styles of an item's words and of a new list
 */
export function fillGap(paragraph, gap, lines, styles) {
  if (lines.length > 1 && paragraph.textContent === gap.textContent) asList(paragraph, lines, styles);
  else gap.replaceWith(inOneLine(lines));
}

function asList(paragraph, lines, { ofWords, ofList }) {
  const createElement = (name, style) => {
    const element = paragraph.ownerDocument.createElementNS(TEXT, `text:${name}`);
    if (style) element.setAttributeNS(TEXT, "text:style-name", style);
    return element;
  };
  const items = lines.map((line) => {
    const words = createElement("p", ofWords);
    words.textContent = line;
    const item = createElement("list-item");
    item.append(words);
    return item;
  });
  if (paragraph.parentNode.localName === "list-item") return paragraph.parentNode.replaceWith(...items);
  const list = createElement("list", ofList);
  list.append(...items);
  paragraph.replaceWith(list);
}
