// Slides that are added to a PowerPoint file: each is a copy of one of its own, with a title and other content.

import { partOf, xmlOf } from "../shared/xml-part.js";

const P = "http://schemas.openxmlformats.org/presentationml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "[Content_Types].xml";
const [SHOW, LINKS] = ["ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"];
const SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";

/**
 * @param {Record<string, Uint8Array>} parts of the file; they are changed
 * @param {{after: string, like: string}} places the parts that are the slide before it, and the one that it is a copy of
 * @param {(slide: XMLDocument, links: XMLDocument) => void} change makes the copy what it is to be
 * @returns {string} the part that is the new slide
 */
export function addSlide(parts, { after, like }, change) {
  const number = Math.max(...slides(parts).map((name) => Number(/\d+/.exec(name)))) + 1;
  const name = `ppt/slides/slide${number}.xml`;
  const [slide, links] = [xmlOf(parts[like]), xmlOf(parts[linksOf(like)])];
  for (const link of [...links.documentElement.children])
    if (!link.getAttribute("Type").endsWith("/slideLayout")) link.remove(); // notes and pictures are another slide's
  for (const picture of [...slide.getElementsByTagNameNS(P, "pic")]) picture.remove(); // such as its code
  change(slide, links);
  parts[name] = partOf(slide);
  parts[linksOf(name)] = partOf(links);
  const types = xmlOf(parts[TYPES]);
  append(types, `${PACKAGE}/content-types`, "Override", { PartName: `/${name}`, ContentType: SLIDE_TYPE });
  parts[TYPES] = partOf(types);
  const [before, id] = listed(parts, after, name);
  const show = xmlOf(parts[SHOW]);
  const all = [...show.getElementsByTagNameNS(P, "sldId")];
  const entry = show.createElementNS(P, "p:sldId");
  entry.setAttribute("id", Math.max(...all.map((each) => Number(each.getAttribute("id")))) + 1);
  entry.setAttributeNS(RELATIONS, "r:id", id);
  all.find((each) => each.getAttributeNS(RELATIONS, "id") === before).after(entry);
  parts[SHOW] = partOf(show);
  return name;
}

/** @param {Record<string, Uint8Array>} parts @returns {string[]} the parts that are slides, in the order of the show */
export function slides(parts) {
  const targets = new Map(
    [...xmlOf(parts[LINKS]).documentElement.children].map((link) => [
      link.getAttribute("Id"),
      `ppt/${link.getAttribute("Target")}`,
    ]),
  );
  return [...xmlOf(parts[SHOW]).getElementsByTagNameNS(P, "sldId")].map((entry) =>
    targets.get(entry.getAttributeNS(RELATIONS, "id")),
  );
}

// The show's list of its slides: the id of the one before, and that of the new one.
function listed(parts, after, name) {
  const links = xmlOf(parts[LINKS]);
  const all = [...links.documentElement.children];
  const id = `rId${Math.max(...all.map((link) => Number(/\d+$/.exec(link.getAttribute("Id")) ?? 0))) + 1}`;
  append(links, `${PACKAGE}/relationships`, "Relationship", {
    Id: id,
    Type: `${RELATIONS}/slide`,
    Target: name.replace("ppt/", ""),
  });
  parts[LINKS] = partOf(links);
  const before = all.find((link) => `ppt/${link.getAttribute("Target")}` === after).getAttribute("Id");
  return [before, id];
}

function linksOf(slide) {
  return slide.replace("slides/", "slides/_rels/").concat(".rels");
}

/**
 * Adds to a list of a package: what a part is, or what it is linked with.
 * @param {XMLDocument} xml @param {string} space @param {string} name @param {Object<string, string>} attributes
 */
export function append(xml, space, name, attributes) {
  const node = xml.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  xml.documentElement.append(node);
}
