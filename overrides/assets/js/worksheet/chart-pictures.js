// The charts of a sheet as pictures for a file of an office program: black on white, whatever the page's colours are.

import { pictureOf } from "../shared/svg-picture.js";

/**
 * @param {HTMLFormElement} form
 * @returns {{table: string, alt: string, wide: number, high: number, png: Uint8Array}[]} a picture for each chart that
 *   shows something, with the id of its table, and its size in mm
 */
export function chartPictures(form) {
  const figures = [...form.querySelectorAll("figure[data-picture]:not(.picture--empty)")];
  return figures
    .map((figure) => ({ figure, svg: figure.querySelector("svg") }))
    .filter(({ svg }) => svg)
    .map(({ figure, svg }) => ({ table: tableBefore(figure), ...pictureOf(svg) }));
}

function tableBefore(figure) {
  let before = figure.previousElementSibling;
  while (before && !before.querySelector("table[data-table]")) before = before.previousElementSibling;
  return before?.querySelector("table").dataset.table;
}
