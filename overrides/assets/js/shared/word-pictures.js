// Pictures in a Word file (ECMA-376 part 1, 20.4): each stands under what it shows, with its description.

import { partOf, xmlOf } from "./xml-part.js";
import { placePictures } from "./office-pictures.js";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKS = "word/_rels/document.xml.rels";
const TYPES = "[Content_Types].xml";
const EMU = 36_000; // in a mm

/**
 * @param {Record<string, Uint8Array>} parts of the file; it is changed
 * @param {XMLDocument} xml the text, into which the pictures come
 * @param {object[]} pictures see svg-picture.js
 * @param {(table: string) => Element | undefined} tableOf see office-pictures.js
 */
export function addPictures(parts, xml, pictures, tableOf) {
  placePictures(parts, LINKS, pictures, tableOf, (links, picture, number) => {
    const [id, path] = [`chart${number}`, `media/chart-${number}.png`];
    parts[`word/${path}`] = picture.png;
    const link = links.createElementNS(`${PACKAGE}/relationships`, "Relationship");
    for (const [name, value] of [
      ["Id", id],
      ["Type", `${RELATIONS}/image`],
      ["Target", path],
    ])
      link.setAttribute(name, value);
    links.documentElement.append(link);
    return paragraph(xml, picture, id, 999 + number);
  });
  if (pictures.length) allowPng(parts);
}

// The file says which kinds of content it holds.
function allowPng(parts) {
  const types = xmlOf(parts[TYPES]);
  if ([...types.documentElement.children].some((type) => type.getAttribute("Extension")?.toLowerCase() === "png"))
    return;
  const png = types.createElementNS(`${PACKAGE}/content-types`, "Default");
  png.setAttribute("Extension", "png");
  png.setAttribute("ContentType", "image/png");
  types.documentElement.prepend(png);
  parts[TYPES] = partOf(types);
}

function paragraph(xml, { alt, wide, high }, id, number) {
  const size = { cx: Math.round(wide * EMU), cy: Math.round(high * EMU) };
  const named = { id: number, name: id, descr: alt };
  const make = (space, name, attributes = {}, ...children) => {
    const element = xml.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const [wp, a, pic] = ["wordprocessingDrawing", "main", "picture"].map((part) => `${DRAWING}/${part}`);
  const blip = make(a, "a:blip");
  blip.setAttributeNS(RELATIONS, "r:embed", id);
  const image = make(
    pic,
    "pic:pic",
    {},
    make(pic, "pic:nvPicPr", {}, make(pic, "pic:cNvPr", named), make(pic, "pic:cNvPicPr")),
    make(pic, "pic:blipFill", {}, blip, make(a, "a:stretch", {}, make(a, "a:fillRect"))),
    make(
      pic,
      "pic:spPr",
      {},
      make(a, "a:xfrm", {}, make(a, "a:off", { x: 0, y: 0 }), make(a, "a:ext", size)),
      make(a, "a:prstGeom", { prst: "rect" }, make(a, "a:avLst")),
    ),
  );
  const inline = make(
    wp,
    "wp:inline",
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    make(wp, "wp:extent", size),
    make(wp, "wp:docPr", named),
    make(a, "a:graphic", {}, make(a, "a:graphicData", { uri: `${DRAWING}/picture` }, image)),
  );
  const style = make(W, "w:pStyle"); // that of a label, which keeps away from what is above
  style.setAttributeNS(W, "w:val", "FieldLabel");
  return make(W, "w:p", {}, make(W, "w:pPr", {}, style), make(W, "w:r", {}, make(W, "w:drawing", {}, inline)));
}
