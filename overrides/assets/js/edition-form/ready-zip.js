// Makes the ready zip of the whole site with the council's name, and hands it over.

import { download } from "../shared/download.js";
import { filled } from "../shared/text.js";
import { drawn, square } from "./logo-picture.js";
import { escapeHtml } from "./named-page.js";
import { namedParts } from "./named-parts.js";
import { NotTheSite, namedSite } from "./named-site.js";

const MEGABYTE = 1_000_000;

/**
 * @param {object} given `file` is the site's zip from the reader's disk; without it, it is fetched from the site
 * @returns {Promise<{file?: string, size?: number, wrong?: string, kept?: number, lacking?: string}>} `wrong` names the
 *   words that tell it; `kept` documents keep the toolkit's name, and of the council's name our typeface has no `lacking`
 */
export async function readyZip({ place, words, logo, file, progress, settings, data, folder }) {
  let bytes;
  try {
    if (!file && location.protocol === "file:") return { wrong: "zip_pick" };
    bytes = file ? new Uint8Array(await file.arrayBuffer()) : await fetched(place.dataset.zip);
  } catch {
    return { wrong: "zip_lost" };
  }
  const { picture } = logo;
  const language = document.documentElement.lang;
  const name = `${words.zip_folder}-${folder}`;
  const logoBytes = picture?.bytes ?? new TextEncoder().encode(logo.text);
  const image = picture?.image ?? (await drawn({ bytes: logoBytes, type: "image/svg+xml" }));
  const named = {
    programme: data.programme,
    council: data.council,
    slug: folder,
    folder: name,
    zipFolder: words.zip_folder,
    look: data.look,
    logo: picture ? `assets/edition/${picture.path.split("/").at(-1)}` : "assets/edition/logo.svg",
    logoBytes,
    documentLogo: await square(image),
    documentWords: words.documents,
    draft: data.draft === true ? filled(words.page.draft, { council: data.council }) : "",
    ownName: ownName(data),
    parts: namedParts(data, words.page, language),
    files: {
      [words.read_me_file]: `${filled(words.read_me, { programme: data.programme })}\n${words.read_me_form}`,
      "edition.yml": settings.text(),
      "404.html": notFound(data, words.not_found, language),
      ...serverFiles(words.server_files, data.site?.url),
    },
  };
  try {
    const { pieces, documents } = await namedSite(bytes, named, progress);
    const zip = new Blob(pieces);
    download(`${name}.zip`, "application/zip", zip);
    const { kept, lacking } = documents;
    return { file: `${name}.zip`, size: Math.round(zip.size / MEGABYTE), kept, lacking };
  } catch (error) {
    if (error instanceof NotTheSite) return { wrong: "zip_wrong" };
    throw error;
  }
}

async function fetched(url) {
  const got = await fetch(url);
  if (!got.ok) throw new Error(`${got.status} ${got.statusText}`);
  return new Uint8Array(await got.arrayBuffer());
}

function ownName({ council, place, contact }) {
  return { council, place, team: contact.team, contact: contact.email ?? contact.phone ?? contact.website ?? "" };
}

// A page without styles or scripts, since nobody knows from which depth it is shown.
function notFound({ programme, site }, words, language) {
  const home = site?.url ? `<p><a href="${escapeHtml(site.url)}">${escapeHtml(words.home)}</a></p>\n` : "";
  const title = escapeHtml(words.title);
  return (
    `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<meta charset="utf-8">\n` +
    `<title>${title} · ${escapeHtml(programme)}</title>\n` +
    `<h1>${title}</h1>\n<p>${escapeHtml(words.lead)}</p>\n${home}</html>\n`
  );
}

// Apache wants the whole path of the page for a wrong address.
function serverFiles(files, url) {
  if (!url) return files;
  const path = new URL(url).pathname.replace(/\/*$/, "/");
  if (!/^[\w./~-]*$/.test(path)) return files;
  return { ...files, ".htaccess": `${files[".htaccess"].trimEnd()}\nErrorDocument 404 ${path}404.html\n` };
}
