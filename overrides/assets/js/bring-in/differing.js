// Two ways in which partners' sheets differ, each with a choice: answers to one question, and rows that look alike.

import { element } from "../shared/dom.js";
import { filled } from "../shared/text.js";
import { inWords, labelFor } from "./labels.js";
import { rowName } from "./tabs.js";
import { spread } from "./together.js";

let number = 0; // each set of choices has a name of its own

/**
 * @param {string} name
 * @param {import("./together.js").Differing} answers
 * @param {import("./definition.js").Definition} sheet
 * @param {Record<string, string>} words
 * @param {{fields: Map<string, number>}} chosen is kept up to date
 * @returns {HTMLFieldSetElement}
 */
export function differingField(name, answers, sheet, words, chosen) {
  const asked = sheet.askedAt(name);
  const isText = asked.kind === "text" || asked.kind === "long_text";
  const first = asked.kind === "scale" ? spreadOf(answers, words) : isText ? words.keep_all : words.keep_open;
  const ways = answers.map(({ value, from }) => `${inWords(value, words, asked)} (${from.join(", ")})`);
  return choices(labelFor(name, sheet, words), [first, ...ways], (at) => {
    if (at) chosen.fields.set(name, at - 1);
    else chosen.fields.delete(name);
  });
}

function spreadOf(answers, words) {
  return filled(words.spread, spread(answers));
}

/**
 * @param {import("./together.js").Group} group
 * @param {import("./definition.js").TableOf} table
 * @param {Record<string, string>} words
 * @param {{groups: Map<object, string>}} chosen is kept up to date
 * @returns {HTMLFieldSetElement}
 */
export function likeRows(group, table, words, chosen) {
  const ways = group.same ? [words.one_row, words.all_rows] : [words.all_rows, words.one_row];
  const values = group.same ? ["one", "all"] : ["all", "one"];
  const set = choices(`${table.title}: ${rowName(group, table.columns)}`, ways, (at) =>
    chosen.groups.set(group, values[at]),
  );
  const scroll = element("div", "table-scroll");
  scroll.tabIndex = 0;
  scroll.role = "region";
  scroll.ariaLabel = `${table.title}: ${rowName(group, table.columns)}`;
  const drawn = element("table", "bring-in__table");
  const head = element("tr");
  for (const label of [words.from, ...table.columns.map((column) => column.label)]) {
    const cell = element("th", "", label);
    cell.scope = "col";
    head.append(cell);
  }
  const top = element("thead");
  top.append(head);
  const body = element("tbody");
  for (const { from, cells } of group.rows) {
    const line = element("tr");
    const who = element("th", "", from);
    who.scope = "row";
    line.append(who, ...table.columns.map((column) => element("td", "", inWords(cells.get(column.id), words, column))));
    body.append(line);
  }
  drawn.append(top, body);
  scroll.append(drawn);
  set.append(scroll);
  const scored = table.columns.filter(({ id, kind }) => kind === "scale" && group.columns.has(id));
  for (const { id, label } of scored)
    set.append(element("p", "", `${label}: ${spreadOf(group.columns.get(id), words)}`));
  return set;
}

function choices(title, ways, choose) {
  const set = element("fieldset", "bring-in__ways");
  set.append(element("legend", "", title));
  number += 1;
  for (const [at, way] of ways.entries()) {
    const label = element("label", "bring-in__way");
    const radio = element("input");
    Object.assign(radio, { type: "radio", name: `bring-in-${number}`, checked: at === 0 });
    radio.addEventListener("change", () => choose(at));
    label.append(radio, ` ${way}`);
    set.append(label);
  }
  return set;
}
