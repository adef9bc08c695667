// A page of the neutral site with a council's name in the places that are marked for it. This is the text of a file: it
// is put into the zip and never into the page at hand, and everything that comes from the form is escaped.

const MARKED = /<!--own:([a-z-]+)-->[\s\S]*?<!--\/own-->/g;
const PALETTE = /<style>:root[\s\S]*?<\/style>/;
const LOGO = /(<img class="brand__logo" src="[^"]*")( alt="")/;
const NEUTRAL_SLUG = "-toolkit.";
const LOGO_FILE = "assets/edition/logo.svg";

/**
 * What a page says in its marked places. `parts` are HTML by the name of the mark; a mark without one stays.
 * @typedef {{programme: string, neutral: string, council: string, slug: string, logo: string, ownName: object,
 *   draft: string, parts: Record<string, string>}} Named `neutral` is the programme's name on the neutral site; `logo`
 *   the new picture's path; `draft` the banner's words, or nothing
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
  const [neutral, programme, council] = [named.neutral, named.programme, named.council].map(escapeHtml);
  const end = html.indexOf("</head>");
  const head = html
    .slice(0, end)
    .replace(/<title>[\s\S]*?<\/title>/, (title) => title.replaceAll(neutral, () => programme))
    .replace(/(<meta property="og:site_name" content=")[^"]*/, (_, start) => start + programme)
    .replace(PALETTE, () => `<link rel="stylesheet" href="${root}assets/css/own-colours.css">`);
  const meta = `<meta name="own-name" content="${escapeHtml(JSON.stringify(named.ownName))}">\n`;
  const body = html
    .slice(end)
    .replace(MARKED, (whole, mark) => named.parts[mark] ?? whole)
    .replace(LOGO, (_, start) => `${start} alt="${council}"`)
    .replace('<header class="header">', (start) =>
      named.draft ? `${start}\n<p class="draft">${escapeHtml(named.draft)}</p>` : start,
    )
    .replace(/\sdownload="[^"]*"/g, (name) => name.replace(NEUTRAL_SLUG, () => `-${named.slug}.`));
  return (head + meta + body).replaceAll(LOGO_FILE, () => named.logo);
}

/** @param {string} html of any page of the site @returns {string} the colours that stand in it */
export function paletteIn(html) {
  return PALETTE.exec(html)?.[0].replace(/<\/?style>/g, "") ?? "";
}
