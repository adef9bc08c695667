// The address under which others find this page. In a folder the page's own names the reader's disk: there it is that
// of the site, which the page brings along, or none.

export const KEY = "pick=";

/**
 * The address of this page for others; empty where nobody else could open it.
 * @returns {string}
 */
export function homeOf() {
  if (location.protocol !== "file:") return here();
  const site = document.querySelector('link[rel="canonical"]');
  return site ? site.href : "";
}

/**
 * This page's own address, without what it holds.
 * @returns {string}
 */
export function here() {
  return location.href.split(/[?#]/)[0];
}

/**
 * The choice that the page's address brings: as a place on the page, or as a question. The page of a ready-made pack
 * leads here by the second, since what follows "#" in the site's own links is a place on a page.
 * @returns {string | undefined}
 */
export function brought() {
  if (location.hash.toLowerCase().startsWith(`#${KEY}`)) return location.hash.slice(KEY.length + 1);
  const asked = location.search
    .slice(1)
    .split("&")
    .find((part) => part.startsWith(KEY));
  return asked?.slice(KEY.length);
}
