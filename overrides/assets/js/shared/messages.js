// Says what happened, in words that the page brings. One line for all that concerns the sheet or the checklists as a
// whole, with a way back where there is one; one that only screen readers hear for what changes before one's eyes.

import { filled } from "./text.js";

const PROBLEMS = new Set(
  "blocked full damaged newer file_failed tool_failed file_unreadable file_wrong_sheet file_newer loaded_partly downloaded_without link_damaged link_newer".split(
    " ",
  ),
);

/**
 * The line that says what happened.
 * @param {HTMLElement} place
 * @param {Record<string, string>} words of the page
 * @param {HTMLElement} home where the focus goes when the button that had it is gone
 * @returns {{tell: function, say: function, count: function, announce: function, unkept: () => string}} `unkept` is for
 *   whoever keeps answers to set: the word for why they are not kept now, which nothing that is told may talk over
 */
export function teller(place, words, home) {
  const line = place.querySelector("[data-status]");
  const rows = place.querySelector("[data-announce]");
  const back = place.querySelector("[data-undo]");
  const close = place.querySelector("[data-close]");
  let way; // what the way back does
  const page = {
    tell,
    say,
    count,
    announce: (word, values) => (rows.textContent = say(word, values)),
    unkept: () => "",
  };

  back.addEventListener("click", (event) => {
    const undo = way;
    empty();
    undo?.();
    focus(close.hidden ? home : close, event);
  });
  close.addEventListener("click", (event) => {
    empty();
    focus(home, event);
  });

  function empty() {
    line.textContent = "";
    offer(undefined);
  }

  // Who presses with a mouse or a finger sees where they are: the page stays there.
  function focus(element, { detail }) {
    element.focus({ preventScroll: detail > 0 });
  }

  function offer(undo) {
    way = undo;
    back.hidden = !undo;
    close.hidden = !line.textContent;
  }

  // `undo` is called when the reader wants it back; the button says what comes back, since a message without a way
  // back leaves an earlier one where it is.
  function tell(word, values = {}, undo = way) {
    const problem = page.unkept();
    line.textContent = [problem && problem !== word && words[problem], say(word, values)].filter(Boolean).join(" ");
    rows.textContent = ""; // one act, one announcement
    if (undo !== way) back.textContent = words[`undo_${word}`];
    place.classList.toggle(`${place.classList[0]}--problem`, PROBLEMS.has(problem || word));
    offer(undo);
  }

  function say(word, values = {}) {
    return filled(words[word], values);
  }

  function count(number) {
    return say(number === 1 ? "one_answer" : "answers", { count: number });
  }

  return page;
}
