// A note, a page of one's own: the file's path and text, from what is typed.

/**
 * @typedef {{kind: string, page: string, title: string, about: string, text: string, day: string}} Typed `page` is the
 *   step's path in docs/ for a note, and the page that it follows for a page of one's own
 */

/**
 * @param {Typed} typed
 * @param {string} folder the edition's
 * @param {(title: string) => string} named a file's name from a title
 * @returns {{file: string, text: string, lacks: string[]}} `lacks` names the boxes that are still empty
 */
export function ownFile({ kind, page, title, about, text, day }, folder, named) {
  const body = `${text.trim()}\n`;
  const lacks = (given) => Object.keys(given).filter((key) => !given[key].trim());
  if (kind === "note") return { file: `editions/${folder}/notes/${page}`, text: body, lacks: lacks({ text }) };
  const head = { title: quoted(title), description: quoted(about), after: page, reviewed: day };
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${value}\n`);
  return {
    file: `editions/${folder}/docs/${named(title) || "page"}.md`,
    text: `---\n${lines.join("")}---\n\n# ${title.trim()}\n\n${body}`,
    lacks: lacks({ title, about, text }),
  };
}

function quoted(text) {
  return JSON.stringify(text.trim());
}
