// Lists what this browser keeps of the site, on the device and in this tab, and removes it, one or all. Without this the
// page says where things are kept.

import { button, element } from "../shared/dom.js";
import { keptIn } from "../kept/list.js";
import { factsOf } from "../shared/project.js";
import { teller } from "../shared/messages.js";

const place = document.querySelector("[data-kept-list]");
const AREAS = { device: () => localStorage, tab: () => sessionStorage };
if (place) start();

function start() {
  const words = JSON.parse(place.dataset.words);
  const sheets = JSON.parse(place.dataset.sheets);
  const language = document.documentElement.lang;
  const root = new URL(place.dataset.root, document.baseURI).pathname;
  const all = place.querySelector("[data-all]");
  const { tell, say } = teller(place.querySelector("[data-told]"), words, all);

  all.addEventListener("click", () => {
    remove(Object.keys(AREAS).flatMap((area) => read(area).map((kept) => ({ ...kept, area }))));
  });
  addEventListener("storage", draw);
  addEventListener("pageshow", draw);
  for (const other of document.querySelectorAll("[data-without-tools]")) other.hidden = true;
  place.hidden = false;
  draw();

  function read(area) {
    try {
      return keptIn(AREAS[area](), root);
    } catch {
      return []; // a browser that keeps nothing
    }
  }

  function draw() {
    let count = 0;
    for (const area of Object.keys(AREAS)) {
      const entries = read(area);
      count += entries.length;
      place.querySelector(`[data-none="${area}"]`).hidden = entries.length > 0;
      place.querySelector(`[data-some="${area}"]`).hidden = !entries.length;
      place.querySelector(`[data-rows="${area}"]`).replaceChildren(...entries.map((kept) => row({ ...kept, area })));
    }
    all.disabled = !count;
  }

  function row(kept) {
    const line = element("tr");
    const head = element("th");
    head.scope = "row";
    const [, url] = sheets[kept.sheet] ?? [];
    const link = element(url ? "a" : "span", "", nameOf(kept));
    if (url) link.href = new URL(url, document.baseURI).href;
    head.append(link);
    if (kept.isDamaged) head.append(element("span", "kept__damaged", ` ${words.damaged}`));
    const size = element("td", "", say("kilobytes", { size: (kept.bytes / 1000).toFixed(1) }));
    const day = element(
      "td",
      "",
      kept.day ? new Date(kept.day).toLocaleDateString(language, { dateStyle: "long" }) : "",
    );
    const last = element("td");
    last.append(button("tool", words.remove, `(${nameOf(kept)})`, () => remove([kept])));
    line.append(head, size, day, last);
    return line;
  }

  // With its project, where that is not the first.
  function nameOf({ sheet, key }) {
    const title = sheets[sheet]?.[0] ?? sheet;
    const [, scope] = /^[a-z-]+:(\/[^:]*#[^:]*)/.exec(key) ?? [];
    return scope ? say("of_project", { title, project: factsOf(scope).community || words.unnamed }) : title;
  }

  function remove(gone) {
    for (const { area, key } of gone) AREAS[area]().removeItem(key);
    draw();
    const what = gone.length === 1 ? nameOf(gone[0]) : say("sheets", { count: gone.length });
    tell("removed", { what }, () => {
      try {
        for (const { area, key, text } of gone)
          if (AREAS[area]().getItem(key) === null) AREAS[area]().setItem(key, text);
        tell("removed_back", { what });
      } catch {
        tell("full");
      }
      draw();
    });
  }
}
