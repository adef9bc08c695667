// A file that was saved here, or one that bring-in/ made of a filled form: what is in it goes into the sheet, and nothing
// that stands there goes unasked.

import { isBlank } from "../shared/answers.js";
import { boxes, valueOf } from "./boxes.js";
import { fromFile } from "./file.js";
import { keepComments } from "./sheet-comments.js";
import { takeAnswers } from "./take.js";

const LARGEST = 10_000_000; // bytes of a file to load: a sheet of five hundred full rows has about a tenth

/**
 * @param {object} page the form, the sheet and the ways to say what happened: see tools.js
 * @returns {{load: (file: File) => Promise<"ask" | undefined>, takeIn: (came: {file: File, keeps?: boolean}) => Promise<void>}}
 *   `load` takes nothing and returns "ask" where something here would go; `takeIn` takes what the reader has seen, and
 *   with `keeps` leaves what has no box here where it is
 */
export function loading({ form, ids, taker, sheet, tell, count }) {
  return { load, takeIn };

  // A file that would take the place of something here is shown first, as one that is dropped.
  async function load(file) {
    const contents = await contentsOf(file);
    if (!contents) return undefined;
    if (!contents.other && here().some(([name, value]) => contents.values.get(name) !== value)) return "ask";
    take(file, contents);
    return undefined;
  }

  async function takeIn({ file, keeps }) {
    const contents = await contentsOf(file);
    if (!contents) return;
    for (const [name, { value }] of keeps ? sheet.unplaced() : []) {
      let key = name;
      while (contents.values.has(key) && contents.values.get(key) !== value) key += "′";
      contents.values.set(key, value);
    }
    take(file, contents, keeps ? "loaded_beside" : "loaded");
  }

  // Everything that is written here, by the names that a file has: also what has no box.
  function here() {
    const written = boxes(form).filter((box) => !box.readOnly && !isBlank(valueOf(box)));
    const unplaced = sheet.unplaced().map(([name, { value }]) => [name, value]);
    return [...written.map((box) => [box.name, valueOf(box)]), ...unplaced];
  }

  async function contentsOf(file) {
    const contents = file.size > LARGEST ? { wrong: "file_unreadable" } : fromFile(await file.text(), ids, taker);
    if (!contents.wrong) return contents;
    tell(contents.wrong, { file: file.name });
    return undefined;
  }

  function take(file, contents, word = "loaded") {
    const { placed, lost, undo } = takeAnswers(sheet, contents, { taker, from: contents.other });
    keepComments(form, contents.comments);
    const done = contents.other ? "loaded_more" : word;
    tell(lost ? "loaded_partly" : done, { answers: count(placed), file: file.name, lost: count(lost) }, () => {
      undo();
      tell("loaded_back");
    });
  }
}
