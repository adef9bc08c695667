// Says what happened to the pack, in one line that is announced, with a way back where there is one.

const PROBLEMS = new Set("lost print_failed zip_failed no_forms none_in_form failed not_copied".split(" "));

export function teller(form, speak) {
  const place = form.querySelector("[data-told]");
  const line = place.querySelector("[data-said]");
  const back = place.querySelector("[data-undo]");
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
  }

  function tell(word, values, undo) {
    line.textContent = speak.say(word, values);
    place.classList.toggle("pick__told--problem", PROBLEMS.has(word));
    offer(undo);
  }

  // What was said before no longer holds.
  tell.hush = () => {
    line.textContent = "";
    offer(undefined);
  };
  return tell;
}
