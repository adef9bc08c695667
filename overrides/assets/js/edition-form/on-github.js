// The pages of GitHub on which a file is begun with its text in it, changed, or uploaded.

const MOST = 7500; // letters of an address: GitHub answers longer ones with an error

/** @param {string} typed @returns {string} the repository's address, or nothing where it is none on GitHub */
export function repositoryOf(typed) {
  const text = typed.trim().replace(/\.git$|\/$/g, "");
  const [, owner, name] = /^(?:https:\/\/github\.com\/)?([\w-]+)\/([\w.-]+)$/.exec(text) ?? [];
  return name ? `https://github.com/${owner}/${name}` : "";
}

/**
 * @param {string} repository
 * @param {string} file its path in the repository
 * @param {string[]} texts the same file at different lengths, the best first
 * @returns {{url: string, at: number}} with the first text that fits; `at` is -1, and no text is in it, where none does
 */
export function newFile(repository, file, texts) {
  const start = `${repository}/new/main?filename=${encodeURIComponent(file)}`;
  const urls = texts.map((text) => `${start}&value=${encodeURIComponent(text)}`);
  const at = urls.findIndex((url) => url.length <= MOST);
  return { url: at < 0 ? start : urls[at], at };
}

/** @param {string} repository @param {string} file @returns {string} where it is changed */
export function editFile(repository, file) {
  return `${repository}/edit/main/${file.split("/").map(encodeURIComponent).join("/")}`;
}

/** @param {string} repository @param {string} folder @returns {string} where files are dropped into it */
export function uploadTo(repository, folder) {
  return `${repository}/upload/main/${folder.split("/").map(encodeURIComponent).join("/")}`;
}
