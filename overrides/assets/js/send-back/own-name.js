// The boxes in which somebody writes whose sheet it is, and the line at its head that says so, on screen and on paper.

import { inOneLine, keepOwnName, ownName, PARTS } from "../shared/own-name.js";

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} line at the head of the sheet
 * @param {Record<string, string>} words
 * @param {Set<Element>} typed boxes that were written in before
 */
export function ownNamePanel(panel, line, words, typed) {
  const boxes = PARTS.map((part) => panel.querySelector(`[data-own="${part}"]`));
  const status = panel.querySelector("[data-own-said]");
  const early = boxes.filter((box) => typed.has(box)).map((box) => [box.dataset.own, box.value]);
  fill({ ...ownName(), ...Object.fromEntries(early) });
  if (early.length) keep();
  for (const box of boxes) box.addEventListener("input", keep);
  panel.querySelector("[data-own-clear]").addEventListener("click", () => {
    fill({});
    keep();
    status.textContent = words.own_gone;
  });

  function fill(name) {
    for (const box of boxes) box.value = name[box.dataset.own] ?? "";
    show(name);
  }

  function keep() {
    const name = Object.fromEntries(boxes.map((box) => [box.dataset.own, box.value]));
    status.textContent = keepOwnName(name) ? words.own_kept : words.own_not_kept;
    show(name);
  }

  function show(name) {
    line.textContent = inOneLine(name);
    line.hidden = !line.textContent;
  }
}
