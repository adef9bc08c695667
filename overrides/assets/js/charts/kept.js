// Draws a picture outside a form, of rows that another script found: a paper shows what a worksheet keeps. That script
// says when there are other rows, and takes the picture for a file.

import { pictureOf } from "../shared/svg-picture.js";
import { placing } from "./loaded.js";
import { linesOf } from "./sentences.js";
import { toSvg } from "./svg.js";

const PAPER = 680; // the width on A4, in pixels

/**
 * Hears "rows": there are others. Says "drawn" with the same in sentences, as `detail.lines`. Hears "take" and puts the
 * pictures for a file into `detail.pictures`, one for each measure where `detail.each`.
 * @param {HTMLElement} figure with the rows as JSON in `data-rows`
 */
export async function watchKept(figure) {
  const settings = JSON.parse(figure.dataset.picture);
  const place = await placing(settings.kind);
  const canvas = figure.querySelector(".picture__canvas");
  let width = 0;

  figure.addEventListener("rows", changed);
  figure.addEventListener("take", ({ detail }) => {
    for (const rows of detail.each ? byLabel(rowsNow()) : [rowsNow()]) {
      draw(PAPER, (drawing) => [drawing], rows);
      const svg = canvas.querySelector("svg");
      if (svg?.querySelector("ellipse")) detail.pictures.push(pictureOf(svg)); // else there is no result to show
    }
    redraw();
  });
  new ResizeObserver(([entry]) => {
    const room = Math.floor(entry.contentRect.width);
    if (room === width) return;
    width = room;
    redraw();
  }).observe(canvas);
  addEventListener("beforeprint", () => draw(PAPER, (drawing) => drawing.parts(settings.words)));
  addEventListener("afterprint", redraw);
  changed();

  function changed() {
    redraw();
    const lines = linesOf({ rows: rowsNow(), options: settings.options }, settings.words);
    figure.dispatchEvent(new CustomEvent("drawn", { detail: { lines } }));
  }

  function redraw() {
    if (width) draw(width);
  }

  function draw(room, cut = (drawing) => [drawing], rows = rowsNow()) {
    const { options, most, words } = settings;
    const plot = { rows, options, most, centre: words.centre };
    figure.classList.toggle("picture--empty", !rows.length);
    canvas.replaceChildren(...(rows.length ? cut(place(plot, room, words)).map(toSvg) : []));
  }

  function rowsNow() {
    return JSON.parse(figure.dataset.rows ?? "[]");
  }
}

// The rows of each measure, which are told apart as in shared/changes.js.
function byLabel(rows) {
  const measures = new Map();
  for (const row of rows) {
    const key = row.label.trim().replace(/\s+/g, " ").toLowerCase();
    measures.set(key, [...(measures.get(key) ?? []), row]);
  }
  return [...measures.values()];
}
