// What a file holds, shown before it is taken: each answer beside what stands on the page, and what could not be read.

import { button, element } from "../shared/dom.js";
import { filled } from "../shared/text.js";
import { inWords, labelFor } from "./labels.js";

const MANY = 400; // answers that are listed; more are taken, but not shown one by one

/**
 * @param {HTMLElement} place
 * @param {{from: string, found: import("./answers.js").Found, sheet: import("./definition.js").Definition,
 *   now: Map<string, string | boolean>, title: string, words: Record<string, string>}} shown
 * @param {{take: (how: "both" | "empty" | "replace") => void, leave: () => void}} done
 */
export function showPreview(place, { from, found: results, sheet, now, title, words }, { take, leave }) {
  const head = element("h4", "bring-in__title", filled(words.found, { file: from, title }));
  head.tabIndex = -1;
  const parts = [head, element("p", "", summary(results, now, words))];
  for (const note of results.notes) parts.push(element("p", "bring-in__problems", words[note]));
  if (results.wrong.length) parts.push(problems(results.wrong, sheet, words));
  const strays = [...results.unplaced].map(([name, value]) => `${name}: ${inWords(value, words)}`);
  if (strays.length) parts.push(listed(words.no_place, strays));
  if (results.others.length) parts.push(listed(words.other_words, results.others));
  if (results.values.size) parts.push(table(results, sheet, now, words));
  const ways = now.size && results.values.size ? choices(words) : undefined;
  if (ways) parts.push(ways);
  const line = element("p", "bring-in__buttons");
  if (results.count)
    line.append(button("button", words.take, "", () => take(ways?.querySelector(":checked").value ?? "replace")));
  line.append(" ", button("tool", results.count ? words.leave : words.close, "", leave));
  parts.push(line);
  place.replaceChildren(...parts);
  place.hidden = false;
  head.focus();
}

function summary(results, now, words) {
  if (!results.count) return words.nothing;
  const differing = [...results.values].filter(([name, value]) => now.has(name) && now.get(name) !== value).length;
  const first = filled(results.count === 1 ? words.one_answer : words.answers, { count: results.count });
  if (!differing) return first;
  return `${first} ${filled(differing === 1 ? words.one_differs : words.differ, { count: differing })}`;
}

function problems(wrong, sheet, words) {
  const box = element("div", "bring-in__problems");
  box.append(element("p", "bring-in__part", words.unread));
  const list = element("ul");
  for (const { name, value, why } of wrong)
    list.append(element("li", "", `${labelFor(name, sheet, words)}: “${value}”. ${words[why]}`));
  box.append(list);
  return box;
}

function listed(title, lines) {
  const box = element("div", "bring-in__problems");
  box.append(element("p", "bring-in__part", title));
  const list = element("ul");
  for (const line of lines.slice(0, MANY)) list.append(element("li", "", line));
  box.append(list);
  return box;
}

function table(results, sheet, now, words) {
  const scroll = element("div", "table-scroll");
  scroll.tabIndex = 0;
  scroll.role = "region";
  scroll.ariaLabel = words.list;
  const drawn = element("table", "bring-in__table");
  const heads = now.size ? [words.question, words.in_file, words.here] : [words.question, words.in_file];
  drawn.append(
    row(
      heads.map((text) => headed(text, "col")),
      "thead",
    ),
  );
  const body = element("tbody");
  for (const [name, value] of [...results.values].slice(0, MANY)) {
    const shown = (answer) => inWords(answer, words, sheet.askedAt(name));
    const cells = [headed(labelFor(name, sheet, words), "row"), element("td", "", shown(value))];
    if (now.size) cells.push(element("td", "", now.get(name) === value ? words.same : shown(now.get(name))));
    const line = row(cells);
    line.classList.toggle("bring-in__differs", now.has(name) && now.get(name) !== value);
    body.append(line);
  }
  drawn.append(body);
  scroll.append(drawn);
  return scroll;
}

/** A heading of a table; `scope` is "col" or "row". */
export function headed(text, scope) {
  const head = element("th", "", text);
  head.scope = scope;
  return head;
}

/** A row of a table; in a part of its own where `inside` names one. */
export function row(cells, inside) {
  const line = element("tr");
  line.append(...cells);
  if (!inside) return line;
  const part = element(inside);
  part.append(line);
  return part;
}

/** Whose answer counts where there are two. */
export function choices(words) {
  const set = element("fieldset", "bring-in__ways");
  set.append(element("legend", "", words.how));
  for (const [at, way] of ["both", "empty", "replace"].entries()) {
    const label = element("label", "bring-in__way");
    const radio = element("input");
    Object.assign(radio, { type: "radio", name: "bring-in-way", value: way, checked: at === 0 });
    label.append(radio, ` ${words[`how_${way}`]}`);
    set.append(label);
  }
  return set;
}
