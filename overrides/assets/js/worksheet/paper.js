// A box cuts off what does not fit into it. On paper each answer stands as text instead, however long it is.

import { element } from "../shared/dom.js";
import { boxes, valueOf, wordsOf } from "./boxes.js";

export function onPaper(form) {
  addEventListener("beforeprint", () => {
    clear(form);
    for (const box of boxes(form))
      if (box.type !== "checkbox" && valueOf(box)) box.before(element("span", "field__printed", wordsOf(box)));
  });
  addEventListener("afterprint", () => clear(form));
}

function clear(form) {
  for (const printed of form.querySelectorAll(".field__printed")) printed.remove();
}
