// Many sheets shown as one: which files, where answers differ, which rows look alike, how scores spread. Out of it come the
// worksheet with all answers, and a spreadsheet with a tab for each partner.

import { button, element } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { filled } from "../shared/text.js";
import { oneSheet } from "./choices.js";
import { differingField, likeRows } from "./differing.js";
import { goTo, handOver } from "./hand-over.js";
import { baseline } from "./survey.js";
import { labelFor } from "./labels.js";
import { asSaved } from "./taking.js";
import { putTogether } from "./together.js";

/**
 * @param {HTMLElement} place
 * @param {{file: File, sheet: object, found: object}[]} results
 * @param {{form?: HTMLFormElement, words: Record<string, string>, root: string, hand: (file: File) => void,
 *   preview: (result: object) => void, close: () => void}} page
 */
export function showTogether(place, results, page) {
  const bySheet = new Map();
  for (const result of results) bySheet.set(result.sheet.id, [...(bySheet.get(result.sheet.id) ?? []), result]);
  const parts = [...bySheet.values()].map((group) => part(named(group), page));
  place.replaceChildren(...parts);
  place.hidden = false;
  place.querySelector("h4").focus();
}

// Each file with the name that stands beside its answers: its own, without the ending.
function named(group) {
  const taken = new Map();
  return group.map((result) => {
    const stem = result.file.name.replace(/\.[^.]*$/, "") || result.file.name;
    const times = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, times);
    return { ...result, from: times > 1 ? `${stem} (${times})` : stem };
  });
}

function part(group, page) {
  const { words } = page;
  const { sheet } = group[0];
  const box = element("section", "bring-in__sheet");
  const title = filled(group.length === 1 ? words.one_file : words.files, { title: sheet.title, count: group.length });
  const head = element("h4", "bring-in__title", title);
  head.tabIndex = -1;
  box.append(head);
  const all = putTogether(group, sheet);
  if (sheet.residents && group.length > 1) box.append(...counts(all, sheet, words));
  else box.append(...whole(group, all, sheet, page));
  return box;
}

function whole(group, all, sheet, page) {
  const { words } = page;
  const chosen = { fields: new Map(), groups: new Map() };
  const parts = [files(group, words)];
  const differing = [...all.fields].filter(([name, answers]) => answers.length > 1 && sheet.askedAt(name));
  if (differing.length) {
    parts.push(element("h5", "bring-in__part", words.differing));
    for (const [name, answers] of differing) parts.push(differingField(name, answers, sheet, words, chosen));
  }
  const isOpen = (id, { rows, same }) => rows.length > 1 && (!same || isScored(sheet.tables.get(id)));
  const alike = [...all.tables].flatMap(([id, groups]) =>
    groups.filter((group) => isOpen(id, group)).map((group) => [id, group]),
  );
  if (alike.length) {
    parts.push(element("h5", "bring-in__part", words.alike));
    for (const [id, group] of alike) parts.push(likeRows(group, sheet.tables.get(id), words, chosen));
  }
  parts.push(buttons(group, all, sheet, chosen, page));
  return parts;
}

function isScored({ columns }) {
  return columns.some(({ kind }) => kind === "scale");
}

function files(group, words) {
  const list = element("ul", "bring-in__files");
  for (const { from, found: results, file } of group) {
    const line = filled(results.count === 1 ? words.one_answer_in : words.answers_in, {
      file: file.name,
      count: results.count,
    });
    const wrong = results.wrong.length ? ` ${filled(words.some_unread, { count: results.wrong.length })}` : "";
    const others = results.others.length ? [`${words.other_words} ${results.others.join("; ")}`] : [];
    const item = element(
      "li",
      "",
      [`${line}${wrong}`, ...results.notes.map((note) => words[note]), ...others].join(" "),
    );
    item.dataset.from = from;
    list.append(item);
  }
  return list;
}

function buttons(group, all, sheet, chosen, { form, words, root, hand, close }) {
  const line = element("p", "bring-in__buttons");
  const sum = () => ({ found: oneSheet(all, sheet, chosen), name: `${sheet.id}.json` });
  const saved = (results) => asSaved(new Map(), results, "replace", sheet);
  line.append(
    button("button", form ? words.into_sheet : words.open_sheet, "", () => {
      const { found: results, name } = sum();
      if (form) {
        hand(new File([saved(results)], name, { type: "application/json" }));
        return close();
      }
      const site = new URL(root, document.baseURI).pathname;
      if (handOver(site, sheet.id, words.together_file, saved(results)))
        goTo(`${root}worksheets/${sheet.id}/#brought-in`, line);
      else {
        download(name, "application/json", saved(results));
        line.append(element("span", "bring-in__line", words.handed_file));
      }
    }),
  );
  for (const kind of ["xlsx", "ods"])
    line.append(
      " ",
      button("tool", words[`as_${kind}`], "", () => asWorkbook(kind)),
    );
  line.append(
    " ",
    button("tool", words.as_json, "", () => download(sum().name, "application/json", saved(sum().found))),
    " ",
    button("tool", words.close, "", close),
  );
  return line;

  async function asWorkbook(kind) {
    const [{ tabsOf }, { KINDS }] = await Promise.all([import("./tabs.js"), import("./workbook.js")]);
    download(
      `${sheet.id}-${words.together_file}.${kind}`,
      KINDS[kind].media,
      KINDS[kind].write(tabsOf(all, group, sheet, words)),
    );
  }
}

// Residents' answers: as counts only, without small numbers, and without a row or tab for anybody.
function counts(all, sheet, words) {
  const parts = [element("p", "", words.survey_help)];
  for (const { name, people, mean, counts: options } of baseline(all, sheet)) {
    parts.push(element("h5", "bring-in__part", labelFor(name, sheet, words)));
    const shown = (number) => (number === undefined ? words.hidden : String(number));
    const list = element("ul");
    list.append(element("li", "", `${words.people}: ${shown(people)}`));
    if (mean !== undefined) list.append(element("li", "", `${words.mean}: ${mean}`));
    for (const { text, count } of options) list.append(element("li", "", `${text}: ${shown(count)}`));
    parts.push(list);
  }
  return parts;
}
