// What the buttons of the page do. It is fetched when the first is pressed.

import { isBlank } from "../shared/answers.js";
import { asCalendar } from "../shared/calendar.js";
import { readComments } from "../shared/comments.js";
import { download } from "../shared/download.js";
import { withGone } from "../shared/exported-dates.js";
import { answersOf } from "../shared/kept-values.js";
import { loadAgain } from "../shared/leaving.js";
import { factsOf, keepList } from "../shared/project.js";
import { listOf, scopeFor, scopeOf } from "../shared/scope.js";
import { asProjectFile, readProjectFile, sheetAsKept } from "../shared/project-file.js";
import { projectId } from "../shared/project-id.js";
import { today } from "../shared/due-dates.js";
import { fileName } from "../shared/file-name.js";
import { datesOf } from "./dates.js";
import { allAnswers } from "./state.js";
import { readProject, removeProject, writeProject } from "./store.js";

const NOTHING = { facts: {}, sheets: {}, taken: {}, papers: {}, comments: {}, unreadable: {}, carried: {} };
const LARGEST = 20_000_000; // bytes of a file to load: a full project has about a tenth

/** @param {object} page see page.js @returns {Object<string, (file?: File) => void>} by the name of the button */
export function actions(page) {
  const { place, site, sheets, tell, say, draw, nameOf, read, count, workbook } = page;
  const scope = scopeOf(site);
  const named = () => fileName(factsOf(scope).community, place.dataset.edition);

  return {
    save() {
      projectId(scope); // so that the file, loaded twice, is one project
      const file = `${say("file", { name: named(), day: today() })}.json`;
      const about = { saved: new Date().toISOString(), toolkit: place.dataset.toolkit, edition: place.dataset.edition };
      download(file, "application/json", asProjectFile(readProject(scope), about));
      tell("saved", { file });
    },
    calendar() {
      const dates = withGone(scope, datesOf(read().known), sheets, Date.now());
      const file = `${say("calendar_file", { name: named() })}.ics`;
      const text = asCalendar(dates, {
        uid: projectId(scope),
        name: say("calendar_name", { name: factsOf(scope).community || place.dataset.edition }),
        now: Date.now(),
        words: { described: say("calendar_described"), gone: say("calendar_gone") },
        address: (sheet) => document.querySelector(`[data-sheet="${sheet}"] a`)?.href ?? location.href,
      });
      download(file, "text/calendar;charset=utf-8", text);
      const gone = dates.filter((date) => date.gone).length;
      const counts = { file, count: count(dates.length - gone, "date"), gone: count(gone, "date") };
      tell(gone ? "calendar_made_gone" : "calendar_made", counts);
      draw();
    },
    xlsx: () => filled("xlsx"),
    ods: () => filled("ods"),
    async assets() {
      const { showAssets } = await import("./assets-out.js");
      showAssets(document.querySelector("[data-assets-out]"), scope);
    },
    keep() {
      const { wrong } = writeProject(scope, readProject(scope));
      tell(wrong ?? "kept");
      draw();
    },
    begin() {
      const list = listOf(site);
      const id = newId();
      if (!keepList(site, { current: id, ids: [...list.ids, id] })) return tell("full");
      loadAgain();
    },
    remove() {
      const { current, ids } = listOf(site);
      const name = nameOf(current);
      const back = removeProject(scope);
      keepList(site, { current: ids.find((id) => id !== current) ?? "", ids: ids.filter((id) => id !== current) });
      draw();
      tell("removed", { name }, () => {
        back();
        keepList(site, { current, ids });
        draw();
        tell("removed_back", { name });
      });
    },
    async take_workbook({ from, project, how }) {
      const { takenSheets } = await import("./take-workbook.js");
      const facts = factsOf(scope).community || !project.community ? {} : { community: project.community };
      const known = (id) =>
        allAnswers((each) => answersOf(scope, each), sheets.find((sheet) => sheet.id === id) ?? { id });
      const taken = takenSheets(project.parts, known, how);
      const { wrong, undo } = writeProject(scope, { ...NOTHING, facts, sheets: taken });
      if (wrong) return tell("full");
      draw();
      tell("loaded_workbook", { file: from, sheets: count(Object.keys(taken).length, "sheet") }, () => {
        undo();
        draw();
        tell("loaded_back");
      });
    },
    async take(file) {
      const contents = file.size > LARGEST ? { wrong: "unreadable" } : readProjectFile(await file.text());
      if (contents.wrong) return tell(`file_${contents.wrong}`, { file: file.name });
      if (contents.sheet) takeSheet(file.name, contents.sheet);
      else takeProject(file.name, contents.project);
    },
  };

  // The whole project as a spreadsheet: the blank one, filled in.
  async function filled(suffix) {
    tell("workbook_waiting");
    const { KINDS, filledWorkbook } = await import("./workbook.js");
    const { blank, questions } = { blank: workbook.dataset[suffix], questions: workbook.dataset.questions };
    const answers = new Map(page.known.map((each) => [each.sheet.id, each.answers]));
    const known = ({ id }) => answers.get(id) ?? answersOf(scope, id);
    const file = `${say("file", { name: named(), day: today() })}.${suffix}`;
    download(file, KINDS[suffix].media, await filledWorkbook(suffix, { blank, questions, scope, answersOf: known }));
    tell("workbook_made", { file });
  }

  // One project's file twice is one project; any other stands beside what is here. An empty first one takes it in.
  function takeProject(file, project) {
    const list = listOf(site);
    const uid = project.facts.uid;
    const same = list.ids.find((id) => uid && factsOf(scopeFor(site, id)).uid === uid);
    const empty = list.ids.find((id) => id === list.current && isEmpty(scopeFor(site, id)));
    const id = same ?? empty ?? newId();
    const { wrong, undo } = writeProject(scopeFor(site, id), project);
    if (wrong) return tell("full");
    keepList(site, { current: id, ids: list.ids.includes(id) ? list.ids : [...list.ids, id] });
    draw();
    bars(id === list.current);
    tell(
      same === undefined ? "loaded" : "loaded_into",
      { file, sheets: count(Object.keys(project.sheets).length, "sheet") },
      () => {
        undo();
        keepList(site, list);
        draw();
        tell("loaded_back");
      },
    );
  }

  // A sheet's file takes the place of what the sheet holds, as on the sheet's own page.
  function takeSheet(file, data) {
    const at = Date.now();
    const kept = sheetAsKept(data, at);
    for (const [key, { value }] of answersOf(scope, data.worksheet).values)
      if (!isBlank(value) && !kept.values[key]) kept.values[key] = { value: "", at };
    const comments = data.comments ? { [data.worksheet]: readComments(JSON.stringify(data.comments)) } : {};
    const project = { ...NOTHING, sheets: { [data.worksheet]: kept }, comments };
    const { wrong, undo } = writeProject(scope, project);
    if (wrong) return tell("full");
    draw();
    const title = sheets.find(({ id, earlier = [] }) => [id, ...earlier].includes(data.worksheet))?.title;
    tell("loaded_sheet", { file, sheet: title ?? data.worksheet }, () => {
      undo();
      draw();
      tell("loaded_back");
    });
  }
}

// The bars of the checklists are drawn by their own script, which knows the project that was there when the page opened.
function bars(isSame) {
  if (isSame) return dispatchEvent(new StorageEvent("storage", { key: null }));
  for (const bar of document.querySelectorAll(".main [data-progress]")) bar.hidden = true;
}

function isEmpty(scope) {
  const { sheets, ticks } = readProject(scope);
  return !ticks && !Object.keys(sheets).length && !factsOf(scope).community;
}

function newId() {
  return `p${Date.now().toString(36)}`;
}
