// A drawing as SVG elements. What the reader wrote goes in as text, never as markup.
// The view macros/views/worksheet/picture-drawing.html writes the same for a page without scripts.

const SVG = "http://www.w3.org/2000/svg";

/**
 * The drawing as one picture: it has a name, and the Tab key passes over it.
 * @param {import("./drawing.js").Drawing} drawing
 * @returns {SVGSVGElement}
 */
export function toSvg({ width, height, label, marks }) {
  const picture = element("svg", {
    class: "picture__drawing",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": label,
    focusable: "false",
  });
  picture.append(...marks.map(shape));
  return picture;
}

function shape({ shape: name, look, anchor, words, ...places }) {
  const kinds = look.split(" ").map((kind) => `picture__${kind}`);
  const shapeNode = element(name, { class: kinds.join(" "), ...places });
  if (anchor) shapeNode.setAttribute("text-anchor", anchor);
  if (words !== undefined) shapeNode.textContent = words;
  return shapeNode;
}

function element(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
