// Whose sheet a Word file is, in its head line and as its author, where somebody put their own name on it.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";
import { inOneLine, ownName } from "../shared/own-name.js";

const HEADS = /^word\/header\d*\.xml$/;
const ABOUT = "docProps/core.xml";
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * @param {Record<string, Uint8Array>} parts of the file, which are changed
 */
export function putOwner(parts) {
  const name = ownName();
  const line = inOneLine(name).replace(NOT_XML, "");
  if (!line) return;
  for (const head of Object.keys(parts).filter((part) => HEADS.test(part)))
    edit(parts, head, (xml) => {
      const [first, ...others] = xml.getElementsByTagNameNS("*", "t");
      if (first) first.textContent = line;
      for (const other of others) other.textContent = "";
    });
  edit(parts, ABOUT, (xml) => {
    const author = (name.council ?? name.team ?? line).replace(NOT_XML, "");
    for (const place of ["creator", "lastModifiedBy"])
      for (const node of xml.getElementsByTagNameNS("*", place)) node.textContent = author;
  });
}

function edit(parts, name, change) {
  if (!parts[name]) return;
  const xml = new DOMParser().parseFromString(strFromU8(parts[name]), "application/xml");
  if (xml.querySelector("parsererror")) return;
  change(xml);
  parts[name] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(xml.documentElement)}`,
  );
}
