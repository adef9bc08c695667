// Where boxes stand on rings, so that none covers another: each ring grows until its boxes have room.
// A box is { look, lines, width, height, x, y }; x and y say where its middle is, seen from the middle of all rings.

import { near } from "./drawing.js";

const APART = 6; // between two boxes
const CLEAR = 4; // between a box and the line of another ring
const GROW = 3; // how much higher a ring is tried next

/**
 * Puts each list of boxes on its ring, the first box at the top.
 * @param {object} middle the box in the middle of all rings
 * @param {object[][]} rings the boxes of each ring, the innermost first
 * @param {number} stretch how much wider than high the rings are
 * @param {number} width how much room there is, in pixels
 * @param {number} height
 * @returns {{radii: number[][], boxes: object[], high: number} | null} radii (across, down) of each ring, every box
 *   with its place, and how far all of it reaches up and down; null where that takes more room than there is
 */
export function place(middle, rings, stretch, width, height) {
  const radii = [];
  const boxes = [middle];
  let ry = 0;
  for (const ring of rings) {
    let stand = [];
    while (!stand.length || !free(stand, boxes, radii, [ry * stretch, ry])) {
      ry += GROW;
      if (2 * ry > height || 2 * ry * stretch > width) return null;
      stand = round(ring, ry * stretch, ry);
    }
    radii.push([ry * stretch, ry]);
    boxes.push(...stand);
  }
  const across = Math.max(...boxes.map((box) => Math.abs(box.x) + box.width / 2));
  const high = Math.max(ry, ...boxes.map((box) => Math.abs(box.y) + box.height / 2));
  return 2 * across + 2 <= width && 2 * high + 2 <= height ? { radii, boxes, high } : null;
}

function round(ring, rx, ry) {
  return ring.map((box, at) => {
    const turn = (2 * Math.PI * at) / ring.length;
    return { ...box, x: near(rx * Math.sin(turn)), y: near(-ry * Math.cos(turn)) };
  });
}

// Whether the boxes that `stand` on `ring` touch nothing, and no ring crosses what belongs to another.
function free(stand, inside, radii, ring) {
  const alone = stand.every((box, at) => {
    if ([...inside, ...stand.slice(0, at)].some((other) => touch(box, other))) return false;
    return !radii.length || reach(box, radii.at(-1), -1) >= 1;
  });
  return alone && inside.every((box) => reach(box, ring, 1) <= 1);
}

function touch(box, other) {
  const across = Math.abs(box.x - other.x) < (box.width + other.width) / 2 + APART;
  return across && Math.abs(box.y - other.y) < (box.height + other.height) / 2 + APART;
}

// How far the box's farthest (`side` 1) or nearest (-1) point is from the middle; 1 is on the ring.
function reach(box, [rx, ry], side) {
  const across = Math.max(0, Math.abs(box.x) + side * (box.width / 2 + CLEAR)) / rx;
  const down = Math.max(0, Math.abs(box.y) + side * (box.height / 2 + CLEAR)) / ry;
  return across ** 2 + down ** 2;
}
