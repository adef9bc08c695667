// The charts of a sheet as pictures for a file of an office program: black on white, whatever the page's colours are.

import { asPng } from "../shared/svg-picture.js";

const WIDEST = 170; // mm, on a sheet that stands upright
const MILLIMETRE = 96 / 25.4; // in the page's pixels

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
    .map(pictureOf);
}

function pictureOf({ figure, svg }) {
  const { width, height } = svg.viewBox.baseVal;
  const wide = Math.min(WIDEST, width / MILLIMETRE);
  return {
    table: tableBefore(figure),
    alt: svg.getAttribute("aria-label"),
    wide,
    high: (wide * height) / width,
    png: asPng(svg, width, height),
  };
}

function tableBefore(figure) {
  let before = figure.previousElementSibling;
  while (before && !before.querySelector("table[data-table]")) before = before.previousElementSibling;
  return before?.querySelector("table").dataset.table;
}
