// A logo of initials in a shape, drawn from the outlines of our typeface, so that it looks the same everywhere. The
// text is that of an SVG file; what is shown on the page is made of elements.

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  square: (side) => ["rect", { width: side, height: side, rx: 14 }],
  circle: (side) => ["circle", { cx: side / 2, cy: side / 2, r: side / 2 }],
  shield: () => ["path", { d: "M4 4h56v26c0 16-12 26-28 32C16 56 4 46 4 30z" }],
};

/**
 * @typedef {{side: number, widest: number, tallest: number}} Mark sizes in the picture's own units
 * @typedef {Record<string, [number, number, string]>} Letters width, height and outline of each
 */

/**
 * @param {string} initials
 * @param {string} colour `#rrggbb`
 * @param {string} name what it is a mark of
 * @param {string} shape "square", "circle" or "shield"
 * @param {{mark: Mark, letters: Letters}} drawing
 * @returns {[string, object][]} the elements in the picture, without the picture itself
 */
export function logoParts(initials, colour, shape, { mark, letters }) {
  const drawn = [...initials].flatMap((letter) => {
    const plain = letter.normalize("NFD")[0];
    return letters[letter] ? [letters[letter]] : letters[plain] ? [letters[plain]] : [];
  });
  const [kind, sizes] = (SHAPES[shape] ?? SHAPES.square)(mark.side);
  const parts = [[kind, { ...sizes, fill: colour }]];
  if (!drawn.length) {
    const middle = mark.side / 2;
    return [...parts, ["circle", { cx: middle, cy: middle, r: 16, fill: "none", stroke: "#fff", "stroke-width": 6 }]];
  }
  const width = drawn.reduce((sum, [letter]) => sum + letter, 0);
  const height = Math.max(...drawn.map(([, letter]) => letter));
  const scale = Math.min(mark.widest / width, mark.tallest / height);
  let x = (mark.side - width * scale) / 2;
  const y = (mark.side + height * scale) / 2;
  for (const [letter, , outline] of drawn) {
    const place = `translate(${short(x)} ${short(y)}) scale(${scale.toFixed(5)})`;
    parts.push(["path", { transform: place, d: outline, fill: "#fff" }]);
    x += letter * scale;
  }
  return parts;
}

function short(number) {
  return Number(number.toFixed(2));
}

/** @returns {string} the file's text; the parameters are those of `logoParts`, and a name for who cannot see it */
export function logoFile(initials, colour, shape, name, drawing) {
  const { side } = drawing.mark;
  const parts = logoParts(initials, colour, shape, drawing)
    .map(([kind, values]) => `  <${kind} ${attributes(values)}/>\n`)
    .join("");
  const head = { xmlns: SVG, viewBox: `0 0 ${side} ${side}`, width: side, height: side, role: "img" };
  return `<svg ${attributes({ ...head, "aria-label": name })}>\n${parts}</svg>\n`;
}

function attributes(values) {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${escaped(String(value))}"`)
    .join(" ");
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Shows the parts in an SVG element of the page. @param {SVGElement} picture @param {[string, object][]} parts */
export function showLogo(picture, parts) {
  picture.replaceChildren(
    ...parts.map(([kind, values]) => {
      const part = document.createElementNS(SVG, kind);
      for (const [key, value] of Object.entries(values)) part.setAttribute(key, value);
      return part;
    }),
  );
}
