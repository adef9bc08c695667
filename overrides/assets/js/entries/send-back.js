// Whose sheet it is and who wants it back: on a worksheet's page, above the form and in a panel. Without this the page has
// neither. The words come from the page: see views/send-back/.

import { ownNamePanel } from "../send-back/own-name.js";
import { read } from "../send-back/carried-text.js";
import { showBanner } from "../send-back/banner.js";
import { linkMaker } from "../send-back/link.js";

const panel = document.querySelector("[data-send-back]");
const form = document.querySelector("form[data-worksheet]");
if (panel && form) start();

function start() {
  const words = JSON.parse(panel.dataset.words);
  const banner = document.querySelector("[data-asked]");
  ownNamePanel(panel, document.querySelector("[data-whose]"), words);
  linkMaker(panel, words);
  arrive();
  addEventListener("hashchange", arrive);
  panel.hidden = false;

  function arrive() {
    const came = read(location.hash);
    if (came) showBanner(banner, form, came, words);
  }
}
