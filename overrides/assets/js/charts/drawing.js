// A picture before it is drawn: plain shapes with numbers, which svg.js turns into SVG.

import { filled } from "../shared/text.js";
import { LINE, wrap } from "./text-metrics.js";

/**
 * What a table says for its chart: macros/charts/drawing.py has the same.
 * @typedef {{rows: Record<string, string>[], options: string[], most: number | null, centre: string}} Plot
 */

export const NARROW = 520; // below this width a picture is laid out for a phone
const PART = 620; // the height that has room on one page of A4, landscape too
const RISE = 4; // from the bottom of a line up to the foot of its letters, so that capitals stand in its middle

/**
 * `number` to a tenth of a pixel: more would only make pages heavier.
 * @param {number} number
 * @returns {number}
 */
export function near(number) {
  return Math.floor(number * 10 + 0.5) / 10;
}

/**
 * Shapes from back to front, on a sheet of `width` that grows down to `height`; `label` says it in words. `cuts` are
 * heights at which a page may end: nothing lies across them.
 */
export class Drawing {
  constructor(width) {
    Object.assign(this, { width, height: 0, label: "", marks: [], cuts: [] });
  }

  rect(look, x, y, width, height) {
    this.marks.push({ shape: "rect", look, x: near(x), y: near(y), width: near(width), height: near(height) });
  }

  line(look, x1, y1, x2, y2) {
    this.marks.push({ shape: "line", look, x1: near(x1), y1: near(y1), x2: near(x2), y2: near(y2) });
  }

  ellipse(look, cx, cy, rx, ry) {
    this.marks.push({ shape: "ellipse", look, cx: near(cx), cy: near(cy), rx: near(rx), ry: near(ry) });
  }

  // Lines of text, the first one's top at `y`. Returns where the next thing may begin.
  text(look, x, y, lines, anchor = "start") {
    lines.forEach((words, at) => {
      this.marks.push({ shape: "text", look, x: near(x), y: near(y + at * LINE + LINE - RISE), anchor, words });
    });
    return y + lines.length * LINE;
  }

  // Under the picture, in words: a title and names for what could not be drawn. Returns where it ends.
  notes(notes, y) {
    for (const [title, names] of notes) {
      if (!names.length) continue;
      this.cut(y);
      y = this.text("title", 0, y + LINE / 2, wrap(title, this.width));
      for (const line of wrap(names.join("; "), this.width)) {
        y = this.text("text", 0, y, [line]);
        this.cut(y);
      }
    }
    return y;
  }

  // A page may end at `y`.
  cut(y) {
    this.cuts.push(near(y));
  }

  // Finish: the sheet ends below `y`.
  end(y) {
    this.height = near(y + 2);
    return this;
  }
  // The drawing in pieces that each have room on a page, nearly always one; each begins at its own height 0.
  parts(words) {
    const tops = [0];
    [...this.cuts, this.height].forEach((cut, at) => {
      const before = this.cuts[at - 1] ?? 0;
      if (cut - tops.at(-1) > PART && before > tops.at(-1)) tops.push(before);
    });
    if (tops.length === 1) return [this];
    return tops.map((top, at) => {
      const bottom = tops[at + 1] ?? this.height;
      const part = new Drawing(this.width);
      part.height = near(bottom - top);
      part.label = filled(words.part, { label: this.label, number: at + 1, count: tops.length });
      part.marks = this.marks
        .filter((mark) => top <= upperEdge(mark) && upperEdge(mark) < bottom)
        .map((mark) => raised(mark, top));
      return part;
    });
  }
}

// Where a shape begins, seen from the top. A line of text ends a little below its foot.
function upperEdge(mark) {
  const edges = { ellipse: mark.cy - mark.ry, line: mark.y1, rect: mark.y, text: mark.y - (LINE - RISE) };
  return near(edges[mark.shape]);
}

function raised(mark, by) {
  const down = ["y", "y1", "y2", "cy"].filter((key) => key in mark);
  return { ...mark, ...Object.fromEntries(down.map((key) => [key, near(mark[key] - by)])) };
}
