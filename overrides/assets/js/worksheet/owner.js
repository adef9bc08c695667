// Whose sheet a file is, in its head line and as its author, where somebody put their own name on it.

import { inOneLine, ownName } from "../shared/own-name.js";
import { partOf, xmlOf } from "../shared/xml-part.js";

const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
const ABOUT = /^(docProps\/core|meta)\.xml$/;
const HEADS = /^(word\/header\d*|styles)\.xml$/;

/**
 * @param {Record<string, Uint8Array>} parts of the file, which are changed
 */
export function putOwner(parts) {
  const name = ownName();
  const line = inOneLine(name).replace(NOT_XML, "");
  if (!line) return;
  const author = (name.council ?? name.team ?? line).replace(NOT_XML, "");
  for (const part of Object.keys(parts)) {
    if (ABOUT.test(part))
      edit(parts, part, (xml) => say(xml, ["creator", "lastModifiedBy", "initial-creator"], author));
    if (HEADS.test(part)) edit(parts, part, (xml) => headLine(xml, line));
  }
}

function say(xml, names, text) {
  for (const name of names) for (const node of xml.getElementsByTagNameNS("*", name)) node.textContent = text;
}

// The first line of the head: of Word's own part for it, or of a page's style in OpenDocument.
function headLine(xml, line) {
  const head =
    xml.documentElement.localName === "hdr" ? xml.documentElement : xml.getElementsByTagNameNS("*", "header")[0];
  const [first, ...others] = head?.getElementsByTagNameNS("*", head.localName === "hdr" ? "t" : "p") ?? [];
  if (!first) return;
  first.textContent = line;
  if (head.localName === "hdr") for (const other of others) other.textContent = "";
}

function edit(parts, name, change) {
  const xml = xmlOf(parts[name]);
  change(xml);
  parts[name] = partOf(xml);
}
