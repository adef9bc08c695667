// Pictures in an OpenDocument text: each stands under what it shows, with its description.

import { placePictures } from "./office-pictures.js";

const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
const SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
const LINK = "http://www.w3.org/1999/xlink";
const PACKAGE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
export const MANIFEST = "META-INF/manifest.xml";

/**
 * @param {Record<string, Uint8Array>} parts of the file; they are changed
 * @param {XMLDocument} xml the text, into which the pictures come
 * @param {object[]} pictures see svg-picture.js
 * @param {(table: string) => Element | undefined} tableOf see office-pictures.js
 */
export function addPictures(parts, xml, pictures, tableOf) {
  placePictures(parts, MANIFEST, pictures, tableOf, (manifest, picture, number) => {
    const shown = newNode(xml, TEXT, "text:p", [[TEXT, "text:style-name", "Field_20_label"]]);
    shown.append(
      frameOf(xml, picture, taken(parts, manifest, picture, number), [
        [DRAW, "draw:name", `chart-${number}`],
        [DRAW, "draw:style-name", "Graphics"],
        [TEXT, "text:anchor-type", "as-char"],
      ]),
    );
    return shown;
  });
}

/**
 * Takes a picture into the file.
 * @param {Record<string, Uint8Array>} parts
 * @param {XMLDocument} manifest
 * @param {{png: Uint8Array}} picture
 * @param {number} number
 * @returns {string} its path
 */
export function taken(parts, manifest, { png }, number) {
  const path = `Pictures/chart-${number}.png`;
  parts[path] = png;
  const entry = newNode(manifest, PACKAGE, "manifest:file-entry", [
    [PACKAGE, "manifest:full-path", path],
    [PACKAGE, "manifest:media-type", "image/png"],
  ]);
  manifest.documentElement.append(entry);
  return path;
}

/**
 * @param {XMLDocument} xml
 * @param {{alt: string, wide: number, high: number}} picture
 * @param {string} path
 * @param {[string, string, string][]} place name space, name and value of what says where it stands
 * @returns {Element} the picture with its description
 */
export function frameOf(xml, { alt, wide, high }, path, place) {
  const frame = newNode(xml, DRAW, "draw:frame", [
    ...place,
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
  return frame;
}

function newNode(xml, space, name, attributes) {
  const element = xml.createElementNS(space, name);
  for (const [of, key, value] of attributes) element.setAttributeNS(of, key, value);
  return element;
}
