// How it will look: the head of a page, a button, and the head of a paper.

import { filled } from "../shared/text.js";
import { ownTokens } from "./colours.js";
import { showLogo } from "./drawn-logo.js";

const COLOUR = /^#[0-9a-f]{6}$/i;

/**
 * @param {HTMLElement} place
 * @param {Record<string, any>} words
 * @returns {(data: object, logo: object) => void} shows these settings
 */
export function preview(place, words) {
  const mock = place.querySelector("[data-mock]");
  const part = (name) => place.querySelector(`[data-mock-${name}]`);

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

  function picture(own) {
    const place = part("picture");
    place.hidden = !own;
    part("logo").toggleAttribute("hidden", Boolean(own));
    if (!own) return place.replaceChildren();
    own.image.alt = place.dataset.alt;
    return place.replaceChildren(own.image);
  }
}
