// Draws the picture of each table that has one, and draws it again as the reader types. Its settings, with all words,
// come from the page: see picture-figure.html. Nothing is kept and nothing is sent.

import { placing } from "./loaded.js";
import { toSvg } from "./svg.js";
import { filled } from "../shared/text.js";

const PAPER = 680; // the width on A4, in pixels
const MANY = 400; // boxes, from which on a picture takes longer than the letter that is typed
const PAUSE = 400; // milliseconds
const LEAST = 200; // narrower than this there is nothing to see, and nothing to draw for

/** Watches every picture of the page. */
export function watchPictures() {
  for (const figure of document.querySelectorAll("form figure[data-picture]")) watch(figure);
}

async function watch(figure) {
  const settings = JSON.parse(figure.dataset.picture);
  const place = await placing(settings.kind);
  const form = figure.closest("form");
  const canvas = figure.querySelector(".picture__canvas");
  let width = 0;
  let waiting = 0;
  let pausing = 0;

  const draw = (room, cut = (drawing) => [drawing]) => {
    const plot = read(form, settings);
    figure.classList.toggle("picture--empty", !plot.rows.length);
    const drawings = plot.rows.length ? cut(place(plot, room, settings.words)) : [];
    canvas.replaceChildren(...drawings.map(toSvg));
    figure.dispatchEvent(new CustomEvent("drawn", { detail: { plot } }));
  };
  const redraw = () => {
    // Once a frame, and after everything else that this event sets off, such as adding up a total. What takes long to
    // draw waits until nothing is typed.
    cancelAnimationFrame(waiting);
    clearTimeout(pausing);
    const soon = () => {
      waiting = requestAnimationFrame(() => width && draw(width));
    };
    if (form.elements.length > MANY) pausing = setTimeout(soon, PAUSE);
    else soon();
  };

  figure.hidden = false;
  const beside = figure.nextElementSibling;
  if (beside?.matches("[data-report]")) {
    const { report } = await import("./report.js");
    report(figure, beside, settings);
  }
  figure.dataset.ready = "";
  new ResizeObserver(([entry]) => {
    const room = Math.max(LEAST, Math.floor(entry.contentRect.width));
    if (room === width) return;
    width = room;
    redraw();
  }).observe(canvas);
  for (const event of ["input", "change", "reset", "answers"]) form.addEventListener(event, redraw);
  addEventListener("pageshow", redraw); // a browser that goes back may fill in the boxes by itself
  addEventListener("beforeprint", () => draw(PAPER, (drawing) => drawing.parts(settings.words)));
  addEventListener("afterprint", () => width && draw(width));
}

// The rows in which anything that the picture shows is filled in; one without a name gets its number.
// Which rows there are is for the form to say: a reader may add some.
function read(form, { tables, columns, options, most, community, words }) {
  const boxes = new Map([...form.elements].map((box) => [box.name ?? "", box]));
  const answerTo = (name) => {
    const box = boxes.get(name);
    return ((box?.value && box.selectedOptions?.[0]?.text) || box?.value || "").trim(); // a choice in its words
  };
  const parts = [...boxes.keys()]
    .map((name) => name.split("."))
    .filter((part) => part.length === 3 && tables.includes(part[0]));
  const rows = tables.flatMap((table) => {
    const keys = new Set(parts.filter(([own]) => own === table).map(([, key]) => key));
    return [...keys].flatMap((key, at) => {
      const names = Object.entries(columns).map(([role, column]) => [role, `${table}.${key}.${column}`]);
      const row = Object.fromEntries(
        names.filter(([, name]) => boxes.has(name)).map(([role, name]) => [role, answerTo(name)]),
      );
      if (!Object.values(row).some(Boolean)) return [];
      return [{ ...row, label: row.label || filled(words.unnamed, { number: at + 1 }) }];
    });
  });
  return { rows, options, most, centre: answerTo(community) || words.centre };
}
