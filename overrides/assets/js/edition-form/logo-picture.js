// A logo as the browser draws it: from a Blob in an image, where a drawing in SVG runs no script and fetches nothing.

const SVG = "image/svg+xml";
const DOCUMENT_SIDE = 320; // pixels: a logo in a document is about 15 mm wide

/**
 * @param {{bytes: Uint8Array, path: string, type: string}} picture from the reader's disk, looked at already
 * @returns {Promise<HTMLImageElement>} loaded
 * @throws where the browser cannot draw it
 */
export async function drawn({ bytes, type }) {
  const content = type === SVG ? sized(bytes) : bytes;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const image = new Image();
  try {
    image.src = url;
    await image.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  return image;
}

// Some browsers give a drawing without a width of its own none on a canvas: it takes that of its viewBox.
function sized(bytes) {
  const whole = new DOMParser().parseFromString(new TextDecoder().decode(bytes), SVG);
  const drawing = whole.documentElement;
  const [, , width, height] = (drawing.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0)) return bytes;
  const isSized = [drawing.getAttribute("width"), drawing.getAttribute("height")].every((size) => /^\d/.test(size));
  if (isSized && !`${drawing.getAttribute("width")}`.endsWith("%")) return bytes;
  drawing.setAttribute("width", width);
  drawing.setAttribute("height", height);
  return new XMLSerializer().serializeToString(whole);
}

/**
 * The logo in the middle of a square, as documents want it: a PNG, and its points.
 * @param {HTMLImageElement} image
 * @returns {Promise<{png: Uint8Array, side: number, points: Uint8ClampedArray}>} `points` are red, green, blue, opacity
 */
export async function square(image) {
  const side = DOCUMENT_SIDE;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  const scale = side / Math.max(image.naturalWidth, image.naturalHeight, 1);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  context.drawImage(image, (side - width) / 2, (side - height) / 2, width, height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  const png = new Uint8Array(await blob.arrayBuffer());
  return { png, side, points: context.getImageData(0, 0, side, side).data };
}
