// Files that somebody drops or chooses: read, shown, and taken into the worksheet of the page, or put together.

import { element } from "../shared/dom.js";
import { filled } from "../shared/text.js";
import { answersOf } from "./answers.js";
import { definitionOf } from "./definition.js";
import { goTo, handOver } from "./hand-over.js";
import { rowPlaces } from "./place-rows.js";
import { readFile } from "./read-file.js";
import { sheetFinder } from "./sheets.js";
import { asSaved, standing } from "./taking.js";
import { showPreview } from "./preview.js";
import { Unreadable } from "./unreadable.js";

// An answer under its name beside what is here: see place-rows.js.
function besides(now, results, sheet) {
  const place = rowPlaces(now, results.values, sheet);
  const placed = (all) => [...all].map(([name, value]) => [place(name), value]);
  return {
    ...results,
    values: new Map(placed(results.values)),
    wrong: results.wrong.map((answer) => ({ ...answer, name: place(answer.name) })),
    comments: results.comments && Object.fromEntries(placed(Object.entries(results.comments))),
  };
}

const MOST_FILES = 200;

/**
 * @param {{panel: HTMLElement, form?: HTMLFormElement, words: object, sheets: object[], root: string}} page
 * @returns {{take: (files: File[]) => Promise<void>}}
 */
export function bringIn({ panel, form, words, sheets, root }) {
  const status = panel.querySelector("[data-said]");
  const shown = panel.querySelector("[data-shown]");
  const finder = sheetFinder({ root, words, form, sheets });
  let turn = 0; // what is read last is shown, however long the one before takes

  return { take, showWhole };

  async function take(files) {
    const mine = ++turn;
    close();
    status.textContent = words.reading;
    const results = [];
    for (const file of files.slice(0, MOST_FILES)) {
      results.push(await readOne(file));
      if (turn !== mine) return;
    }
    const wrong = results.filter((result) => result.word);
    const right = results.filter((result) => !result.word);
    const [whole] = right.filter(({ project }) => project);
    const beside = whole ? right.filter((result) => result !== whole).map(({ file }) => file) : []; // it comes alone
    const left = [...beside, ...files.slice(MOST_FILES)].map(({ name }) => name).join(", ");
    say([
      ...wrong.map(({ file, word }) => filled(words[word], { file: file.name })),
      left && filled(words.left_out, { files: left }),
    ]);
    if (!right.length) return;
    if (whole) await showWhole(whole.file.name, whole.project, mine);
    else if (right.length === 1 && form) preview(right[0]);
    else await together(right, mine);
  }

  async function readOne(file) {
    try {
      let content = await readFile(file);
      if (content.project) {
        const { oneOf, projectIn } = await import("./project-in.js");
        if (!form) return { file, project: await projectIn(content, { sheets, fetched: finder.fetched, words }) };
        content = oneOf(content, definitionOf(form, words, words.title_here));
      }
      const sheet = await finder.definitionFor(content);
      if (!sheet) return { file, word: form ? "other_sheet" : "no_sheet" };
      return { file, sheet, found: answersOf(content, sheet, words.prompts) };
    } catch (error) {
      return { file, word: error instanceof Unreadable ? error.word : "failed" };
    }
  }

  function preview({ file, sheet, found: inFile }) {
    const now = standing(form);
    const results = besides(now, inFile, sheet);
    const take = (how) => {
      const text = asSaved(now, how === "replace" ? inFile : results, how, sheet);
      hand(new File([text], file.name, { type: "application/json" }), how !== "replace");
      close();
    };
    const leave = () => {
      close();
      say([words.left]);
    };
    showPreview(shown, { from: file.name, found: results, sheet, now, title: sheet.title, words }, { take, leave });
  }

  // The page of the project takes it; any other hands it on to that page.
  async function showWhole(from, project, mine) {
    const { showProject } = await import("./project-preview.js");
    if (mine !== undefined && turn !== mine) return;
    const site = new URL(root, document.baseURI).pathname;
    const page = document.querySelector("[data-project]");
    const take = (how) => {
      if (page) page.dispatchEvent(new CustomEvent("take-workbook", { detail: { from, project, how } }));
      else if (handOver(site, "project", from, JSON.stringify(project))) goTo(`${root}project/#brought-in`, panel);
      else return say([words.failed]);
      close();
    };
    const leave = () => {
      close();
      say([words.left]);
    };
    showProject(shown, { from, project, site, words, hasTool: Boolean(page) }, { take, leave });
  }

  // The worksheet's own script takes them: see worksheet/tools.js. `keeps`: what has no box here stays.
  function hand(file, keeps = true) {
    form.dispatchEvent(new CustomEvent("take-in", { detail: { file, keeps } }));
  }

  async function together(results, mine) {
    const { showTogether } = await import("./together-view.js");
    if (turn !== mine) return;
    showTogether(shown, [...here(results), ...results], { form, words, root, hand, close });
  }

  // What somebody wrote on this page counts as one sheet more: what comes must not take its place.
  function here(results) {
    const values = standing(form);
    const { sheet } = results.find((result) => result.sheet.id === form?.dataset.worksheet) ?? {};
    if (!sheet || sheet.residents || !values.size) return [];
    const written = { values, wrong: [], unplaced: new Map(), count: values.size, notes: [], others: [] };
    return [{ file: new File([], words.this_page), sheet, found: written }];
  }

  function close() {
    shown.replaceChildren();
    shown.hidden = true;
  }

  function say(lines) {
    status.replaceChildren(...lines.filter(Boolean).map((line) => element("span", "bring-in__line", line)));
  }
}
