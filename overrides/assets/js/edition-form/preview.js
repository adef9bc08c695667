// How it will look: the head of a page, a button, and the head of a paper.

import { filled } from "../shared/text.js";
import { ownTokens } from "./colours.js";
import { showLogo } from "./drawn-logo.js";

const COLOUR = /^#[0-9a-f]{6}$/i;
const HEIGHT = 72; // of the picture in the preview, twice what it is shown at

/**
 * @param {HTMLElement} place
 * @param {Record<string, any>} words
 * @returns {(data: object, logo: object) => void} shows these settings
 */
export function preview(place, words) {
  const mock = place.querySelector("[data-mock]");
  const part = (name) => place.querySelector(`[data-mock-${name}]`);
  let shown; // the reader's picture that is in the preview

  return (data, logo) => {
    const { council, programme, look, draft } = data;
    part("name").textContent = programme ?? "";
    part("draft").textContent = filled(words.preview_draft, { council: council ?? "" });
    part("draft").hidden = draft !== true || !council; // no sentence without its name
    part("whose").textContent = [council, data.contact?.team].filter(Boolean).join(" · ");
    part("foot").textContent = programme ? filled(words.preview_paper_foot, { programme }) : "";
    if (COLOUR.test(look?.primary ?? "") && COLOUR.test(look?.accent ?? "")) colour(look);
    showLogo(part("logo"), logo.parts);
    picture(logo.picture);
  };

  function colour({ primary, accent }) {
    const tokens = ownTokens(primary.toLowerCase(), accent.toLowerCase(), "light", {});
    for (const [name, value] of Object.entries(tokens)) mock.style.setProperty(`--own-${name}`, value);
  }

  // A PNG or JPEG is drawn; a drawing in SVG is a document, which the page does not take in: its name stands for it.
  async function picture(own) {
    const canvas = part("picture");
    if (own !== shown) {
      shown = own;
      canvas.hidden = true;
      if (own) await draw(canvas, own);
    }
    part("logo").toggleAttribute("hidden", Boolean(own) && !canvas.hidden);
  }

  async function draw(canvas, own) {
    try {
      const image = await createImageBitmap(own.blob);
      if (own !== shown) return;
      canvas.height = HEIGHT;
      canvas.width = Math.max(1, Math.round((image.width / image.height) * HEIGHT));
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, HEIGHT);
      canvas.hidden = false;
    } catch {
      // an SVG: browsers draw none from a file of the reader's here
    }
  }
}
