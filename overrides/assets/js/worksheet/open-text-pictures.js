// Pictures in an OpenDocument text: each stands under its table, with its description.

import { placePictures } from "./office-pictures.js";

const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
const SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
const LINK = "http://www.w3.org/1999/xlink";
const PACKAGE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
const MANIFEST = "META-INF/manifest.xml";

/**
 * @param {Record<string, Uint8Array>} parts of the file; they are changed
 * @param {XMLDocument} xml the text, into which the pictures come
 * @param {object[]} pictures see chart-pictures.js
 * @param {(table: string) => Element | undefined} tableOf finds the file's table
 */
export function addPictures(parts, xml, pictures, tableOf) {
  placePictures(parts, MANIFEST, pictures, tableOf, (manifest, picture, number) => {
    const path = `Pictures/chart-${number}.png`;
    parts[path] = picture.png;
    const entry = manifest.createElementNS(PACKAGE, "manifest:file-entry");
    entry.setAttributeNS(PACKAGE, "manifest:full-path", path);
    entry.setAttributeNS(PACKAGE, "manifest:media-type", "image/png");
    manifest.documentElement.append(entry);
    return paragraph(xml, picture, path, number);
  });
}

function paragraph(xml, { alt, wide, high }, path, number) {
  const frame = newNode(xml, DRAW, "draw:frame", [
    [DRAW, "draw:name", `chart-${number}`],
    [DRAW, "draw:style-name", "Graphics"],
    [TEXT, "text:anchor-type", "as-char"],
    [SVG, "svg:width", `${wide.toFixed(1)}mm`],
    [SVG, "svg:height", `${high.toFixed(1)}mm`],
  ]);
  const image = newNode(xml, DRAW, "draw:image", [
    [LINK, "xlink:href", path],
    [LINK, "xlink:type", "simple"],
    [LINK, "xlink:show", "embed"],
    [LINK, "xlink:actuate", "onLoad"],
  ]);
  const description = newNode(xml, SVG, "svg:desc", []);
  description.textContent = alt;
  frame.append(image, description);
  const shown = newNode(xml, TEXT, "text:p", [[TEXT, "text:style-name", "Field_20_label"]]);
  shown.append(frame);
  return shown;
}

function newNode(xml, space, name, attributes) {
  const element = xml.createElementNS(space, name);
  for (const [of, key, value] of attributes) element.setAttributeNS(of, key, value);
  return element;
}
