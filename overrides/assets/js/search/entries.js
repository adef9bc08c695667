// What can be found: pages, their sections, and terms. The index writes them down short.

/**
 * The entries of the index, in its order: the number of one is its place in this list.
 * @param {object} index see macros/publishing/search_files.py
 * @returns {object[]} each with location, title, kind, also, aside, and where there is one a sentence `about` itself;
 *   `path` is what it is a part of: a term is a thing of its own, not a part of the glossary
 */
export function entriesOf({ pages, terms, usual }) {
  const entries = [];
  for (const [path, title, kind, sections = [], about = "", also = [], aside = 0] of pages) {
    const page = { path, kind, page: title };
    entries.push({ ...page, location: path, title, also, aside: Boolean(aside), ...(about && { about }) });
    for (const section of sections) {
      // A heading; or a list, which has its anchor and whether it stands aside too; or the number of a usual one.
      // An anchor that is a number comes after the page's own name.
      const [heading, anchor, isAside = 0] = [typeof section === "number" ? usual[section] : section].flat();
      const numbered = typeof anchor === "number" ? `${path.split("/").at(-2)}-${anchor}` : anchor;
      const location = `${path}#${numbered || anchorOf(heading)}`;
      entries.push({ ...page, location, title: heading, also: [], aside: Boolean(aside || isAside) });
    }
  }
  for (const [location, title, also] of terms) {
    entries.push({ location, title, also, kind: "term", aside: false, path: location, page: title });
  }
  return entries;
}

/**
 * The anchor that a heading has unless its page says another: what Python-Markdown makes of its words.
 * @param {string} heading
 * @returns {string}
 */
export function anchorOf(heading) {
  const plain = heading.normalize("NFKD").replace(/[^\p{ASCII}]/gu, "");
  return plain
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-");
}

/** Whether an entry is a whole page. */
export function isPage({ location }) {
  return !location.includes("#");
}
