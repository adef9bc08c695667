// What the buttons of the panel do. What is seldom needed is fetched when it is asked for.

import { download } from "../shared/download.js";
import { sheetFileName } from "../shared/sheet-file-name.js";

/**
 * Lets the buttons of the panel work.
 * @param {object} page the panel, the sheet, what keeps it and the ways to say what happened: see entries/worksheet.js
 */
export function tools({ panel, ids, taker, sheet, store, keep, saved, tell, say, count, words }) {
  const { form } = sheet;
  const picker = panel.querySelector("[data-picker]");
  const fileName = (suffix) => `${sheetFileName(form)}.${suffix}`;

  const actions = {
    word: () => office("docx"),
    open_text: () => office("odt"),
    spreadsheet: () => office("xlsx"),
    open_sheet: () => office("ods"),
    async csv() {
      const { asCsv } = await import("./csv.js");
      download(fileName("csv"), "text/csv;charset=utf-8", asCsv(form, panel.dataset.title, words.ticked));
      handedOn("csv");
    },
    save,
    // For a computer that others use. What was taken away can be had again as long as the page is open.
    async clear() {
      if (!sheet.answered().length) return remove();
      await save();
      remove("saved_and_removed");
    },
    load: () => picker.click(),
    print: () => print(),
    remove: () => remove(),
    damaged() {
      const file = `${say("unreadable_file", { file: form.dataset.file })}.txt`;
      download(file, "text/plain;charset=utf-8", store.damaged());
      tell("downloaded", { file });
    },
  };

  // The most wanted stand once more at the end of the form.
  for (const button of document.querySelectorAll("[data-tools] [data-do], [data-tools-end] [data-do]")) {
    button.addEventListener("click", async () => {
      try {
        await actions[button.dataset.do]();
      } catch {
        tell("tool_failed"); // a part of the script could not be fetched
      }
    });
  }
  // What a filled form of any kind holds, read and shown by bring-in/: its file is one that was saved here.
  form.addEventListener("take-in", async ({ detail }) => {
    try {
      await (await loader()).takeIn(detail);
    } catch {
      tell("tool_failed");
    }
  });
  // For what sends the sheet on: see send-back/. As Word, or where that cannot be had, as a file to load here.
  form.addEventListener("give-file", ({ detail }) => {
    detail.file = wordFile().catch(savedFile);
  });
  picker.addEventListener("change", async () => {
    const [file] = picker.files;
    try {
      if (!file) return;
      if (!/\.json$/i.test(file.name) || (await (await loader()).load(file)) === "ask") show(file);
    } catch {
      tell("tool_failed");
    } finally {
      picker.value = ""; // so that the same file can be chosen again
    }
  });

  // Before it is taken: see bring-in/.
  function show(file) {
    const event = new CustomEvent("bring-in", { detail: { files: [file] }, cancelable: true });
    if (form.dispatchEvent(event)) tell("tool_failed"); // its script did not arrive
  }

  async function wordFile() {
    const { FILES, filledFile } = await import("./filled-file.js");
    return new File([await filledFile(sheet, "docx")], fileName("docx"), { type: FILES.docx.type });
  }

  async function savedFile() {
    const { asFile } = await import("./file.js");
    return new File([asFile(sheet)], fileName("json"), { type: "application/json" });
  }

  // A file of an office program, filled in: see filled-file.js.
  async function office(suffix) {
    tell("file_waiting");
    const { FILES, filledFile } = await import("./filled-file.js");
    let file;
    try {
      file = await filledFile(sheet, suffix);
    } catch {
      return tell("file_failed");
    }
    download(fileName(suffix), FILES[suffix].type, file);
    handedOn(suffix);
  }

  // What a file holds is no longer only in this tab.
  async function save() {
    const { asFile } = await import("./file.js");
    download(fileName("json"), "application/json", asFile(sheet));
    handedOn("json");
  }

  document.addEventListener("keydown", (event) => {
    const isSave =
      event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isSave) return;
    event.preventDefault();
    save().catch(() => tell("tool_failed"));
  });

  // A Word or CSV file has no place for what the sheet has no box for: say so, rather than let it be thought safe.
  function handedOn(suffix) {
    const left = suffix === "json" ? 0 : sheet.unplaced().length;
    if (!left) saved();
    tell(left ? "downloaded_without" : "downloaded", { file: fileName(suffix), answers: count(left) });
  }

  function remove(word = "removed") {
    const number = sheet.answered().length;
    const unreadable = store.damaged() || store.read().found === "newer";
    if (!number && !keep.isOn() && !unreadable) return tell("nothing_to_remove");
    const undoKept = keep.forget(true);
    const was = sheet.empty();
    saved();
    tell(word, { answers: count(number), file: fileName("json") }, () => {
      sheet.restore(was);
      if (undoKept()) tell("removed_back", { answers: count(number) });
    });
  }

  async function loader() {
    const { loading } = await import("./load.js");
    return loading({ form, ids, taker, sheet, tell, count });
  }
}
