// Where each sheet stands, beside its link: its state, who wrote in it, and a button that says that it is checked.

import { button, element, screenOnly } from "../shared/dom.js";
import { writers } from "./state.js";

/** @param {object} page what page.js knows: `known` are the sheets with their answers and states */
export function drawSheets({ known, roles, say, count, mark }) {
  for (const { sheet, answers, state, changed, since, checked } of known) {
    const place = document.querySelector(`[data-sheet="${sheet.id}"]`);
    if (!place) continue;
    place.querySelector(".project__state")?.remove();
    place.dataset.state = state;
    const line = screenOnly("div", "project__state");
    line.append(element("span", `project__mark project__mark--${state}`, say(`state_${state}`)));
    if (state !== "none") {
      line.append(element("span", "project__who", whoWrote(answers)));
      if (since) line.append(element("span", "project__since", say("since", { day: dayOf(checked.at) })));
      if (state === "checked")
        line.append(
          element(
            "span",
            "project__who",
            say(checked.role ? "checked_by" : "checked_on", { role: checked.role, day: dayOf(checked.at) }),
          ),
        );
      const isChecked = state === "checked";
      line.append(
        button(
          "tool project__check",
          say(isChecked ? "uncheck" : "check"),
          say("of_sheet", { sheet: sheet.title }),
          () => mark(sheet.id, !isChecked, changed),
        ),
      );
    }
    place.append(line);
    place.dataset.changed = String(changed);
  }

  function whoWrote(answers) {
    return writers(answers, roles)
      .map(({ role, count: number, last }) =>
        say(role ? "wrote" : "wrote_nobody", { role, count: count(number, "answer"), day: dayOf(last) }),
      )
      .join("; ");
  }
}

let written; // made once: it takes longer to make than to use a hundred times

function dayOf(time) {
  written ??= new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  return written.format(new Date(time));
}
