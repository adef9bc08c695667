// On the page for an address that does not exist: the pages of this site whose names are most like the one asked for.
// Names and addresses are those of the links that stand in this page already, so nothing is fetched.

import { withMark } from "../shared/carried.js";
import { nearest } from "../shared/likeness.js";

const MOST = 4;
const box = document.querySelector("[data-near]");
const home = new URL(box.dataset.root, document.baseURI);

// The last part of an address says most: "/toolkit/focus/chose-community.html" asks for "chose community".
function asked() {
  const inside = decoded(location.pathname).slice(decoded(home.pathname).length);
  const parts = inside
    .replace(/(index)?\.\w+$/, "")
    .split("/")
    .filter(Boolean);
  return (parts.at(-1) ?? "").replace(/[-_+\s\d]+/g, " ").trim();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a broken % in an address is looked for as it stands
  }
}

function pages() {
  const pages = new Map();
  const links = ["[data-near-from] a", ".nav a"].flatMap((where) => [...document.querySelectorAll(where)]);
  for (const link of links) {
    const url = new URL(link.href);
    if (url.origin !== home.origin || !url.pathname.startsWith(home.pathname) || url.pathname === home.pathname)
      continue;
    const name = decoded(url.pathname).split("/").filter(Boolean).at(-1).replaceAll("-", " ");
    if (!pages.has(url.pathname))
      pages.set(url.pathname, { title: link.lastChild.textContent.trim(), also: [name], href: url.href });
  }
  return [...pages.values()];
}

// A mail program that encodes the # of a link asks for a page that is not there.
const meant = withMark(location.pathname);
if (meant) location.replace(meant + location.search);

const words = asked();
const like = words.length > 2 ? nearest(words, pages()).slice(0, MOST) : [];
const list = box.querySelector("[data-near-list]");
for (const { title, href } of like) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = title;
  const item = document.createElement("li");
  item.append(link);
  list.append(item);
}
box.hidden = !like.length;
