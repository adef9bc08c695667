// The dates of one worksheet as a calendar file.

import { put } from "../shared/answers.js";
import { asCalendar } from "../shared/calendar.js";
import { download } from "../shared/download.js";
import { withGone } from "../shared/exported-dates.js";
import { dueDates, today } from "../shared/due-dates.js";
import { fileName } from "../shared/file-name.js";
import { answersOf } from "../shared/kept-values.js";
import { factsOf } from "../shared/project.js";
import { projectId } from "../shared/project-id.js";
import { scopeOf } from "../shared/scope.js";
import { filled } from "../shared/text.js";

/**
 * @param {HTMLFormElement} form
 * @param {{id: string, title: string, dates: object[]}} sheet see macros/pages/project.py
 * @param {Record<string, string>} words
 * @returns {string} what became of it, in words
 */
export function make(form, sheet, words) {
  // A worksheet's page is two folders below the site's root.
  const scope = scopeOf(new URL("../../", location.href).pathname);
  const dates = withGone(scope, dueDates(sheet, withForm(form, answersOf(scope, sheet.id))), [sheet], Date.now());
  if (!dates.length) return words.none;
  const community = form.elements.community?.value.trim() || factsOf(scope).community;
  const text = asCalendar(dates, {
    uid: projectId(scope),
    name: filled(words.name, { name: community || sheet.title }),
    now: Date.now(),
    words,
    address: () => location.href.replace(/#.*/, ""),
  });
  const file = `${filled(words.file, { name: fileName(community, sheet.id), day: today() })}.ics`;
  download(file, "text/calendar;charset=utf-8", text);
  const gone = dates.filter((date) => date.gone).length;
  const count = dates.length - gone;
  return filled(gone ? words.made_gone : count === 1 ? words.made_one : words.made, { count, gone, file });
}

// What stands in the form counts, also where nothing is kept: then it is as new as can be.
function withForm(form, answers) {
  for (const box of form.querySelectorAll(".field__input[name]")) {
    const row = box.closest("tr[data-row]")?.dataset.row;
    const [table, , column] = box.name.split(".");
    const key = column && row ? `${table}.${row}.${column}` : box.name;
    if ((answers.values.get(key)?.value ?? "") !== box.value) put(answers, "values", key, box.value, Date.now());
  }
  return answers;
}
