// The whole site with a council's name, out of the archive of the neutral one.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";
import { archive, contentOf, entriesOf, entry } from "./archive.js";
import { NamedDocuments, TYPEFACE, documentNames } from "./named-documents.js";
import { LOGO_FILE, namedPage, paletteIn, whoseIs } from "./named-page.js";
import { ownPalette } from "./named-parts.js";

const AT_ONCE = 25; // files, and then the page may breathe
const TWIN = /^document\.currentScript\.handOver\('([\s\S]*)'\);\n$/;
const SEARCH = /^search\/.*\.js$/;
const COLOURS = "assets/css/own-colours.css";
const HOME = "index.html";

/** What is told where the archive is not one of this site's. */
export class NotTheSite extends Error {}

/**
 * @param {Uint8Array} bytes of the neutral site's archive
 * @param {import("./named-page.js").Named & {look: object, logoBytes: Uint8Array, files: Record<string, string>,
 *   folder: string, documentWords: Record<string, string>, documentLogo?: object}} named `files` are put in as they are;
 *   `folder` is the one in which everything stands; `documentLogo` see logo-picture.js
 * @param {(share: number) => void} progress from 0 to 1
 * @returns {Promise<{pieces: Uint8Array[], documents: NamedDocuments}>} the new archive, and how its documents fared
 * @throws {NotTheSite}
 */
export async function namedSite(bytes, named, progress) {
  const old = entriesOf(bytes);
  const home = old.find(({ name }) => name.split("/").length === 2 && name.endsWith(`/${HOME}`));
  const text = home ? strFromU8(contentOf(home)) : "";
  if (!text.includes("<!--own:programme-->")) throw new NotTheSite();
  const top = home.name.slice(0, -HOME.length);
  const oldSlug = top.slice(named.zipFolder.length + 1, -1);
  const colours = old.find(({ name }) => name === top + COLOURS); // of a zip that was made before
  const { time } = home;
  const paths = new Set(old.map(({ name }) => name.slice(top.length)));
  const put = (path, content) => entry(`${named.folder}/${path}`, content, time);
  const entries = Object.entries({
    ...named.files,
    [COLOURS]: ownPalette(colours ? strFromU8(contentOf(colours)) : paletteIn(text), named.look),
  }).map(([path, text]) => put(path, strToU8(text)));
  entries.push(put(named.logo, named.logoBytes));
  const typeface = old.find(({ name }) => name === top + TYPEFACE);
  const documents = new NamedDocuments(
    documentNames(whoseIs(text), named, named.documentWords, named.documentLogo),
    typeface && contentOf(typeface),
  );
  const twins = new Map(); // what a changed document is in the script that hands it over
  for (const [at, file] of old.entries()) {
    const path = file.name.slice(top.length);
    if (at % AT_ONCE === 0 || NamedDocuments.isOne(path)) {
      progress(at / old.length);
      await new Promise((go) => setTimeout(go));
    }
    if (path === COLOURS || path.match(LOGO_FILE)?.[0] === path || path in named.files) continue;
    if (path.endsWith(".html"))
      entries.push(put(path, strToU8(namedPage(strFromU8(contentOf(file)), path, { ...named, oldSlug }))));
    else if (NamedDocuments.isOne(path)) {
      const content = contentOf(file);
      const changed = await documents.named(path, content);
      entries.push(changed === content ? { ...file, name: `${named.folder}/${path}` } : put(path, changed));
      if (changed !== content) twins.set(`${path}.js`, handingOver(changed));
    } else if (twins.has(path)) entries.push(put(path, strToU8(twins.get(path))));
    else entries.push({ ...file, name: `${named.folder}/${path}` });
    if (SEARCH.test(path) && !paths.has(path.slice(0, -".js".length)))
      entries.push(put(path.slice(0, -".js".length), strToU8(handedOver(file))));
  }
  progress(1);
  return { pieces: archive(entries), documents };
}

// The letters of base64 need no escape in a script's string.
function handingOver(content) {
  return `document.currentScript.handOver('${btoa(strFromU8(content, true))}');\n`;
}

// On a web server a script fetches what in a folder its twin hands over: see macros/publishing/offline.py.
function handedOver(file) {
  const [, text] = TWIN.exec(strFromU8(contentOf(file))) ?? [];
  if (text === undefined) throw new NotTheSite();
  return JSON.parse(
    `"${text.replace(/\\(.)|"/gs, (all, letter) => (all === '"' ? '\\"' : letter === "'" ? "'" : all))}"`,
  );
}
