// How a picture and long lists fit on slides, the same in both kinds of file.

export const AREA = { left: 18, top: 54, wide: 302, high: 112 }; // mm: where a slide's content stands
const FULL = 1500; // letters on a slide of the last part, in a size that can still be read

/**
 * @param {{wide: number, high: number}} picture
 * @returns {{left: number, top: number, wide: number, high: number}} where it stands, as large as there is room, in mm
 */
export function fitted({ wide, high }) {
  const scale = Math.min(AREA.wide / wide, AREA.high / high);
  return { left: AREA.left, top: AREA.top, wide: wide * scale, high: high * scale };
}

/**
 * @param {import("./sources.js").EndPart[]} parts
 * @returns {import("./sources.js").EndPart[]} the same, one for each slide
 */
export function onSlides(parts) {
  return parts.flatMap(({ title, text, lines }) => {
    const slides = [[]];
    let letters = text.length;
    for (const line of lines) {
      if (letters + line.length > FULL && slides.at(-1).length) {
        slides.push([]);
        letters = text.length;
      }
      slides.at(-1).push(line);
      letters += line.length;
    }
    return slides.map((some) => ({ title, text, lines: some }));
  });
}
