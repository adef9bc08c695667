// Draws the pack: what it comes to, its parts in order, the people, the link. Everything is put in as text.

import { element } from "../shared/dom.js";
import { minutesOf, peopleOf } from "./sums.js";

/**
 * The panel that shows the pack.
 * @param {object} tool `address` gives that of the pack, or nothing
 * @returns {{draw: function, focus: function}}
 */
export function panelOf({ form, choice, speak, root, address }) {
  const at = (name) => form.querySelector(`[data-${name}]`);
  const pack = at("pack");
  const bar = at("bar").querySelector("a");

  function draw() {
    const parts = choice.parts();
    for (const box of form.querySelectorAll("[data-tick]")) {
      const covered = choice.covered(box.value);
      box.checked = covered || choice.has(box.value);
      box.disabled = covered;
    }
    for (const group of form.querySelectorAll("[data-group]")) {
      const number = group.querySelectorAll("[data-tick]:checked:enabled").length;
      group.querySelector("[data-count]").textContent = number ? speak.say("chosen", { count: number }) : "";
    }
    pack.querySelector("[data-empty]").hidden = parts.length > 0;
    pack.querySelector("[data-full]").hidden = !parts.length;
    pack.querySelector("[data-sum]").textContent = parts.length ? speak.sum(parts) : "";
    const { untimed } = minutesOf(parts);
    pack.querySelector("[data-untimed]").hidden = !untimed.length;
    fill(
      pack.querySelector("[data-untimed]"),
      untimed.map(({ title, time }) => speak.say("time_of", { title, time })),
    );
    pack
      .querySelector("[data-lines]")
      .replaceChildren(...parts.map((part, number) => line(part, number, parts.length)));
    fill(pack.querySelector("[data-people]"), peopleOf(parts));
    pack.querySelector("[data-sheets]").hidden = !parts.some(({ kind }) => kind === "worksheet");
    pack.querySelector("[data-link]").value = address();
    pack.querySelector("[data-share]").hidden = !address();
    at("bar").hidden = !parts.length;
    bar.textContent = speak.bar(parts);
    bar.href = choice.hash(); // in another tab it opens this pack
  }

  function line(part, number, count) {
    const drawn = at("line").content.firstElementChild.cloneNode(true);
    const name = speak.name(part);
    const link = drawn.querySelector("a");
    link.textContent = name;
    link.href = new URL(part.url, root);
    drawn.querySelector(".pick__meta").textContent =
      part.kind === "step" ? part.time : part.minutes ? speak.say("minutes", { minutes: part.minutes }) : "";
    for (const button of drawn.querySelectorAll("[data-move]")) {
      const by = Number(button.dataset.move);
      button.dataset.id = part.id;
      button.querySelector(".visually-hidden").textContent = speak.say(by < 0 ? "up" : by > 0 ? "down" : "remove", {
        title: name,
      });
      // Not `disabled`: the button that was just pressed would lose the focus.
      if ((by < 0 && !number) || (by > 0 && number === count - 1)) button.setAttribute("aria-disabled", "true");
    }
    return drawn;
  }

  // After the list is drawn anew, the focus goes back to the same button, or to what stands in its place.
  function focus(id, by, number) {
    const buttons = [...pack.querySelectorAll(`[data-move="${by}"]`)];
    (
      buttons.find((candidate) => candidate.dataset.id === id) ??
      buttons[Math.min(number, buttons.length - 1)] ??
      pack
    ).focus();
  }

  // Leads to the pack. The address stays, since it holds the choice.
  bar.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pack.focus({ preventScroll: true });
    pack.scrollIntoView();
  });

  return { draw, focus };
}

/**
 * Makes these texts the items of a list.
 * @param {HTMLElement} list
 * @param {string[]} texts
 */
export function fill(list, texts) {
  list.replaceChildren(...texts.map((text) => element("li", "", text)));
}
