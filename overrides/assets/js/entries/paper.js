// Makes a paper's page a tool: gaps are filled from what is kept of worksheets and from what is typed, and the words can
// be copied, printed, opened in a mail program or taken as a file. Without this the page is the words with their questions.

import { download } from "../shared/download.js";
import { watchLeaving } from "../shared/leaving.js";
import { ownSetting } from "../shared/own-name.js";
import { scopeOf } from "../shared/scope.js";
import { filled } from "../shared/text.js";
import { openDraft } from "../paper/draft.js";
import { keptAnswer } from "../paper/kept-answer.js";
import { listMissing, markSource, sheetLink } from "../paper/missing.js";
import { showGaps } from "../paper/gaps.js";
import { openPictures } from "../paper/pictures.js";
import { mailAddress, plainText } from "../paper/plain-text.js";
import { sourcesOf } from "../paper/sources.js";

const SLIDES = new Set(["pptx", "odp"]);

const tool = document.querySelector("[data-paper]");
if (tool) start();

function start() {
  const words = JSON.parse(tool.dataset.words);
  const form = tool.querySelector("[data-gaps]");
  const text = tool.querySelector("[data-text]");
  const status = tool.querySelector("[data-status]");
  const inputs = form ? [...form.elements].filter((input) => input.name) : [];
  // A paper's page is two folders below the site's root: every edition of the toolkit has its own answers.
  const site = new URL("../../", location.href).pathname;
  const scope = scopeOf(site);
  const key = `paper:${scope}:${tool.dataset.paper}`;
  const draft = openDraft(key);
  const leaving = watchLeaving(site, draft.isSafe, key);
  const typed = draft.read();
  const missing = tool.querySelector("[data-missing]");
  const marking = tool.querySelector("[data-marking]");
  const pictures = openPictures(tool, text, scope, retake);
  const kept = ({ name, dataset: { from, beside, shown, setting } }) =>
    (from && keptAnswer(scope, from, beside?.split(" "), shown && JSON.parse(shown))) ||
    (setting && ownSetting(setting)) ||
    pictures.linesOf(name);
  for (const input of inputs) {
    input.value = typed[input.name] ?? kept(input);
    input.addEventListener("input", () => written(input));
  }
  // Back from a sheet, which may say something else now.
  addEventListener("pageshow", () => {
    pictures.look();
    show();
  });
  tool.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    const asked = pressed?.dataset.do;
    if (asked === "copy") copy();
    if (asked === "file") file(pressed.dataset.suffix, pressed.dataset.blank);
    if (asked === "print") print();
  });
  show();
  if (form) form.hidden = false;
  for (const input of inputs) fit(input); // what is hidden has no height
  tool.querySelector("[data-tools]").hidden = false;

  function written(input) {
    fit(input);
    draft.write(changed());
    leaving(Object.keys(changed()).length > 0);
    show();
  }

  function take(input) {
    input.value = kept(input);
    written(input);
    input.focus();
  }

  // What stands as in its worksheet is no draft: it changes with the sheet.
  function changed() {
    return Object.fromEntries(
      inputs.filter((input) => input.value !== kept(input)).map((input) => [input.name, input.value]),
    );
  }

  function values() {
    return Object.fromEntries(inputs.map((input) => [input.name, input.value]));
  }

  // The sentences of a picture have come: they stand where nobody wrote anything.
  function retake() {
    for (const input of inputs.filter(({ name, value }) => !value && typed[name] === undefined)) {
      input.value = kept(input);
      fit(input);
    }
    show();
  }

  // The way to its worksheet, by each gap whose words are that one's.
  function sheets() {
    const fromSheet = inputs.filter((input) => input.value.trim() && input.value === kept(input));
    return Object.fromEntries(fromSheet.map((input) => [input.name, sheetLink(input)]));
  }

  function show() {
    showGaps(text, values(), sheets(), words.from_sheet);
    if (missing) listMissing(missing, inputs, words);
    for (const input of inputs) markSource(input, kept(input), words, () => take(input));
    const link = tool.querySelector('[data-do="email"]');
    if (link) link.href = mailAddress(text);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(plainText(text));
      leaving(false); // the words are somewhere else too
      status.textContent = words.copied;
    } catch {
      status.textContent = words.not_copied; // not allowed, or the page is not served safely: a folder, say
    }
  }

  async function file(suffix, blank) {
    try {
      const { filledFile } = await import("../paper/filled-file.js");
      const isMarked = Boolean(marking?.checked);
      const sources = isMarked ? sourcesOf(text, inputs, sheets(), words) : { marks: new Map(), end: [] };
      const about = { ...sources, pictures: pictures.forFile(SLIDES.has(suffix)) };
      const { type, bytes } = await filledFile(new URL(blank, document.baseURI), suffix, values(), about);
      const name = about.end.length ? filled(words.marked_file, { file: tool.dataset.file }) : tool.dataset.file;
      download(`${name}.${suffix}`, type, bytes);
      leaving(false);
      status.textContent = "";
    } catch {
      status.textContent = words.failed;
    }
  }

  // The words alone: not the example, the questions or the files.
  function print() {
    const root = document.documentElement;
    root.classList.add("prints-paper");
    addEventListener("afterprint", () => root.classList.remove("prints-paper"), { once: true });
    globalThis.print();
  }
}

// As high as what is typed, so that nothing is hidden.
function fit(input) {
  input.style.height = "auto";
  if (input.scrollHeight) input.style.height = `${input.scrollHeight + 2}px`;
}
