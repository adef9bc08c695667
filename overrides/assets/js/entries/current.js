// Says whether the printed copy whose id stands in the address is current. Without this the page has it as a table.

import { answer, copyIdIn } from "../current/answer.js";
import { element } from "../shared/dom.js";
import { filled } from "../shared/text.js";

const place = document.querySelector("[data-current]");
if (place) {
  show();
  window.addEventListener("hashchange", show);
}

function show() {
  const words = JSON.parse(place.dataset.words);
  const known = JSON.parse(place.dataset.known);
  const copy = copyIdIn(location.hash);
  place.hidden = !copy;
  if (!copy) return;
  const { state, sheet, changed } = answer(copy, known);
  const title = sheet?.title ?? copy.sheet;
  place.querySelector("[data-answer]").textContent = filled(words[state], { title, version: copy.version });
  place.querySelector("[data-about]").textContent = words[`${state}_about`];
  const list = place.querySelector("[data-changed]");
  list.replaceChildren(...changed.map(({ sheet: part, versions }) => line(part, versions, words)));
  const link = place.querySelector("[data-sheet]");
  link.hidden = !sheet;
  if (sheet) {
    link.firstElementChild.href = sheet.url;
    link.firstElementChild.textContent = filled(words.open, { title });
  }
}

function line(part, versions, words) {
  const item = element("li");
  const link = element("a", "", part.title);
  link.href = part.url;
  item.append(link, ` ${versions.length ? filled(words.in_versions, { versions: versions.join(", ") }) : ""}`);
  return item;
}
