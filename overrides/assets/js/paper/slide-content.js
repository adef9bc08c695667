// What stands on a slide that is added to a PowerPoint file: a title with lines, or a picture.

import { partOf, xmlOf } from "../shared/xml-part.js";
import { append } from "./added-slides.js";
import { fitted } from "./slide-sizes.js";

export const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const P = "http://schemas.openxmlformats.org/presentationml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "[Content_Types].xml";
const EMU = 36_000; // in a mm

/** @param {XMLDocument} slide @param {import("./sources.js").EndPart} content */
export function writeSlide(slide, { title, text, lines }) {
  write(
    bodyOf(slide, (holder) => holder.getAttribute("type") === "title"),
    [title],
  );
  const body = bodyOf(slide, (holder) => holder.getAttribute("idx") === "1");
  const [first] = write(body, [text, ...lines]);
  const properties = first.getElementsByTagNameNS(A, "pPr")[0];
  for (const name of ["marL", "indent"]) properties.setAttribute(name, "0");
  properties.append(slide.createElementNS(A, "a:buNone"));
}

/**
 * Puts a picture in the place of what a slide says under its title.
 * @param {Record<string, Uint8Array>} parts
 * @param {XMLDocument} slide
 * @param {XMLDocument} links
 * @param {object} picture see ../shared/svg-picture.js
 * @param {number} number
 */
export function showPicture(parts, slide, links, picture, number) {
  const path = `media/chart-${number}.png`;
  parts[`ppt/${path}`] = picture.png;
  append(links, `${PACKAGE}/relationships`, "Relationship", {
    Id: "chart",
    Type: `${RELATIONS}/image`,
    Target: `../${path}`,
  });
  const types = xmlOf(parts[TYPES]);
  if (![...types.documentElement.children].some((type) => type.getAttribute("Extension") === "png"))
    append(types, `${PACKAGE}/content-types`, "Default", { Extension: "png", ContentType: "image/png" });
  parts[TYPES] = partOf(types);
  const holder = bodyOf(slide, (place) => place.getAttribute("idx") === "1").parentNode;
  holder.replaceWith(pictureNode(slide, picture));
}

function pictureNode(slide, picture) {
  const { left, top, wide, high } = fitted(picture);
  const emu = (length) => Math.round(length * EMU);
  const make = (space, name, attributes = {}, ...children) => {
    const node = slide.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const blip = make(A, "a:blip");
  blip.setAttributeNS(RELATIONS, "r:embed", "chart");
  const named = make(P, "p:cNvPr", { id: 99, name: "Chart", descr: picture.alt });
  return make(
    P,
    "p:pic",
    {},
    make(P, "p:nvPicPr", {}, named, make(P, "p:cNvPicPr"), make(P, "p:nvPr")),
    make(P, "p:blipFill", {}, blip, make(A, "a:stretch", {}, make(A, "a:fillRect"))),
    make(
      P,
      "p:spPr",
      {},
      make(
        A,
        "a:xfrm",
        {},
        make(A, "a:off", { x: emu(left), y: emu(top) }),
        make(A, "a:ext", { cx: emu(wide), cy: emu(high) }),
      ),
      make(A, "a:prstGeom", { prst: "rect" }, make(A, "a:avLst")),
    ),
  );
}

// The text of the shape whose placeholder is the one asked for.
function bodyOf(slide, isIt) {
  const shape = [...slide.getElementsByTagNameNS(P, "sp")].find((each) => {
    const holder = each.getElementsByTagNameNS(P, "ph")[0];
    return holder && isIt(holder);
  });
  return shape.getElementsByTagNameNS(P, "txBody")[0];
}

// A paragraph a line, each like the first one that was there. Returns them.
function write(body, lines) {
  const [pattern, ...others] = [...body.getElementsByTagNameNS(A, "p")];
  const [run, ...more] = [...pattern.getElementsByTagNameNS(A, "r")];
  for (const gone of [...others, ...more, ...pattern.getElementsByTagNameNS(A, "buNone")]) gone.remove();
  const face = run.getElementsByTagNameNS(A, "rPr")[0];
  for (const name of ["bmk", "baseline"]) face?.removeAttribute(name);
  const paragraphs = lines.map((line) => {
    const paragraph = pattern.cloneNode(true);
    paragraph.getElementsByTagNameNS(A, "t")[0].textContent = line;
    return paragraph;
  });
  pattern.replaceWith(...paragraphs);
  return paragraphs;
}
