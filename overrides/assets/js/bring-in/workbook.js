// Sheets of cells as an .xlsx or .ods: one with everything, then one for each partner. Texts stay texts.

import { strToU8, zipSync } from "../vendor/fflate/fflate.js";

/**
 * A cell is a text, or a number in an object of its own.
 * @typedef {string | {number: number}} Cell
 * @typedef {{title: string, rows: Cell[][]}} Tab the first cell of a row alone is a heading
 */

const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
const ZIPPED_AT = new Date(1980, 0, 1); // so that the same answers give the same file
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const ODF = "urn:oasis:names:tc:opendocument:xmlns:";
export const KINDS = {
  xlsx: { media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: xlsx },
  ods: { media: "application/vnd.oasis.opendocument.spreadsheet", write: ods },
};

/**
 * Names of tabs that every program takes: at most 31 letters, none twice.
 * @param {string[]} wanted
 * @returns {string[]}
 */
export function tabNames(wanted) {
  const names = [];
  const taken = new Set(["history"]); // Excel keeps it for itself
  for (const label of wanted) {
    const safe =
      label
        .replace(NOT_XML, "")
        .replace(/[[\]:*?/\\\s]+/g, " ")
        .replaceAll("'", "’")
        .trim() || "-";
    let name = [...safe].slice(0, 31).join("").trim().slice(0, 31);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${safe.slice(0, 25).trim()} (${number})`;
    taken.add(name.toLowerCase());
    names.push(name);
  }
  return names;
}

function xlsx(tabs) {
  const files = { "xl/styles.xml": tree(["styleSheet", { xmlns: MAIN }, STYLES]) };
  const names = tabNames(tabs.map(({ title }) => title));
  files["xl/workbook.xml"] = tree([
    "workbook",
    { xmlns: MAIN, "xmlns:r": OFFICE },
    [["sheets", {}, names.map((name, at) => ["sheet", { name, sheetId: at + 1, "r:id": `rId${at + 1}` }])]],
  ]);
  const sheets = names.map((_, at) => [
    "Relationship",
    { Id: `rId${at + 1}`, Type: `${OFFICE}/worksheet`, Target: `worksheets/sheet${at + 1}.xml` },
  ]);
  const styles = ["Relationship", { Id: `rId${names.length + 1}`, Type: `${OFFICE}/styles`, Target: "styles.xml" }];
  files["xl/_rels/workbook.xml.rels"] = tree([
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    [...sheets, styles],
  ]);
  const main = ["Relationship", { Id: "rId1", Type: `${OFFICE}/officeDocument`, Target: "xl/workbook.xml" }];
  files["_rels/.rels"] = tree(["Relationships", { xmlns: `${PACKAGE}/relationships` }, [main]]);
  const kind = (part, type) => [
    "Override",
    { PartName: part, ContentType: `application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml` },
  ];
  files["[Content_Types].xml"] = tree([
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    [
      ["Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }],
      ["Default", { Extension: "xml", ContentType: "application/xml" }],
      kind("/xl/workbook.xml", "sheet.main"),
      kind("/xl/styles.xml", "styles"),
      ...names.map((_, at) => kind(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet")),
    ],
  ]);
  for (const [at, { rows }] of tabs.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = tree([
      "worksheet",
      { xmlns: MAIN },
      [
        ["cols", {}, [["col", { min: 1, max: 40, width: 32, customWidth: 1 }]]],
        ["sheetData", {}, rows.map((row) => ["row", {}, row.map((cell) => xlsxCell(cell, row.length === 1))])],
      ],
    ]);
  return zipped(files);
}

const STYLES = [
  [
    "fonts",
    { count: 2 },
    [
      ["font", {}, [["sz", { val: 11 }]]],
      [
        "font",
        {},
        [
          ["b", {}],
          ["sz", { val: 11 }],
        ],
      ],
    ],
  ],
  ["fills", { count: 1 }, [["fill", {}, [["patternFill", { patternType: "none" }]]]]],
  ["borders", { count: 1 }, [["border", {}]]],
  ["cellStyleXfs", { count: 1 }, [["xf", {}]]],
  [
    "cellXfs",
    { count: 2 },
    [0, 1].map((fontId) => [
      "xf",
      { fontId, applyFont: 1, applyAlignment: 1, numFmtId: 0 },
      [["alignment", { wrapText: 1, vertical: "top" }]],
    ]),
  ],
  ["cellStyles", { count: 1 }, [["cellStyle", { name: "Normal", xfId: 0, builtinId: 0 }]]],
];

function xlsxCell(cell, heading) {
  if (typeof cell === "object") return ["c", {}, [["v", {}, String(cell.number)]]];
  return ["c", { t: "inlineStr", s: heading ? 1 : 0 }, [["is", {}, [["t", { "xml:space": "preserve" }, cell]]]]];
}

function ods(tabs) {
  const names = tabNames(tabs.map(({ title }) => title));
  const spaces = Object.fromEntries(["office", "table", "text"].map((name) => [`xmlns:${name}`, `${ODF}${name}:1.0`]));
  const tables = tabs.map(({ rows }, at) => [
    "table:table",
    { "table:name": names[at] },
    [
      ["table:table-column", {}],
      ...(rows.length ? rows : [[""]]).map((row) => ["table:table-row", {}, row.map(odsCell)]),
    ],
  ]);
  const manifest = `${ODF}manifest:1.0`;
  const entry = (path, type) => ["manifest:file-entry", { "manifest:full-path": path, "manifest:media-type": type }];
  return zipped({
    mimetype: [strToU8(KINDS.ods.media), { level: 0 }], // first and as it is: by this a program knows the file
    "META-INF/manifest.xml": tree([
      "manifest:manifest",
      { "xmlns:manifest": manifest, "manifest:version": "1.3" },
      [entry("/", KINDS.ods.media), entry("content.xml", "text/xml")],
    ]),
    "content.xml": tree([
      "office:document-content",
      { ...spaces, "office:version": "1.3" },
      [["office:body", {}, [["office:spreadsheet", {}, tables]]]],
    ]),
  });
}

function odsCell(cell) {
  if (typeof cell === "object")
    return [
      "table:table-cell",
      { "office:value-type": "float", "office:value": cell.number },
      [["text:p", {}, String(cell.number)]],
    ];
  return ["table:table-cell", { "office:value-type": "string" }, cell.split("\n").map((line) => ["text:p", {}, line])];
}

// XML from [name, attributes, children or text], escaped by the browser's own serialiser.
function tree(root) {
  const xml = document.implementation.createDocument(root[1].xmlns ?? spaceOf(root), root[0], null);
  grow(xml, xml.documentElement, root);
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(xml)}`,
  );
}

function spaceOf([name, attributes]) {
  return attributes[`xmlns:${name.split(":")[0]}`];
}

function grow(xml, node, [, attributes, inside = []]) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "xmlns") continue;
    const space = name.startsWith("xmlns:")
      ? "http://www.w3.org/2000/xmlns/"
      : name.startsWith("xml:")
        ? "http://www.w3.org/XML/1998/namespace"
        : node.lookupNamespaceURI(name.includes(":") ? name.split(":")[0] : "-");
    node.setAttributeNS(name.includes(":") ? space : null, name, String(value).replace(NOT_XML, ""));
  }
  if (typeof inside === "string") node.textContent = inside.replace(NOT_XML, "");
  else
    for (const child of inside) {
      const [prefix, local] = child[0].includes(":") ? child[0].split(":") : [null, child[0]];
      const grown = xml.createElementNS(node.lookupNamespaceURI(prefix), prefix ? `${prefix}:${local}` : local);
      node.append(grown);
      grow(xml, grown, child);
    }
}

function zipped(files) {
  return zipSync(files, { mtime: ZIPPED_AT });
}
