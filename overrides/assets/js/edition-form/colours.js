// Contrast by WCAG 2.2, and the nearest colour that can be read: the same sums as in macros/core/colour.py.

export const TEXT = 4.5;
const CONTROL = 3;
const PAPER = { light: "#ffffff", dark: "#14181c" };
const INK = { light: "#15191d", dark: "#f0f2f4" };
const LINK = { light: TEXT, dark: 7 };
const WASH = { light: 0.93, dark: 0.82 };
const STEPS = 100;
const DARK_GROUND = 0.18; // a ground of less light than this asks for lighter text

/** @param {string} colour `#rrggbb` @returns {number[]} red, green, blue from 0 to 1 */
function channels(colour) {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} first @param {string} second @returns {number} 1 to 21 */
export function contrast(first, second) {
  const [light, dark] = [luminance(first), luminance(second)].sort((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} colour @param {string} into @param {number} share of it that is replaced @returns {string} */
function mix(colour, into, share) {
  const others = channels(into);
  const parts = channels(colour).map((part, at) => evenly((part + (others[at] - part) * share) * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

// Half goes to the even number, as Python's `round` has it.
function evenly(number) {
  const below = Math.floor(number);
  if (number - below !== 0.5) return Math.round(number);
  return below % 2 ? below + 1 : below;
}

/** @param {string} colour @param {string} on @param {number} [least] @returns {string} the nearest that can be read */
export function readable(colour, on, least = TEXT) {
  const towards = luminance(on) > DARK_GROUND ? "#000000" : "#ffffff";
  for (let step = 0; step <= STEPS; step += 1) {
    const candidate = mix(colour, towards, step / STEPS);
    if (contrast(candidate, on) >= least) return candidate;
  }
  return towards;
}

/**
 * Those colours of a page that an edition's two colours decide.
 * @param {string} primary
 * @param {string} accent
 * @param {"light" | "dark"} scheme
 * @param {Record<string, string>} others the page's other colours in this scheme: links stand on their washes too
 * @returns {Record<string, string>} by the names of their tokens
 */
export function ownTokens(primary, accent, scheme, others) {
  const paper = PAPER[scheme];
  const panel = mix(paper, INK[scheme], 0.05);
  const wash = mix(primary, paper, WASH[scheme]);
  const mark = readable(accent, panel, CONTROL);
  const washes = [wash, ...Object.keys(others).flatMap((name) => (/^stage-\d-wash$/.test(name) ? [others[name]] : []))];
  const link = washes.reduce((colour, ground) => readable(colour, ground), readable(primary, panel, LINK[scheme]));
  return {
    primary,
    "on-primary": contrast("#ffffff", primary) >= TEXT ? "#ffffff" : "#000000",
    "primary-wash": wash,
    accent: mark,
    focus: mark,
    "primary-ink": link,
  };
}
