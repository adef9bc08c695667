// The page of a project: draws what is kept, and lets the reader name it, switch between projects and mark sheets.

import { exportedDates } from "../shared/exported-dates.js";
import { teller } from "../shared/messages.js";
import { answersOf } from "../shared/kept-values.js";
import { loadAgain } from "../shared/leaving.js";
import { factsOf, keepFacts, keepList } from "../shared/project.js";
import { listOf, scopeFor, scopeOf } from "../shared/scope.js";
import { drawDates } from "./dates.js";
import { drawSheets } from "./sheets.js";
import { allAnswers, nextOf, stateOf } from "./state.js";

/** @param {HTMLElement} place the element that brings words and sheets: see views/project/project.html */
export function openPage(place) {
  const words = JSON.parse(place.dataset.words);
  const sheets = JSON.parse(place.dataset.sheets);
  const root = new URL(place.dataset.root, document.baseURI).pathname;
  const site = root.endsWith("/") ? root : `${root}/`;
  const files = document.querySelector("[data-project-files]");
  const workbook = document.querySelector("[data-project-workbook]");
  const bringIn = document.querySelector("[data-bring-in]");
  const assets = document.querySelector("[data-assets-out]");
  const picker = files.querySelector("[data-picker]");
  const form = place.querySelector("[data-facts]");
  const chooser = place.querySelector("[data-switch]");
  const { tell, say } = teller(document.querySelector("[data-told]"), words, form.elements.community);
  const page = { place, files, picker, words, sheets, site, tell, say, draw, nameOf, read, count, workbook };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => name(target));
  chooser.addEventListener("change", () => {
    keepList(site, { ...listOf(site), current: chooser.value });
    loadAgain(); // the bars of the checklists, too, are another project's now
  });
  const parts = [place, files, workbook, assets].filter(Boolean);
  for (const part of parts) part.addEventListener("click", pressed);
  picker.addEventListener("change", async () => {
    const [file] = picker.files;
    if (file && /\.json$/i.test(file.name)) await act("take", file);
    else if (file) bringIn?.dispatchEvent(new CustomEvent("bring-in", { detail: { files: [file] } })); // see bring-in/
    picker.value = ""; // so that the same file can be chosen again
  });
  place.addEventListener("load-file", ({ detail }) => act("take", detail.file));
  place.addEventListener("take-workbook", ({ detail }) => act("take_workbook", detail));
  addEventListener("storage", draw);
  addEventListener("pageshow", ({ persisted }) => persisted && draw()); // else it has just been drawn
  for (const without of document.querySelectorAll("[data-without-tools]")) without.hidden = true;
  for (const part of [...parts, document.querySelector("[data-told]")]) part.hidden = false;
  draw();

  function pressed({ target }) {
    const asked = target.closest("[data-do]")?.dataset.do;
    if (asked === "load") picker.click();
    else if (asked) act(asked);
  }

  async function act(asked, file) {
    try {
      const { actions } = await import("./actions.js");
      await actions(page)[asked](file);
    } catch {
      tell("failed");
    }
  }

  // The community and the role. Each change of the role is a day from which on another writes.
  function name({ name: fact, value }) {
    const scope = scopeOf(site);
    const facts = factsOf(scope);
    facts[fact] = value.trim();
    if (fact === "role" && value.trim()) facts.roles = [...roles(facts), { role: value.trim(), from: Date.now() }];
    if (!keepFacts(scope, facts)) tell("full");
    draw();
  }

  function mark(sheet, isChecked, changed) {
    const scope = scopeOf(site);
    const facts = factsOf(scope);
    if (isChecked) facts.checked[sheet] = { at: Math.max(Date.now(), changed), role: facts.role };
    else delete facts.checked[sheet];
    if (!keepFacts(scope, facts)) tell("full");
    draw();
    document.querySelector(`[data-sheet="${sheet}"] button`)?.focus();
  }

  // What is known of every sheet of the project at hand.
  function read() {
    const scope = scopeOf(site);
    const facts = factsOf(scope);
    const known = sheets.map((sheet) => {
      const answers = allAnswers((id) => answersOf(scope, id), sheet);
      return { sheet, answers, checked: facts.checked[sheet.id], ...stateOf(sheet, answers, facts.checked[sheet.id]) };
    });
    return { scope, facts, roles: roles(facts), known };
  }

  function draw() {
    const { scope, facts, roles: who, known } = read();
    page.known = known; // as it stands on the page: what is written in another tab is drawn here too
    for (const fact of ["community", "role"])
      if (document.activeElement !== form.elements[fact]) form.elements[fact].value = facts[fact];
    drawChooser();
    drawSheets({ known, scope, roles: who, say, count, mark });
    const isOut = Object.values(exportedDates(scope)).some(([, , gone]) => !gone);
    drawDates({ place, known, holidays: JSON.parse(place.dataset.holidays), say, isOut });
    drawNext(nextOf(sheets, new Map(known.map((entry) => [entry.sheet.id, entry]))));
    const only = known.filter((entry) => entry.state !== "none" && isInTabOnly(scope, entry.sheet)).length;
    place.querySelector("[data-unkept]").hidden = !only;
    place.querySelector("[data-unkept-text]").textContent = say("unkept", { count: count(only, "sheet") });
  }

  function drawChooser() {
    const { current, ids } = listOf(site);
    place.querySelector("[data-which]").hidden = ids.length < 2;
    chooser.replaceChildren(...ids.map((id) => new Option(nameOf(id), id, false, id === current)));
  }

  function drawNext(next) {
    const link = place.querySelector("[data-next-link]");
    const word = next ? (next.begun ? "next_begun" : "next_begin") : "next_all";
    place.querySelector("[data-next-text]").textContent = say(word, { sheet: next?.sheet.title });
    link.hidden = !next;
    if (!next) return;
    link.textContent = say(`${word}_link`, { sheet: next.sheet.title });
    link.href = document.querySelector(`[data-sheet="${next.sheet.id}"] a`).href;
  }

  function nameOf(id) {
    const { community } = factsOf(scopeFor(site, id));
    if (community) return community;
    return id ? say("unnamed") : say("first");
  }

  function count(number, what) {
    return say(number === 1 ? `one_${what}` : `${what}s`, { count: number });
  }
}

/** @param {string} scope @param {{id: string}} sheet @returns {boolean} whether the device does not keep it */
export function isInTabOnly(scope, { id }) {
  const key = `worksheet:${scope}:${id}`;
  try {
    return localStorage.getItem(key) === null && sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function roles({ roles: list, role }) {
  const known = Array.isArray(list)
    ? list.filter((person) => typeof person?.role === "string" && Number.isFinite(person.from))
    : [];
  return known.length || !role ? known : [{ role, from: 0 }];
}
