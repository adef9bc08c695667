// The pictures of a paper: each shows the results that a worksheet keeps, under the gap whose sentences say the same.

import { answersOf } from "../shared/kept-values.js";
import { pictureRows } from "./picture-rows.js";

/**
 * @param {Element} tool
 * @param {Element} text the paper's words
 * @param {string} scope the project's, see shared/scope.js
 * @param {() => void} changed what to do when the sentences are there
 * @returns {{look: () => void, linesOf: (gap: string) => string, forFile: (each: boolean) => object[]}} `look` again at
 *   what is kept; the sentences of a gap, a line each; and the pictures for a file, each with its gap as `table`
 */
export function openPictures(tool, text, scope, changed) {
  const lines = new Map();
  const figures = [...tool.querySelectorAll("figure[data-of]")];
  for (const figure of figures) {
    text
      .querySelector(`[data-gap="${CSS.escape(figure.dataset.gapOf)}"]`)
      .closest("p, ul")
      .after(figure);
    figure.addEventListener("drawn", ({ detail }) => {
      lines.set(figure.dataset.gapOf, detail.lines.join("\n"));
      changed();
    });
  }
  look();
  return { look, linesOf: (gap) => lines.get(gap) ?? "", forFile };

  function look() {
    for (const figure of figures) {
      const rows = pictureRows(answersOf(scope, figure.dataset.of), JSON.parse(figure.dataset.picture));
      const now = JSON.stringify(rows);
      if (now === (figure.dataset.rows ?? "[]")) continue;
      figure.hidden = !rows.length;
      figure.dataset.rows = now;
      figure.dispatchEvent(new Event("rows"));
    }
  }

  function forFile(each) {
    return figures
      .filter(({ hidden }) => !hidden)
      .flatMap((figure) => {
        const detail = { each, pictures: [] };
        figure.dispatchEvent(new CustomEvent("take", { detail }));
        return detail.pictures.map((picture) => ({ ...picture, table: figure.dataset.gapOf }));
      });
  }
}
