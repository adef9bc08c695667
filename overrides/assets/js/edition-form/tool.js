// The form for `edition.yml`: what is typed goes into the settings' text, is checked, and is shown as it will look.

import { filled } from "../shared/text.js";
import { logoChoice } from "./logo-choice.js";
import { folderName, placeOf, programmeOf, withArticle } from "./names.js";
import { output } from "./output.js";
import { preview } from "./preview.js";
import { settingsProblems } from "./settings-check.js";
import { readSettings } from "./settings-text.js";

/** @param {HTMLElement} place what the page has for the form */
export function editionForm(place) {
  const rules = JSON.parse(place.dataset.rules);
  const words = JSON.parse(place.dataset.words);
  const boxes = [...place.querySelectorAll("[data-path]")];
  const picks = [...place.querySelectorAll("[data-pick]")];
  const typed = new Set(); // the paths that somebody filled in: no guess goes over them
  const seen = new Set(); // those whose problems are told at their box
  const logo = logoChoice(place, rules, words, () => changed());
  const show = preview(place, words);
  const out = output(place, words, logo);
  // The text that was begun with. What is in the boxes goes into a fresh copy each time: a line that is emptied and
  // filled in again stands where it stood, with its explanation.
  let source;
  let isChange = false; // an edition that is there already, read from its file

  for (const box of boxes) {
    box.addEventListener("input", () => {
      typed.add(box.dataset.path);
      if (box.dataset.path === "council" || box.dataset.path === "place") guess();
      changed();
    });
    box.addEventListener("change", () => {
      seen.add(box.dataset.path);
      changed();
    });
  }
  for (const pick of picks) pick.addEventListener("input", () => put(pick.dataset.pick, pick.value));
  opening(place, words, open);
  place.querySelector("[data-start-again]").addEventListener("click", () => begin());
  begin();

  function begin() {
    source = rules.blank;
    typed.clear();
    seen.clear();
    isChange = false;
    logo.begin("");
    const { settings } = readSettings(source);
    for (const [path, value] of Object.entries(rules.starts)) settings.put(path, value);
    fill(settings);
  }

  function open(text, settings) {
    source = text;
    typed.clear();
    for (const box of boxes) {
      seen.add(box.dataset.path);
      if (settings.value(box.dataset.path) !== "") typed.add(box.dataset.path);
    }
    isChange = true;
    logo.begin(settings.value("look.logo"));
    fill(settings);
  }

  function fill(settings) {
    for (const box of boxes) {
      const value = settings.value(box.dataset.path);
      if (box.type === "checkbox") box.checked = value === true;
      else box.value = value;
    }
    changed();
  }

  function boxOf(path) {
    return boxes.find((box) => box.dataset.path === path);
  }

  function put(path, value) {
    boxOf(path).value = value;
    typed.add(path);
    seen.add(path);
    changed();
  }

  // What the council's name gives away, as `make edition` guesses it.
  function guess() {
    const { place: named, kind } = placeOf(boxOf("council").value, rules.names);
    offer("place", named);
    const where = boxOf("place").value.trim();
    offer("place_kind", kind);
    offer("place_with_article", withArticle(where, rules.names));
    offer("programme", where && programmeOf(where, rules.guesses.programme));
    const programme = boxOf("programme").value.trim();
    offer("contact.team", programme && filled(rules.guesses.team, { programme }));
  }

  function offer(path, value) {
    if (!typed.has(path)) boxOf(path).value = value;
  }

  function changed() {
    const { settings } = readSettings(source);
    for (const box of boxes) {
      const value = box.type === "checkbox" ? box.checked : box.value.trim();
      settings.put(box.dataset.path, value, box.dataset.kind);
    }
    for (const pick of picks) {
      const { value } = boxOf(pick.dataset.pick);
      if (/^#[0-9a-f]{6}$/i.test(value)) pick.value = value.toLowerCase();
    }
    logo.draw(settings.value("place"), settings.value("look.primary"));
    if (logo.file) settings.put("look.logo", logo.file);
    const { data } = settings;
    const problems = settingsProblems(rules.schema, data).map(atItsBox);
    tellAtBoxes(problems);
    show(data, logo);
    const folder = folderName(settings.value("place")) || "your-council";
    out.show({ settings, data, problems, folder, isChange, labelOf });
  }

  // Where a whole part is missing, its first box says so.
  function atItsBox(problem) {
    const path = problem.path.join(".");
    const first = boxes.find((box) => box.dataset.path.startsWith(`${path}.`));
    return problem.rule === "missing" && first ? { ...problem, path: first.dataset.path.split(".") } : problem;
  }

  function tellAtBoxes(problems) {
    for (const box of boxes) {
      const path = box.dataset.path;
      const line = place.querySelector(`[data-problem="${path}"]`);
      if (!line) continue;
      const problem = seen.has(path) && problems.find(({ path: at }) => at.join(".") === path);
      line.hidden = !problem;
      line.textContent = problem ? said(problem, words) : "";
      if (problem) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
    }
  }

  function labelOf(problem) {
    const path = problem.path.join(".");
    const box = boxOf(path);
    const label = box && place.querySelector(`label[for="${box.id}"]`).firstChild.textContent.trim();
    return { id: box?.id, text: `${label ?? path}: ${said(problem, words)}` };
  }
}

/** @returns {string} what is wrong, in the words of the page */
function said({ path, rule, value, values }, words) {
  const rest = { value: String(value ?? ""), name: path.at(-1), ...values };
  return filled(rule !== "unknown" && value === "" ? words.problems.empty : words.problems[rule], rest);
}

// The part of the page that reads settings which are there already.
function opening(place, words, open) {
  const text = place.querySelector("[data-open-text]");
  const file = place.querySelector("[data-open-file]");
  const line = place.querySelector("[data-open-said]");

  place.querySelector("[data-open]").addEventListener("click", () => read(text.value, "edition.yml"));
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    text.value = await chosen.text();
    read(text.value, chosen.name);
    file.value = "";
  });

  function read(content, name) {
    const { settings, reason, line: at } = readSettings(content);
    const wrong = reason ?? (settings.data.neutral === true ? "neutral" : "");
    if (!wrong) open(content, settings);
    line.textContent = wrong ? filled(words.read_wrong[wrong], { line: at }) : filled(words.read, { file: name });
  }
}
