// A page of the neutral site with a council's name in the places that are marked for it. This is the text of a file: it
// is put into the zip and never into the page at hand, and everything that comes from the form is escaped. The marks stay,
// so that a zip that was made can be made again with other settings.

const MARKED = /<!--own:([a-z-]+)-->[\s\S]*?<!--\/own-->/g;
const PALETTE = /<style>:root[\s\S]*?<\/style>/;
const PROGRAMME = /<!--own:programme-->([\s\S]*?)<!--\/own-->/; // the name that the page has now
const LOGO = /(<img class="brand__logo" src="[^"]*" alt=")[^"]*/;
const HEADER = /<header class="header">(?:\n<p class="draft">[\s\S]*?<\/p>)?/; // with the banner of a draft
const UNLISTED = '<meta name="robots" content="noindex">\n'; // a draft asks search engines not to list it
const OWN_NAME = /<meta name="own-name"[^>]*>\n(?:<meta name="robots" content="noindex">\n)?/;

/** Where the logo is in a site: the toolkit's, or one that was put there before. */
export const LOGO_FILE = /assets\/edition\/(?:our-)?logo\.[a-z]+/g;

/**
 * What a page says in its marked places. `parts` are HTML by the name of the mark; a mark without one stays.
 * @typedef {{programme: string, council: string, slug: string, oldSlug: string, logo: string, ownName: object,
 *   draft: string, parts: Record<string, string>}} Named `slug` and `oldSlug` end the names of downloads; `logo` is the
 *   new picture's path; `draft` the banner's words, or nothing
 */

/** @param {string} text @returns {string} as HTML has it, in text and in attributes */
export function escapeHtml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * @param {string} html
 * @param {string} path of the page in the site, such as "focus/index.html"
 * @param {Named} named
 * @returns {string}
 */
export function namedPage(html, path, named) {
  const root = "../".repeat(path.split("/").length - 1);
  const [programme, council] = [named.programme, named.council].map(escapeHtml);
  const [, before = ""] = PROGRAMME.exec(html) ?? [];
  const end = html.indexOf("</head>");
  const head = html
    .slice(0, end)
    .replace(/<title>[\s\S]*?<\/title>/, (title) => (before ? title.replaceAll(before, () => programme) : title))
    .replace(/(<meta property="og:site_name" content=")[^"]*/, (_, start) => start + programme)
    .replace(OWN_NAME, "")
    .replace(PALETTE, () => `<link rel="stylesheet" href="${root}assets/css/own-colours.css">`);
  const meta = `<meta name="own-name" content="${escapeHtml(JSON.stringify(named.ownName))}">\n${named.draft ? UNLISTED : ""}`;
  const body = html
    .slice(end)
    .replace(MARKED, (whole, mark) =>
      mark in named.parts ? `<!--own:${mark}-->${named.parts[mark]}<!--/own-->` : whole,
    )
    .replace(LOGO, (_, start) => start + council)
    .replace(
      HEADER,
      () => `<header class="header">${named.draft ? `\n<p class="draft">${escapeHtml(named.draft)}</p>` : ""}`,
    )
    .replace(/\sdownload="[^"]*"/g, (name) => name.replace(`-${named.oldSlug}.`, () => `-${named.slug}.`));
  return (head + meta + body).replaceAll(LOGO_FILE, () => named.logo);
}

/** @param {string} html of any page of the site @returns {string} the colours that stand in it */
export function paletteIn(html) {
  return PALETTE.exec(html)?.[0].replace(/<\/?style>/g, "") ?? "";
}

/** @param {string} html of any page of the site @returns {{programme: string, council: string}} whose site it is */
export function whoseIs(html) {
  const [, programme = ""] = PROGRAMME.exec(html) ?? [];
  const [, own = "{}"] = /<meta name="own-name" content="([^"]*)">/.exec(html) ?? [];
  return { programme: unescaped(programme), council: JSON.parse(unescaped(own)).council ?? "" };
}

function unescaped(html) {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#34;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
