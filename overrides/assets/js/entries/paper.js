// Makes a paper's page a tool: gaps are filled from what is kept of worksheets and from what is typed, and the words can
// be copied, printed, opened in a mail program or taken as a file. Without this the page is the words with their questions.

import { download } from "../shared/download.js";
import { scopeOf } from "../shared/scope.js";
import { openDraft } from "../paper/draft.js";
import { keptAnswer } from "../paper/kept-answer.js";
import { listMissing, markSource, sheetLink } from "../paper/missing.js";
import { showGaps } from "../paper/gaps.js";
import { mailAddress, plainText } from "../paper/plain-text.js";

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
  const draft = openDraft(`paper:${scope}:${tool.dataset.paper}`);
  const typed = draft.read();
  const missing = tool.querySelector("[data-missing]");
  const kept = ({ dataset: { from, beside, shown } }) =>
    from ? keptAnswer(scope, from, beside?.split(" "), shown && JSON.parse(shown)) : "";
  for (const input of inputs) {
    input.value = typed[input.name] ?? kept(input);
    input.addEventListener("input", () => written(input));
  }
  addEventListener("pageshow", () => show()); // back from a sheet, which may say something else now
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

  function show() {
    const fromSheet = inputs.filter((input) => input.value.trim() && input.value === kept(input));
    const sheets = Object.fromEntries(fromSheet.map((input) => [input.name, sheetLink(input)]));
    showGaps(text, values(), sheets, words.from_sheet);
    if (missing) listMissing(missing, inputs, words);
    for (const input of inputs) markSource(input, kept(input), words, () => take(input));
    const link = tool.querySelector('[data-do="email"]');
    if (link) link.href = mailAddress(text);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(plainText(text));
      status.textContent = words.copied;
    } catch {
      status.textContent = words.not_copied; // not allowed, or the page is not served safely: a folder, say
    }
  }

  async function file(suffix, blank) {
    try {
      const { filledFile } = await import("../paper/filled-file.js");
      const { type, bytes } = await filledFile(new URL(blank, document.baseURI), suffix, values());
      download(`${tool.dataset.file}.${suffix}`, type, bytes);
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
