// Whether a picture from the reader's disk may be a logo: the same limits as macros/core/image_check.py has. The build
// looks at it once more, and more closely.

const STARTS = { ".png": [0x89, 0x50, 0x4e, 0x47], ".jpg": [0xff, 0xd8, 0xff], ".jpeg": [0xff, 0xd8, 0xff] };
// What is more than a drawing: scripts, other documents, and whatever is fetched from elsewhere.
const MORE = [
  /<\s*(?:\w+:)?(?:script|foreignObject|iframe|object|embed|audio|video|animate\w*|set|a|handler|listener)\b/i,
  /\son[a-z]+\s*=/i,
  /<!DOCTYPE[^>]*\[|<!ENTITY|<\?xml-stylesheet/i,
  /(?:href|src|base)\s*=\s*["']?\s*(?!["'#]|data:image\/(?:png|jpe?g|gif|webp)[;,]|\s*["'])[^\s"'>]/i,
  /@import|url\(\s*["']?\s*(?!#|["']?#|data:(?:image|font)\/)/i,
];

/**
 * @param {{name: string, size: number}} file
 * @param {Uint8Array} bytes
 * @param {{largest: number, endings: string[]}} limits
 * @returns {string} which rule it breaks: kind, large, unread, more; empty where it may be used
 */
export function logoProblem({ name, size }, bytes, { largest, endings }) {
  const ending = endingOf(name);
  if (!endings.includes(ending)) return "kind";
  if (size > largest) return "large";
  if (ending !== ".svg") return STARTS[ending].every((byte, at) => bytes[at] === byte) ? "" : "unread";
  return drawingProblem(bytes);
}

function drawingProblem(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "unread";
  }
  if (!/<svg[\s>]/i.test(text)) return "unread";
  return MORE.some((pattern) => pattern.test(text)) ? "more" : "";
}

/** @param {string} name of a file @returns {string} ".svg", in small letters */
export function endingOf(name) {
  return /\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase() ?? "";
}
