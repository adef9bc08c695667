// A page of this site, read for what is printed of it. A page that was read once is kept until the reader leaves.

import { textAt } from "../shared/site-files.js";

// What works by a script of its own page: the same as in macros/documents/page_parts.py, by tests/quality/test_marks.py.
const TOOLS = "[data-tools], [data-tools-end], [data-told], [data-picture], [data-report], [data-pick]";
const NOT_PRINTED = `script, style, template, ${TOOLS}, [data-screen-only], [data-not-in-book], [data-not-on-paper]`;
const read = new Map();

/**
 * The document at `address`, inert: nothing in it runs or loads. Rejects where it cannot be had.
 * @param {string} address
 * @returns {Promise<Document>}
 */
export function pageAt(address) {
  if (!read.has(address)) {
    const page = fetched(address);
    read.set(address, page);
    page.catch(() => read.delete(address)); // so that it can be tried again
  }
  return read.get(address);
}

async function fetched(address) {
  const page = new DOMParser().parseFromString(await textAt(address), "text/html");
  if (!page.querySelector("#main h1")) throw new Error("This is not a page of the site.");
  return page;
}

/**
 * What a pack prints of a page: a step whole, of a worksheet the sheet to fill in, of a checklist only the list.
 * @param {Document} page
 * @param {{kind: string, url: string}} part
 * @param {{root: URL, site: URL}} places pictures come from `root`; links lead to `site`, which for a page in a folder
 *   is another place
 * @param {number} number of the part in the pack
 * @returns {HTMLElement}
 */
export function printable(page, { kind, url }, { root, site }, number) {
  const main = page.querySelector("#main").cloneNode(true);
  for (const part of main.querySelectorAll(NOT_PRINTED)) part.remove();
  for (const button of main.querySelectorAll("button.term")) asWords(button);
  for (const link of main.querySelectorAll("a[href]")) leading(link, new URL(url, site));
  for (const picture of main.querySelectorAll("img[src]"))
    picture.src = new URL(picture.getAttribute("src"), new URL(url, root));
  named(main, `pack-${number}-`);
  const part = document.createElement("section");
  part.className = "paper__part";
  part.id = `pack-${number}`;
  part.append(...pieces(main, kind));
  if (part.querySelector(".worksheet--landscape")) part.classList.add("paper__part--wide");
  return part;
}

function pieces(main, kind) {
  const title = main.querySelector("h1");
  if (kind === "step") return [...main.childNodes];
  if (kind === "checklist") return [title, ...main.querySelectorAll(".checklist-box")];
  return [
    title,
    ...main.querySelectorAll(".worksheet-page > .lead, .worksheet-page > .worksheet__keep, form[data-worksheet]"),
  ];
}

// On paper a link out of the site says where it leads: see pack-paper.css.
function leading(link, page) {
  const href = link.getAttribute("href");
  if (/^https?:/.test(href) && !link.matches(".cite")) link.classList.add("paper__out");
  link.href = new URL(href, page);
}

// On paper a term is its own word, with the meaning after it.
function asWords(button) {
  const word = document.createElement("span");
  word.className = "term";
  word.append(...button.childNodes);
  button.replaceWith(word);
}

// Parts of many pages stand in one: each keeps its own ids.
function named(main, start) {
  for (const node of main.querySelectorAll("[id]")) node.id = start + node.id;
  for (const label of main.querySelectorAll("[for]")) label.htmlFor = start + label.htmlFor;
  for (const name of ["aria-labelledby", "aria-describedby"]) {
    for (const node of main.querySelectorAll(`[${name}]`)) {
      node.setAttribute(
        name,
        node
          .getAttribute(name)
          .split(/\s+/)
          .map((id) => start + id)
          .join(" "),
      );
    }
  }
}
