// A chart of the page as a picture: black on white, whatever the page's colours are.

const WIDEST = 170; // mm, on a page that stands upright
const MILLIMETRE = 96 / 25.4; // in the page's pixels
const SCALE = 2; // dots for each of the page's pixels, so that print is sharp
const BLACK = "#000";
const WHITE = "#fff";
// How each part of a chart looks: as in macros/views/worksheet/picture-drawing.html, which draws for paper.
const LOOKS = {
  bar: { fill: BLACK },
  plate: { fill: WHITE, stroke: BLACK },
  centre: { fill: WHITE, stroke: BLACK, width: 3 },
  "ring-name": { fill: WHITE },
  middle: { fill: BLACK },
  dot: { fill: WHITE, stroke: BLACK, width: 1.5 },
  step: { stroke: BLACK, width: 1.5 },
  axis: { stroke: BLACK, width: 2 },
  rule: { stroke: BLACK },
  tick: { stroke: "#777", width: 0.5 },
  "ring-1": { stroke: BLACK, width: 2.5 },
  "ring-2": { stroke: BLACK, width: 2, dash: [9, 5] },
  "ring-3": { stroke: BLACK, width: 2, dash: [2, 4] },
  "ring-4": { stroke: BLACK, width: 2, dash: [12, 4, 2, 4] },
  "ring-5": { stroke: BLACK },
};
const SHAPES = {
  rect: (path, at) => path.rect(at("x"), at("y"), at("width"), at("height")),
  line: (path, at) => {
    path.moveTo(at("x1"), at("y1"));
    path.lineTo(at("x2"), at("y2"));
  },
  ellipse: (path, at) => path.ellipse(at("cx"), at("cy"), at("rx"), at("ry"), 0, 0, 2 * Math.PI),
};
const ALIGNED = { start: "left", middle: "center", end: "right" };

/**
 * @param {SVGSVGElement} svg see charts/svg.js
 * @param {number} width in pixels
 * @param {number} height
 * @returns {Uint8Array} a PNG
 */
export function asPng(svg, width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const brush = canvas.getContext("2d");
  brush.scale(SCALE, SCALE);
  brush.fillStyle = WHITE;
  brush.fillRect(0, 0, width, height);
  for (const mark of svg.querySelectorAll("rect, line, ellipse, text")) draw(brush, mark);
  const [, data] = canvas.toDataURL("image/png").split(",");
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

/**
 * A chart as a file of an office program takes it.
 * @param {SVGSVGElement} svg
 * @returns {{alt: string, wide: number, high: number, png: Uint8Array}} with its size in mm
 */
export function pictureOf(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const wide = Math.min(WIDEST, width / MILLIMETRE);
  return { alt: svg.getAttribute("aria-label"), wide, high: (wide * height) / width, png: asPng(svg, width, height) };
}

function draw(brush, mark) {
  const at = (name) => Number(mark.getAttribute(name));
  if (mark.localName === "text") {
    brush.font = getComputedStyle(mark).font;
    brush.textAlign = ALIGNED[mark.getAttribute("text-anchor")] ?? "left";
    brush.fillStyle = BLACK;
    brush.fillText(mark.textContent, at("x"), at("y"));
    return;
  }
  const look = Object.assign({}, ...[...mark.classList].map((name) => LOOKS[name.replace("picture__", "")]));
  brush.beginPath();
  SHAPES[mark.localName](brush, at);
  if (look.fill) {
    brush.fillStyle = look.fill;
    brush.fill();
  }
  if (look.stroke) {
    brush.strokeStyle = look.stroke;
    brush.lineWidth = look.width ?? 1;
    brush.setLineDash(look.dash ?? []);
    brush.stroke();
  }
}
