// A whole project in this browser's storage: everything under its names is read, put in its place, or taken away.

import { merge } from "../shared/answers.js";
import { commentsKey, mergeComments, readComments } from "../shared/comments.js";
import { factsOf } from "../shared/project.js";
import { asStored, readAnswers } from "../shared/storage.js";
import { mergedFacts } from "./merged-facts.js";
import { takenBack } from "./take-back.js";

const SHEET = "worksheet";
const TAKEN = "taken";
const PAPER = "paper";
const COMMENTS = "comments";

/**
 * Everything of a project, the newest of what the device keeps and what this tab has drafted.
 * @param {string} scope see shared/project.js
 * @returns {import("../shared/project-file.js").Project}
 */
export function readProject(scope) {
  const facts = factsOf(scope);
  const project = { facts, sheets: {}, taken: {}, papers: {}, comments: {}, unreadable: {}, carried: facts.carried };
  for (const [key, text] of everything(scope)) {
    const [kind, id] = partsOf(key, scope);
    if (kind === PAPER || kind === TAKEN) {
      take(kind === PAPER ? project.papers : project.taken, id, text); // the tab's, which is newer, comes last
      continue;
    }
    if (kind === COMMENTS) {
      project.comments[id] = readComments(text);
      continue;
    }
    const { found: state, answers } = readAnswers(text);
    if (id.endsWith(":damaged") || state === "damaged") {
      if (kind === SHEET || kind === "checklists") project.unreadable[`${kind}-${id || "all"}`] = text;
    } else if (kind === SHEET) project.sheets[id] = newest(project.sheets[id], answers, text);
    else if (kind === "checklists") project.ticks = newest(project.ticks, answers, text);
  }
  return project;
}

/**
 * Puts a project into the storage, sheet by sheet on top of what is there: of two answers the newer one stays.
 * @param {string} scope
 * @param {import("../shared/project-file.js").Project} project
 * @returns {{wrong?: "full", undo: () => void}} where there is no room, nothing is changed
 */
export function writeProject(scope, project) {
  const there = readProject(scope);
  const entries = [
    ...Object.entries(project.sheets).map(([id, sheet]) => [
      `${SHEET}:${scope}:${id}`,
      joined(there.sheets[id], sheet),
    ]),
    ...Object.entries(project.taken).map(([id, taken]) => [`${TAKEN}:${scope}:${id}`, JSON.stringify(taken)]),
    ...Object.entries(project.comments).map(([id, comments]) => [
      commentsKey(scope, id),
      JSON.stringify(mergeComments(there.comments[id] ?? {}, comments)),
    ]),
    ...Object.entries(project.papers).map(([id, gaps]) => [`${PAPER}:${scope}:${id}`, JSON.stringify(gaps)]),
    ...Object.entries(project.unreadable).map(([id, text]) => [`${SHEET}:${scope}:${id}:damaged`, text]),
  ];
  if (project.ticks) entries.push([`checklists:${scope}`, joined(there.ticks, project.ticks)]);
  const facts = {
    ...mergedFacts(there.facts, project.facts, Date.now()),
    format: 1,
    carried: { ...there.carried, ...project.carried },
  };
  entries.push([`project:${scope}`, JSON.stringify(facts)]);
  const before = entries.map(([key]) => [key, localStorage.getItem(key)]);
  try {
    put(entries);
  } catch {
    put(before);
    return { wrong: "full", undo() {} };
  }
  return {
    undo() {
      put(before.map(([key, text], at) => [key, back(key, text, entries[at][1])]));
    },
  };

  function back(key, text, brought) {
    const isSheet = [SHEET, "checklists"].includes(partsOf(key, scope)[0]);
    return isSheet ? takenBack(text, brought, localStorage.getItem(key)) : text;
  }
}

/** @param {string} scope @returns {() => void} how to have all of it back */
export function removeProject(scope) {
  const gone = [localStorage, sessionStorage].map((area) => [area, everything(scope, [area])]);
  for (const [area, entries] of gone) for (const [key] of entries) area.removeItem(key);
  return () => {
    for (const [area, entries] of gone) for (const [key, text] of entries) area.setItem(key, text);
  };
}

function put(entries) {
  for (const [key, text] of entries) {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  }
}

function everything(scope, areas = [localStorage, sessionStorage]) {
  return areas.flatMap((area) =>
    Array.from({ length: area.length }, (_, at) => area.key(at))
      .filter((key) => partsOf(key, scope))
      .sort()
      .map((key) => [key, area.getItem(key)]),
  );
}

// "worksheet:/guide/#p2:partner-map" -> ["worksheet", "partner-map"]; nothing where it is another project's.
function partsOf(key, scope) {
  const at = key.indexOf(":");
  const kind = key.slice(0, at);
  const rest = key.slice(at + 1);
  if (rest === scope) return [kind, ""];
  return rest.startsWith(`${scope}:`) ? [kind, rest.slice(scope.length + 1)] : undefined;
}

function newest(before, answers, text) {
  if (!answers || !before) return JSON.parse(text); // of a newer version: as it is
  return JSON.parse(joined(before, JSON.parse(text)));
}

function joined(mine, theirs) {
  const [ours, others] = [mine, theirs].map((data) => readAnswers(JSON.stringify(data ?? null)).answers);
  if (!ours || !others) return JSON.stringify(theirs);
  merge(ours, others);
  return asStored(ours);
}

function take(into, id, text) {
  try {
    into[id] = JSON.parse(text);
  } catch {
    // nobody's answers: where some came from, or the gaps of a paper that the tab could not write whole
  }
}
