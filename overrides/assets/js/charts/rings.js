// Rings round the community, a ring for each option, the first innermost, with the names standing on their ring.
// Where names have no room, numbers stand there and the names follow below. Where these have no room either, there are
// only the names. What stands where is worked out in ring-layout.js.

import { place } from "./ring-layout.js";
import { filled } from "../shared/text.js";
import { Drawing } from "./drawing.js";
import { LINE, hasRoom, textWidth, wrap } from "./text-metrics.js";

const MOST = 12; // names on one ring
const PAD = 6; // between a name and its frame
const DOT = 24; // a number's circle
const TALL = 0.86; // how high rings with names may be, as a share of the width
const LINES = 6; // of a name on its ring
const STYLES = 5; // kinds of line for a ring; a sixth ring begins again
// Widths of a name, and how much wider than high the rings are: the first that has room is taken.
const TRIES = [
  [150, 1.7],
  [150, 1.4],
  [130, 1.7],
  [130, 1.4],
  [110, 1.5],
  [110, 1.3],
  [96, 1.5],
  [96, 1.3],
  [84, 1.5],
  [84, 1.3],
];

/**
 * Place the rings on a sheet of `width`.
 * @param {import("./drawing.js").Plot} plot
 * @param {number} width in pixels
 * @param {Record<string, string>} words the strings of this kind
 * @returns {Drawing}
 */
export function rings(plot, width, words) {
  const drawing = new Drawing(width);
  let first = 1; // the number of a ring's first name, where names are numbered
  const rings = plot.options.map((title) => {
    const names = plot.rows.filter((row) => row.ring === title).map((row) => row.label);
    const ring = { title, names, first };
    first += Math.min(MOST, names.length);
    return ring;
  });
  const y = named(drawing, rings, plot.centre) || numbered(drawing, rings, plot.centre, words);
  const counts = rings.map((ring) => filled(words.count, { name: ring.title, count: ring.names.length }));
  drawing.label = filled(words.label, { centre: plot.centre, list: counts.join("; ") });
  const without = plot.rows.filter((row) => !plot.options.includes(row.ring)).map((row) => row.label);
  return drawing.end(drawing.notes([[words.no_ring, without]], y));
}

// Rings with the names on them, and more names below. Returns where they end; 0 where there is no room.
function named(drawing, rings, centre) {
  const shown = [centre, ...rings.flatMap((ring) => [ring.title, ...ring.names.slice(0, MOST)])];
  for (const [room, stretch] of TRIES) {
    if (!shown.every((words) => hasRoom(words, room - 2 * PAD))) continue;
    const middle = frame("centre", wrap(centre, room));
    const boxes = rings.map((ring) => [
      frame("ring-name", wrap(ring.title, room)),
      ...ring.names.slice(0, MOST).map((name) => frame("plate", wrap(name, room - 2 * PAD))),
    ]);
    if ([middle, ...boxes.flat()].some((box) => box.lines.length > LINES)) continue;
    const placed = place(middle, boxes, stretch, drawing.width, drawing.width * TALL);
    if (placed) {
      const more = rings.map((ring) => [ring.title, ring.names.slice(MOST)]);
      return drawing.notes(more, drawn(drawing, placed));
    }
  }
  return 0;
}

// Rings with numbers on them where there is room, and below them every name. Returns where they end.
function numbered(drawing, rings, centre, words) {
  let y = 0;
  const dot = (lines, size) => ({ look: "dot", lines, width: size, height: size, x: 0, y: 0 });
  const boxes = rings.map((ring) => [
    frame("ring-name", wrap(ring.title, 110)),
    ...ring.names.slice(0, MOST).map((_, at) => dot([String(ring.first + at)], DOT)),
  ]);
  for (const middle of [frame("centre", wrap(centre, 96)), dot([], DOT / 2)]) {
    const placed = middle.lines.length <= LINES && place(middle, boxes, 1, drawing.width, drawing.width);
    if (placed) {
      y = drawn(drawing, placed);
      break;
    }
  }
  if (!drawing.marks.some((mark) => mark.look === "centre")) {
    y = drawing.text("text", 0, y + LINE / 2, wrap(filled(words.in_centre, { centre }), drawing.width));
  }
  for (const ring of rings) {
    drawing.cut(y);
    y = drawing.text("title", 0, y + LINE / 2, wrap(ring.title, drawing.width));
    if (!ring.names.length) y = drawing.text("text", 0, y, [words.none]);
    ring.names.forEach((name, at) => {
      drawing.text("text", 0, y, [at < MOST ? String(ring.first + at) : "•"]);
      y = drawing.text("text", DOT + PAD, y, wrap(name, drawing.width - DOT - PAD));
      drawing.cut(y);
    });
  }
  return y;
}

function frame(look, lines) {
  const width = Math.max(...lines.map(textWidth)) + 2 * PAD;
  return { look, lines, width, height: lines.length * LINE + PAD, x: 0, y: 0 };
}

// The rings and what stands on them. Returns where they end.
function drawn(drawing, { radii, boxes, high }) {
  const [cx, cy] = [drawing.width / 2, high + 1];
  for (let at = radii.length - 1; at >= 0; at -= 1) {
    drawing.ellipse(`ring ring-${(at % STYLES) + 1}`, cx, cy, ...radii[at]);
  }
  for (const box of boxes) {
    const [x, y] = [cx + box.x, cy + box.y];
    if (box.look === "dot") {
      drawing.ellipse(box.lines.length ? "dot" : "middle", x, y, box.width / 2, box.height / 2);
    } else {
      drawing.rect(box.look, x - box.width / 2, y - box.height / 2, box.width, box.height);
    }
    drawing.text(box.look === "plate" ? "text" : "title", x, y - (box.lines.length * LINE) / 2, box.lines, "middle");
  }
  return cy + high;
}
