// What the buttons of the panel do. What is seldom needed is fetched when it is asked for.

import { download } from "../shared/download.js";

const LARGEST = 1_000_000; // bytes of a file to load: a full sheet has about a hundredth

/**
 * Lets the buttons of the panel work.
 * @param {object} page the panel, the sheet, what keeps it and the ways to say what happened: see entries/worksheet.js
 */
export function tools({ panel, ids, taker, sheet, store, keep, tell, say, count, words }) {
  const { form } = sheet;
  const name = form.dataset.file;
  const picker = panel.querySelector("[data-picker]");
  const own = (suffix) => `${say("answers_file", { file: name })}.${suffix}`;

  const actions = {
    async word() {
      tell("word_waiting");
      const { asWord } = await import("./word.js");
      let file;
      try {
        file = await asWord(sheet);
      } catch {
        return tell("word_failed");
      }
      download(own("docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", file);
      handedOn("docx");
    },
    async csv() {
      const { asCsv } = await import("./csv.js");
      download(own("csv"), "text/csv;charset=utf-8", asCsv(form, panel.dataset.title, words.ticked));
      handedOn("csv");
    },
    async save() {
      const { asFile } = await import("./file.js");
      download(own("json"), "application/json", asFile(sheet));
      handedOn("json");
    },
    load: () => picker.click(),
    print: () => print(),
    remove,
    damaged() {
      const file = `${say("unreadable_file", { file: name })}.txt`;
      download(file, "text/plain;charset=utf-8", store.damaged());
      tell("downloaded", { file });
    },
  };

  for (const button of panel.querySelectorAll("[data-do]")) {
    button.addEventListener("click", async () => {
      try {
        await actions[button.dataset.do]();
      } catch {
        tell("tool_failed"); // a part of the script could not be fetched
      }
    });
  }
  // What a filled form of any kind holds, read and shown by bring-in/: its file is one that was saved here.
  form.addEventListener("take-in", ({ detail }) => load(detail.file).catch(() => tell("tool_failed")));
  picker.addEventListener("change", async () => {
    const [file] = picker.files;
    try {
      if (file) await load(file);
    } catch {
      tell("tool_failed");
    }
    picker.value = ""; // so that the same file can be chosen again
  });

  // A Word or CSV file has no place for what the sheet has no box for: say so, rather than let it be thought safe.
  function handedOn(suffix) {
    const left = suffix === "json" ? 0 : sheet.unplaced().length;
    tell(left ? "downloaded_without" : "downloaded", { file: own(suffix), answers: count(left) });
  }

  function remove() {
    const number = sheet.answered().length;
    const unreadable = store.damaged() || store.read().found === "newer";
    if (!number && !keep.isOn() && !unreadable) return tell("nothing_to_remove");
    const undoKept = keep.forget(true);
    const was = sheet.empty();
    tell("removed", { answers: count(number) }, () => {
      sheet.restore(was);
      if (undoKept()) tell("removed_back", { answers: count(number) });
    });
  }

  // A file's answers as those that are kept: its rows have numbers.
  function asKept(values) {
    return { values: new Map([...values].map(([name, value]) => [name, { value }])) };
  }

  async function load(file) {
    const { fromFile } = await import("./file.js");
    const found = file.size > LARGEST ? { wrong: "file_unreadable" } : fromFile(await file.text(), ids, taker);
    if (found.wrong) return tell(found.wrong, { file: file.name });
    const before = found.other ? sheet.unplaced().length : 0;
    const was = found.other
      ? sheet.addTo((answers, at) => taker.ofOther(answers, found.other, asKept(found.values), at))
      : sheet.replace(found);
    const lost = Math.max(0, sheet.unplaced().length - before);
    const done = found.other ? "loaded_more" : "loaded";
    tell(
      lost ? "loaded_partly" : done,
      { answers: count(found.values.size - lost), file: file.name, lost: count(lost) },
      () => {
        sheet.restore(was);
        tell("loaded_back");
      },
    );
  }
}
