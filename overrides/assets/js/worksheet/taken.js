// Remembers which answers were taken from another sheet, and says where that one has changed since. It is kept where the
// answers are: on this device if they are, else in this tab.

import { button, element, screenOnly } from "../shared/dom.js";
import { boxes, fill, keyOf, valueOf } from "./boxes.js";
import { parted } from "./offers.js";

/**
 * @param {{sheet: object, scope: string, keep: object, offers: object, say: function}} page
 * @returns {{add: (key: string, from: string, value: string) => void, show: () => void}}
 */
export function openTaken({ sheet, scope, keep, offers, say }) {
  const { form } = sheet;
  const name = `taken:${scope}:${offers.own}`;
  const all = read();
  form.addEventListener("answers", show);
  form.addEventListener("input", ({ target }) => all[keyOf(target)] && show());
  for (const kind of ["storage", "pageshow"]) addEventListener(kind, show);
  return { add, show };

  // `isPart`: it is one line of what stands there.
  function add(key, from, value, isPart = false) {
    all[key] = { from, value, had: value, ...(isPart && { part: value }) };
    write();
  }

  // What stands there today. Of a text of which one line was taken, that line, as long as it is in it.
  function today({ from, had, part }) {
    const now = offers.valueOf(from);
    return part === undefined ? now : now.includes(part) ? had : "";
  }

  function show() {
    for (const old of form.querySelectorAll(".field__since")) old.remove();
    if (!sheet.answered().length && Object.keys(all).length) {
      for (const key of Object.keys(all)) delete all[key];
      return write();
    }
    for (const box of boxes(form)) {
      const taken = all[keyOf(box)];
      if (!taken || valueOf(box) !== taken.value) continue; // the reader wrote something else since
      const now = today(taken);
      if (now !== taken.had) tell(box, taken, now);
    }
  }

  function tell(box, taken, now) {
    const [from] = parted(taken.from);
    const place = screenOnly("div", "field__since");
    const link = element("a", "", from === offers.own ? say("offers_own") : offers.titles[from]);
    if (from !== offers.own) link.href = `../${from}/`;
    place.append(link, ` ${now ? say("since_says", { value: now }) : say("since_gone")} `);
    const keepMine = () => {
      taken.had = now;
      write();
      place.remove();
      box.focus();
    };
    if (now)
      place.append(
        button("tool", say("since_use"), "", () => {
          fill(box, now);
          taken.value = now;
          keepMine();
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }),
      );
    place.append(button("tool", say("since_keep"), "", keepMine));
    box.after(place);
  }

  function read() {
    for (const area of [() => localStorage, () => sessionStorage]) {
      try {
        const data = JSON.parse(area().getItem(name));
        if (data && typeof data === "object") return data;
      } catch {
        // blocked or damaged: nothing is told, and nothing is lost
      }
    }
    return {};
  }

  function write() {
    const empty = !Object.keys(all).length;
    try {
      const [area, other] = keep.isOn() ? [localStorage, sessionStorage] : [sessionStorage, localStorage];
      if (empty) area.removeItem(name);
      else area.setItem(name, JSON.stringify(all));
      other.removeItem(name);
    } catch {
      // blocked or full: the answers themselves are safe
    }
  }
}
