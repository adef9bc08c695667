// The whole site with a council's name, out of the archive of the neutral one.

import { strFromU8, strToU8 } from "../vendor/fflate/fflate.js";
import { archive, contentOf, entriesOf, entry } from "./archive.js";
import { LOGO_FILE, namedPage, paletteIn } from "./named-page.js";
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
 *   folder: string}} named `files` are put in as they are; `folder` is the one in which everything stands
 * @param {(share: number) => void} progress from 0 to 1
 * @returns {Promise<Uint8Array[]>} the new archive, in pieces
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
  for (const [at, file] of old.entries()) {
    if (at % AT_ONCE === 0) {
      progress(at / old.length);
      await new Promise((go) => setTimeout(go));
    }
    const path = file.name.slice(top.length);
    if (path === COLOURS || path.match(LOGO_FILE)?.[0] === path || path in named.files) continue;
    if (path.endsWith(".html"))
      entries.push(put(path, strToU8(namedPage(strFromU8(contentOf(file)), path, { ...named, oldSlug }))));
    else entries.push({ ...file, name: `${named.folder}/${path}` });
    if (SEARCH.test(path) && !paths.has(path.slice(0, -".js".length)))
      entries.push(put(path.slice(0, -".js".length), strToU8(handedOver(file))));
  }
  progress(1);
  return archive(entries);
}

// On a web server a script fetches what in a folder its twin hands over: see macros/publishing/offline.py.
function handedOver(file) {
  const [, text] = TWIN.exec(strFromU8(contentOf(file))) ?? [];
  if (text === undefined) throw new NotTheSite();
  return JSON.parse(
    `"${text.replace(/\\(.)|"/gs, (all, letter) => (all === '"' ? '\\"' : letter === "'" ? "'" : all))}"`,
  );
}
