// A box cuts off what does not fit into it. On paper each answer stands as text instead, however long it is.

import { element } from "../shared/dom.js";
import { boxes, kindOf, valueOf, wordsOf } from "./boxes.js";

export function onPaper(form, example) {
  const shown = () => document.body.classList.toggle("prints-example", example.checked);
  example.addEventListener("change", shown);
  addEventListener("beforeprint", () => {
    clear(form);
    shown();
    for (const box of boxes(form)) {
      // Some browsers print the pattern of a date into an empty box.
      const isEmptyDate = kindOf(box) === "date" && !valueOf(box);
      if (isEmptyDate || (kindOf(box) !== "tick" && valueOf(box)))
        box.before(element("span", `field__printed${isEmptyDate ? " field__printed--empty" : ""}`, wordsOf(box)));
    }
  });
  addEventListener("afterprint", () => clear(form));
}

function clear(form) {
  for (const printed of form.querySelectorAll(".field__printed")) printed.remove();
}
