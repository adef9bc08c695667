// What has changed in the checklists since a file was saved. All that comes from the file is put in as text.

import { element } from "../shared/dom.js";
import { filled } from "../shared/text.js";

/**
 * Lists what has changed since the file was saved.
 * @param {HTMLElement} place
 * @param {{fresh: string[], reworded: string[][], gone: string[]}} changes as compare finds them
 * @param {Record<string, string>} words
 */
export function report(place, { fresh, reworded, gone }, words) {
  const parts = [
    ["fresh", fresh],
    ["reworded", reworded.map(([old, now]) => filled(words.was_now, { old, now }))],
    ["gone", gone],
  ].filter(([, list]) => list.length);
  place.replaceChildren(...parts.map(([name, list]) => part(filled(words[name], { count: list.length }), list)));
  if (!parts.length) place.append(element("p", "", words.same));
  place.hidden = false;
}

function part(title, list) {
  const box = element("details");
  box.open = true;
  const items = element("ul");
  items.append(...list.map((text) => element("li", "", text)));
  box.append(element("summary", "", title), items);
  return box;
}
