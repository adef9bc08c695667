// Files that somebody drops or chooses: read, shown, and taken into the worksheet of the page, or put together.

import { element } from "../shared/dom.js";
import { filled } from "../shared/text.js";
import { answersOf } from "./answers.js";
import { definitionOf } from "./definition.js";
import { goTo, handOver } from "./hand-over.js";
import { readFile } from "./read-file.js";
import { sheetFinder } from "./sheets.js";
import { asSaved, standing } from "./taking.js";
import { showPreview } from "./preview.js";
import { Unreadable } from "./unreadable.js";

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
    say(wrong.map(({ file, word }) => filled(words[word], { file: file.name })));
    if (!right.length) return;
    const [whole] = right.filter(({ project }) => project);
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

  function preview({ file, sheet, found: results }) {
    const now = standing(form);
    const take = (how) => {
      hand(new File([asSaved(now, results, how, sheet)], file.name, { type: "application/json" }));
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

  // The worksheet's own script takes them: see worksheet/tools.js.
  function hand(file) {
    form.dispatchEvent(new CustomEvent("take-in", { detail: { file } }));
  }

  async function together(results, mine) {
    const { showTogether } = await import("./together-view.js");
    if (turn !== mine) return;
    showTogether(shown, results, { form, words, root, hand, close });
  }

  function close() {
    shown.replaceChildren();
    shown.hidden = true;
  }

  function say(lines) {
    status.replaceChildren(...lines.filter(Boolean).map((line) => element("span", "bring-in__line", line)));
  }
}
