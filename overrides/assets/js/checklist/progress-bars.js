// Says how much is done, in words and as a bar, wherever the page has a place for it: `data-progress` names the part.

import { filled } from "../shared/text.js";

/**
 * Shows how much of each part is done. `data-when`: "begun" shows it as soon as anything is ticked, "own" as soon as
 * something of its part is, else always.
 * @param {Map<string, {done: number, all: number}>} progress as tally counts it
 * @param {{some: string, all: string}} words
 */
export function drawBars(progress, words) {
  for (const place of document.querySelectorAll("[data-progress]")) {
    const part = progress.get(place.dataset.progress);
    const { when } = place.dataset;
    place.hidden = !part || (when === "begun" && !progress.get("whole").done) || (when === "own" && !part.done);
    if (!place.hidden) draw(place, part, words);
  }
}

function draw(place, { done, all }, words) {
  const [text, bar] = place.children.length ? place.children : newBar(place);
  text.textContent = inWords({ done, all }, words);
  bar.firstChild.style.width = `${(100 * done) / all}%`;
  place.classList.toggle("progress--all", done === all);
}

function newBar(place) {
  const text = document.createElement("span");
  text.className = "progress__words";
  const bar = document.createElement("span");
  bar.className = "progress__bar";
  bar.setAttribute("aria-hidden", "true"); // the words say it
  bar.append(document.createElement("span"));
  place.append(text, bar);
  return [text, bar];
}

/**
 * How much is done, in words.
 * @param {{done: number, all: number}} part
 * @param {{some: string, all: string}} words
 * @returns {string}
 */
export function inWords({ done, all }, words) {
  return filled(done === all ? words.all : words.some, { done, all });
}
