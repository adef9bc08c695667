// What a PDF says of itself: who published it. It says so twice, in its own way and as XMP.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";
import { PDFName } from "../vendor/pdf-lib/pdf-lib.js";
import { escapeHtml } from "./named-page.js";
import { PdfUpdate, pdfString } from "./pdf-update.js";

const AUTHORS = /<dc:creator>[\s\S]*?<\/dc:creator>/;

/** @param {PdfUpdate} pdf @param {[string, string]} publisher the old name and the new */
export function sayWhose(pdf, [from, to]) {
  const { Info, Root } = pdf.context.trailerInfo;
  const about = Info && pdf.context.lookup(Info);
  const author = PDFName.of("Author");
  if (about?.get(author)?.decodeText?.() === from) {
    about.set(author, { toString: () => pdfString(to) });
    pdf.put(Info);
  }
  const metadata = pdf.context.lookup(Root).get(PDFName.of("Metadata"));
  const content = metadata && PdfUpdate.content(pdf.context.lookup(metadata));
  if (!content) return;
  const old = strFromU8(strToU8(content, true));
  const next = old.replace(AUTHORS, (authors) => authors.replace(xml(from), () => xml(to)));
  if (next !== old) pdf.putContent(metadata, strFromU8(strToU8(next), true));
}

function xml(text) {
  return escapeHtml(text).replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}
