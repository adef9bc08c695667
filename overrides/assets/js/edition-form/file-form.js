// A note or a page of one's own, typed here and begun on GitHub.

import { filled } from "../shared/text.js";
import { folderName } from "./names.js";
import { newFile, repositoryOf } from "./on-github.js";
import { ownFile } from "./own-file.js";

const MERGE = /\{\{[^}]*\}?\}?|\{%[^%]*%?\}?|«[^»]*»/; // a gap that Word or a mail tool would fill

/** @param {HTMLFormElement} form */
export function fileForm(form) {
  const words = JSON.parse(form.dataset.words);
  const parts = Object.fromEntries([...form.querySelectorAll("[data-part]")].map((box) => [box.dataset.part, box]));
  const line = form.querySelector("[data-file-said]");

  parts.kind.addEventListener("change", () => {
    for (const group of form.querySelectorAll("[data-for]")) group.hidden = group.dataset.for !== parts.kind.value;
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-file-open]").addEventListener("click", open);
  form.querySelector("[data-file-copy]").addEventListener("click", async () => {
    const written = file();
    if (written) line.textContent = (await copied(written.text)) ? words.copied : words.not_copied;
  });

  // The file, or nothing where something is missing or would stop the build; the line says what.
  function file() {
    const value = (name) => parts[name].value;
    const kind = value("kind");
    const page = value(kind === "note" ? "step" : "after");
    const typed = { kind, page, title: value("title"), about: value("about"), text: value("text") };
    const folder = folderName(value("folder"));
    const { lacks, ...written } = ownFile({ ...typed, day: form.dataset.day }, folder, folderName);
    const empty = folder ? lacks : ["folder", ...lacks];
    const [merge] = MERGE.exec(`${typed.title} ${typed.about} ${typed.text}`) ?? [];
    if (merge) line.textContent = filled(words.merge, { found: merge });
    else if (empty.length)
      line.textContent = filled(words.lacks, { fields: empty.map((name) => words[name].replace(/:$/, "")).join("; ") });
    else return written;
    return undefined;
  }

  async function open() {
    const repository = repositoryOf(parts.repository.value);
    const written = file();
    if (!written) return;
    if (!repository) {
      line.textContent = words.no_repository;
      return;
    }
    const { url, at } = newFile(repository, written.file, [written.text]);
    window.open(url, "_blank", "noopener");
    if (at < 0) await copied(written.text);
    line.textContent = at < 0 ? words.long : filled(words.ready, written);
  }
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
