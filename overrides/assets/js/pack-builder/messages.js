// Says what happened to the pack, in one line that is announced, with a way back where there is one. What a tick does
// is seen at once: it is said to screen readers alone, in a line of its own.

const PROBLEMS = new Set(
  "lost missing missing_one print_failed zip_failed no_forms none_in_form failed not_copied".split(" "),
);

/**
 * The line that says what happened: call it with a word, its values, and what takes it back.
 * @param {HTMLFormElement} form
 * @param {ReturnType<typeof import("./sums.js").wording>} speak
 * @returns {function} with `hush`, `aloud` and `show`
 */
export function teller(form, speak) {
  const place = form.querySelector("[data-told]");
  const line = place.querySelector("[data-said]");
  const back = place.querySelector("[data-undo]");
  const heard = form.querySelector("[data-heard]");
  let way; // what the way back does

  back.addEventListener("click", () => {
    const undo = way;
    offer(undefined);
    undo?.();
    form.querySelector("[data-pack]").focus();
  });

  function offer(undo) {
    way = undo;
    back.hidden = !undo;
    // The button that was pressed may be hidden by what it did.
    if (undo && document.activeElement.closest("[hidden]")) back.focus();
  }

  function tell(word, values, undo) {
    line.textContent = speak.say(word, values);
    heard.textContent = "";
    place.classList.toggle("pick__told--problem", PROBLEMS.has(word));
    offer(undo);
  }

  // What was said before no longer holds.
  tell.hush = () => {
    line.textContent = "";
    offer(undefined);
  };

  tell.aloud = (text) => {
    heard.textContent = text;
  };

  tell.show = () => place.scrollIntoView({ block: "nearest" });
  return tell;
}
