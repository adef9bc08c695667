// What the reader takes along: the text, its file, GitHub with the text in it, and the ready zip.

import { element } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { filled } from "../shared/text.js";
import { editFile, newFile, repositoryOf, uploadTo } from "./on-github.js";

const SHOWN = 6; // problems in the list
const SVG = "image/svg+xml";

/**
 * @param {HTMLElement} place
 * @param {Record<string, any>} words
 * @param {object} logo see logo-choice.js
 * @returns {{show: (now: object) => void}}
 */
export function output(place, words, logo) {
  const find = (name) => place.querySelector(`[data-${name}]`);
  const text = find("text");
  let now;

  find("copy").addEventListener("click", copy);
  find("download").addEventListener("click", () => download("edition.yml", "text/yaml", text.value));
  find("download-logo").addEventListener("click", () => {
    const { picture } = logo;
    if (picture) download(picture.path.split("/").at(-1), picture.type, picture.bytes);
    else download("logo.svg", SVG, logo.text);
  });
  find("github-file").addEventListener("click", () => {
    if (now.isChange) copy();
  });
  find("make-zip")?.addEventListener("click", () => makeZip());
  find("zip-file")?.addEventListener("change", ({ target }) => {
    if (target.files[0]) makeZip(target.files[0]);
    target.value = "";
  });

  return {
    show(state) {
      now = state;
      text.value = now.settings.text();
      find("folder").textContent = filled(words.folder, { folder: now.folder });
      find("download-logo").hidden = logo.isKept;
      showProblems();
      showGithub();
    },
  };

  function showProblems() {
    const { problems, labelOf } = now;
    const place = find("settle");
    if (!problems.length) return place.replaceChildren(element("p", "", words.all_right));
    const list = element("ul");
    for (const problem of problems.slice(0, SHOWN)) {
      const { id, text: label } = labelOf(problem);
      const item = element("li");
      const link = element(id ? "a" : "span", "", label);
      if (id) link.href = `#${id}`;
      item.append(link);
      list.append(item);
    }
    const more = problems.length - SHOWN;
    if (more > 0) list.append(element("li", "", filled(words.settle_more, { count: more })));
    return place.replaceChildren(element("p", "", words.settle), list);
  }

  function showGithub() {
    const repository = repositoryOf(now.settings.value("site.repository"));
    find("github").hidden = !repository || now.problems.length > 0;
    find("github-help").textContent = now.isChange ? words.github_change_help : words.github_help;
    if (!repository) return;
    const folder = `editions/${now.folder}`;
    const file = find("github-file");
    if (now.isChange) {
      file.href = editFile(repository, `${folder}/edition.yml`);
      file.textContent = words.github_change;
    } else {
      const begun = newFile(repository, `${folder}/edition.yml`, [text.value, now.settings.text({ comments: false })]);
      file.href = begun.url;
      file.textContent = begun.at === 1 ? words.github_new_short : words.github_new;
    }
    const other = find("github-logo");
    other.hidden = logo.isKept;
    other.textContent = logo.picture ? words.github_upload : words.github_logo;
    other.href = logo.picture
      ? uploadTo(repository, `${folder}/assets`)
      : newFile(repository, `${folder}/assets/logo.svg`, [logo.text]).url;
  }

  async function copy() {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      find("said").textContent = words.copied;
    } catch {
      find("said").textContent = words.not_copied;
    }
  }

  async function makeZip(file) {
    const line = find("zip-said");
    if (now.problems.length) {
      line.textContent = words.zip_first;
      return;
    }
    const { readyZip } = await import("./ready-zip.js");
    const progress = (share) => {
      line.textContent = filled(words.zip_working, { share: Math.round(share * 100) });
    };
    const result = await readyZip({ place, words, logo, file, progress, ...now });
    const { wrong, kept, lacking } = result;
    const also = [lacking && filled(words.zip_letters, result), kept && filled(words.zip_kept, result)].filter(Boolean);
    line.textContent = wrong ? words[wrong] : [filled(words.zip_done, result), ...also].join(" ");
  }
}
