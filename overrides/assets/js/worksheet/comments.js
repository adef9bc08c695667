// Comments on a sheet's answers: each can be agreed or queried, with a few words. They stand beside the answers on the
// screen, and below the sheet on paper. A project's file carries them.

import { isBlank } from "../shared/answers.js";
import { commentsKey, readComments } from "../shared/comments.js";
import { button, element, screenOnly } from "../shared/dom.js";
import { factsOf } from "../shared/project.js";
import { boxes, keyOf, labelOf, valueOf } from "./boxes.js";

/**
 * @param {{sheet: object, scope: string, place: HTMLElement, words: Record<string, string>}} page `place` is where they
 *   are listed
 */
export function openComments({ sheet, scope, place, words }) {
  const { form } = sheet;
  const name = commentsKey(scope, form.dataset.worksheet);
  let all = read();
  form.addEventListener("answers", draw);
  form.addEventListener("change", draw);
  addEventListener("storage", (event) => {
    if (event.key === name) {
      all = read();
      draw();
    }
  });
  draw();

  function read() {
    try {
      return readComments(localStorage.getItem(name));
    } catch {
      return {};
    }
  }

  function set(key, comment) {
    all[key] = { ...comment, role: factsOf(scope).role, at: Date.now() };
    place.querySelector("[data-comments-status]").textContent = "";
    try {
      localStorage.setItem(name, JSON.stringify(all));
    } catch {
      place.querySelector("[data-comments-status]").textContent = words.full;
    }
    draw();
  }

  function draw() {
    if (form.querySelector(".comment__edit")) return; // somebody is writing one
    for (const old of form.querySelectorAll(".comment")) old.remove();
    const listed = [];
    for (const box of boxes(form)) {
      const comment = all[keyOf(box)];
      const isThere = comment && !comment.gone;
      if (isThere) listed.push([box, comment]);
      if (!box.readOnly && (isThere || !isBlank(valueOf(box)))) beside(box, isThere ? comment : undefined);
    }
    place.querySelector("[data-comments-none]").hidden = listed.length > 0;
    place.querySelector("[data-comments-list]").replaceChildren(...listed.map(([box, comment]) => line(box, comment)));
  }

  function beside(box, comment) {
    const home = screenOnly("div", "comment");
    if (comment)
      home.append(
        element("span", `comment__mark comment__mark--${comment.mark}`, `${words[comment.mark]}:`),
        ` ${comment.text} `,
      );
    home.append(
      button("tool comment__open", comment ? words.change : words.add, `(${labelOf(box)})`, () =>
        edit(box, home, comment),
      ),
    );
    (box.closest(".field__money") ?? box).after(home);
  }

  function edit(box, home, comment) {
    const place = element("div", "comment__edit");
    const mark = element("select", "comment__choice");
    mark.setAttribute("aria-label", words.mark);
    for (const state of ["query", "agreed"])
      mark.append(new Option(words[state], state, false, comment?.mark === state));
    const text = element("textarea", "comment__text");
    text.rows = 2;
    text.value = comment?.text ?? "";
    text.setAttribute("aria-label", `${words.text} (${labelOf(box)})`);
    const done = (change) => {
      place.remove();
      if (change) set(keyOf(box), change);
      else draw();
      box.focus();
    };
    place.append(
      mark,
      text,
      button("tool", words.save, "", () => done({ mark: mark.value, text: text.value.trim() })),
    );
    if (comment) place.append(button("tool", words.remove, "", () => done({ ...comment, text: "", gone: true })));
    place.append(button("tool", words.cancel, "", () => done()));
    place.addEventListener("input", (event) => event.stopPropagation()); // it is no answer
    place.addEventListener("change", (event) => event.stopPropagation());
    home.replaceChildren(place);
    text.focus();
  }

  function line(box, comment) {
    const item = element("li");
    const by = [
      comment.role,
      new Date(comment.at).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }),
    ];
    item.append(
      element("strong", "", labelOf(box)),
      ` ${words[comment.mark]}. ${comment.text} `,
      element("span", "comment__by", `(${by.filter(Boolean).join(", ")})`),
    );
    return item;
  }
}
