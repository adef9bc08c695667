// Asks about an answer that its kind of field cannot be, such as "a lot" for an amount, in the place where it was typed.
// The answer stays as it is: it is kept, saved and printed like any other. `announce(word)` tells it to who listens.

import { element } from "../shared/dom.js";
import { boxes, fill, kindOf, tidied, valueOf, wrongIn } from "./boxes.js";

let asked = 0; // for ids: those of boxes change with their row

export function askAbout(form, words, announce) {
  const look = (box) => show(box, words[wrongIn(box)]);
  form.addEventListener("change", ({ target }) => {
    if (!target.name || target.readOnly || kindOf(target) === "date") return; // a year is typed digit by digit
    look(target);
    if (wrongIn(target)) return announce(wrongIn(target));
    const best = tidied(target);
    if (best === valueOf(target)) return;
    fill(target, best);
    target.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // A day is looked at when it is left. One that cannot be, such as 31 February, changes nothing for the browser.
  form.addEventListener("focusout", ({ target }) => {
    if (kindOf(target) !== "date" || !target.name) return;
    look(target);
    if (wrongIn(target)) announce(wrongIn(target));
  });
  // Nobody is told while they are still typing, but what they have put right is right at once.
  form.addEventListener("input", ({ target }) => target.name && target.hasAttribute("aria-invalid") && look(target));
  form.addEventListener("answers", () => boxes(form).forEach(look));
}

function show(box, text) {
  const shown = box.parentElement.querySelector(":scope > .field__problem");
  if (!text) {
    if (!shown) return;
    describe(box, (ids) => ids.filter((id) => id !== shown.id));
    box.removeAttribute("aria-invalid");
    shown.remove();
  } else if (shown) shown.textContent = text;
  else {
    const problem = element("span", "field__problem", text);
    asked += 1;
    problem.id = `problem-${asked}`;
    box.setAttribute("aria-invalid", "true");
    describe(box, (ids) => [...ids, problem.id]);
    box.after(problem);
  }
}

// The help of a column may describe the box too.
function describe(box, change) {
  const ids = change((box.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length) box.setAttribute("aria-describedby", ids.join(" "));
  else box.removeAttribute("aria-describedby");
}
