// Every document of the site with a council's name: which kind of file is made anew by whom, and what each looks for.

import { filled } from "../shared/text.js";
import { namedOffice } from "./named-office.js";
import { namedPdf } from "./named-pdf.js";
import { lacking, typefaceIn } from "./pdf-letters.js";

const OFFICE = ["docx", "odt", "xlsx", "ods", "pptx", "odp", "epub"];
const MAKERS = new Map([["pdf", namedPdf], ...OFFICE.map((ending) => [ending, namedOffice])]);

/** Where our typeface is in the site, for names in PDFs. */
export const TYPEFACE = "assets/name-letters.json";

/**
 * What stands in documents, and what shall: see named-pdf.js.
 * @param {{programme: string, council?: string}} old whose site it was
 * @param {{programme: string, council: string}} own
 * @param {Record<string, string>} words
 * @param {object} [logo] see logo-picture.js
 */
export function documentNames(old, own, words, logo) {
  const isNeutral = !old.council;
  return {
    running: [isNeutral ? old.programme : running(old), running(own)],
    foot: [old.programme, own.programme],
    publisher: [old.council || old.programme, own.council],
    alt: [isNeutral ? words.toolkit_logo : filled(words.logo_alt, old), filled(words.logo_alt, own)],
    whose: [isNeutral ? words.neutral : filled(words.edition, old), filled(words.edition, own)],
    logo,
  };
}

function running({ council, programme }) {
  return `${council}: ${programme}`;
}

/** The documents of one site, and how many of them keep the old name. */
export class NamedDocuments {
  /** @param {object} names see above @param {Uint8Array} [typeface] what the file of the typeface holds */
  constructor(names, typeface) {
    this.names = { ...names, typeface: typeface ? typefaceIn(typeface) : { fonts: [], letters: {} } };
    this.kept = 0;
    this.lacking = typeface ? lacking(names.running[1], this.names.typeface) : "";
  }

  /** @param {string} path @returns {boolean} whether a file of this name is a document */
  static isOne(path) {
    return path.startsWith("downloads/") && MAKERS.has(endingOf(path));
  }

  /** @param {string} path @param {Uint8Array} bytes @returns {Promise<Uint8Array>} the old bytes where nothing changed */
  async named(path, bytes) {
    let changed = bytes;
    try {
      changed = await MAKERS.get(endingOf(path))(bytes, this.names);
    } catch {
      // a file that cannot be read is counted below, and goes into the zip as it is
    }
    if (changed === bytes) this.kept += 1;
    return changed;
  }
}

function endingOf(path) {
  return path.slice(path.lastIndexOf(".") + 1);
}
