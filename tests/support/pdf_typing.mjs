// Fills in PDFs with pdf.js, which is Firefox's viewer: node pdf_typing.mjs BLANK FILLED '{"field": "text"}' ...

import { readFileSync, writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const given = process.argv.slice(2);
for (let at = 0; at < given.length; at += 3) {
  const [blank, filled, values] = given.slice(at, at + 3);
  const { promise } = getDocument({ data: new Uint8Array(readFileSync(blank)), verbosity: 0 });
  const pdf = await promise;
  const fields = await pdf.getFieldObjects();
  for (const [name, value] of Object.entries(JSON.parse(values)))
    pdf.annotationStorage.setValue(fields[name].find(({ id }) => id).id, { value });
  writeFileSync(filled, await pdf.saveDocument());
}
process.exit(0);
