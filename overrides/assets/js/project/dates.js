// What is due, in the order of the days; what has passed stands folded up.

import { element } from "../shared/dom.js";
import { dueDates, inOrder, today } from "../shared/due-dates.js";

const FIRST = 8; // those that come first stand open

/**
 * Every date of these sheets.
 * @param {{sheet: object, answers: object}[]} known
 * @returns {import("../shared/due-dates.js").Due[]} in the order of the days
 */
export function datesOf(known) {
  return known.flatMap(({ sheet, answers }) => dueDates(sheet, answers)).sort(inOrder);
}

/**
 * @param {object} page the `place` to draw in, the `known` sheets, the `holidays` by day, `say`, and whether any date
 *   `isOut` in a calendar, which can be called off there
 */
export function drawDates({ place, known, holidays, say, isOut }) {
  const all = datesOf(known);
  const now = today();
  const addresses = new Map();
  const coming = all.filter(({ day }) => day >= now);
  const past = all.filter(({ day }) => day < now).reverse();
  place.querySelector("[data-no-dates]").hidden = all.length > 0;
  place.querySelector("[data-dates]").hidden = !all.length && !isOut;
  place.querySelector("[data-past-part]").hidden = !past.length;
  place.querySelector("[data-later-part]").hidden = coming.length <= FIRST;
  place.querySelector("[data-coming]").replaceChildren(...coming.slice(0, FIRST).map(line));
  folded("later", coming.slice(FIRST));
  folded("past", past);

  // What is folded up is drawn when somebody unfolds it: a full project has thousands of dates.
  function folded(name, dates) {
    const part = place.querySelector(`[data-${name}-part]`);
    const fill = () => place.querySelector(`[data-${name}]`).replaceChildren(...(part.open ? dates.map(line) : []));
    part.ontoggle = fill;
    fill();
  }

  function addressOf(sheet) {
    if (!addresses.has(sheet)) addresses.set(sheet, document.querySelector(`[data-sheet="${sheet}"] a`)?.href ?? "");
    return addresses.get(sheet);
  }

  function line(date) {
    const item = element("li", "project__date");
    const day = element("time", "project__day", inWords(date.day));
    day.dateTime = date.day;
    const what = element("span", "project__what", [date.label, date.name].filter(Boolean).join(": "));
    const link = element("a", "project__from", say("date_from", { sheet: date.title }));
    link.href = addressOf(date.sheet);
    item.append(day, " ", what, " ", link);
    if (holidays[date.day])
      item.append(" ", element("strong", "project__holiday", say("holiday", { name: holidays[date.day] })));
    return item;
  }
}

let written; // made once: it takes longer to make than to use a hundred times

function inWords(day) {
  written ??= new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return written.format(new Date(`${day}T00:00:00Z`));
}
