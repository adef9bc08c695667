// What a report may take from a chart of results over time: a sentence for each measure, and the picture.

import { download } from "../shared/download.js";
import { element } from "../shared/dom.js";
import { asPng } from "../shared/svg-picture.js";
import { filled } from "../shared/text.js";
import { linesOf } from "./sentences.js";

/**
 * Lets the part of the page with sentences follow a picture.
 * @param {HTMLElement} figure
 * @param {HTMLElement} place
 * @param {{into: string, words: Record<string, string>}} settings
 */
export function report(figure, place, { into, words }) {
  const list = place.querySelector("[data-sentences]");
  const status = place.querySelector("[data-taken]");
  let lines = [];

  figure.addEventListener("drawn", ({ detail }) => {
    lines = linesOf(detail.plot, words);
    place.hidden = !lines.length;
    list.replaceChildren(...lines.map((line) => element("li", "", line)));
  });
  place.querySelector("[data-put]").addEventListener("click", () => {
    const box = figure.closest("form").elements.namedItem(into);
    box.value = lines.join("\n");
    box.dispatchEvent(new Event("input", { bubbles: true })); // the worksheet's own script keeps it
    const label = box.labels?.[0]?.querySelector(".field__label")?.textContent ?? into;
    status.textContent = filled(words.put_done, { label });
  });
  place.querySelector("[data-copy]").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(`${lines.join("\n")}\n`);
      status.textContent = words.copied;
    } catch {
      status.textContent = words.not_copied;
    }
  });
  place.querySelector("[data-save]").addEventListener("click", () => {
    const svg = figure.querySelector(".picture__canvas svg");
    const { width, height } = svg.viewBox.baseVal;
    const file = `${words.file}.png`;
    download(file, "image/png", asPng(svg, width, height));
    status.textContent = filled(words.saved, { file });
  });
}
