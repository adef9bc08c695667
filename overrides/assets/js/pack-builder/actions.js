// What the buttons do. What is seldom needed is fetched when it is asked for.

import { download } from "../shared/download.js";

/**
 * Lets the buttons of the pack builder work.
 * @param {object} tool its form and parts: see tool.js
 */
export function actions({ form, catalogue, choice, panel, speak, tell, change, root, address }) {
  const forms = () => [...form.querySelectorAll("[data-form]:checked")].map(({ value }) => value);
  const pressed = {
    situation() {
      const { title, items } = catalogue.packs[form.querySelector("[data-situation]").value];
      if (items.every(choice.has)) return tell("nothing_new");
      change(() => choice.append(items), "situation_added", { title }, true);
    },
    group(button) {
      const boxes = [...button.closest("[data-group]").querySelectorAll("[data-tick]")].map(({ value }) => value);
      const ids = boxes.filter((id) => choice.find(id).kind !== "checklist" && !choice.has(id));
      if (!ids.length) return tell("nothing_new");
      change(() => choice.add(ids), "group_added", { what: speak.what(ids.map(choice.find)) }, true);
    },
    clear: () => change(() => choice.set([]), "cleared", {}, true),
    async copy() {
      const link = form.querySelector("[data-link]");
      try {
        await navigator.clipboard.writeText(link.value);
        tell("copied");
      } catch {
        link.select(); // some browsers allow it only on a safe connection, or not at all
        tell("not_copied");
      }
    },
    async print() {
      tell("printing");
      const { printPack } = await import("./paper.js");
      const lost = await printPack({ form, parts: choice.parts(), speak, root, title: titleOf(), address: address() });
      if (lost) tell("print_failed", { title: speak.name(lost) });
      else tell("printed");
    },
    async zip() {
      if (!forms().length) return tell("no_forms");
      const { filesOf, zipped } = await import("./zip.js");
      const files = filesOf(choice.parts(), forms());
      if (!files.length) return tell("none_in_form");
      tell("zipping");
      const { zip, lost } = await zipped(files, root, form.dataset.date);
      if (lost) return tell("zip_failed", { file: lost });
      download(form.dataset.zip, "application/zip", zip);
      tell("zipped", { file: form.dataset.zip, files: speak.count("file", files.length) });
    },
  };

  // A pack that is one of the ready-made ones has its name.
  function titleOf() {
    const chosen = [...choice.ids()].sort().join();
    return catalogue.packs.find(({ items }) => [...items].sort().join() === chosen)?.title ?? speak.say("untitled");
  }

  function moved(button) {
    const { id, move } = button.dataset;
    const by = Number(move);
    const title = speak.name(choice.find(id));
    const number = choice.ids().indexOf(id);
    if (!by) change(() => choice.remove(id), "removed", { title }, true);
    else {
      const now = choice.move(id, by);
      if (now) change(() => {}, "moved", { title, number: now });
    }
    panel.focus(id, move, number);
  }

  // Offers only forms that a chosen worksheet comes in, and says how much they weigh.
  function weigh() {
    const kinds = new Set(choice.parts().flatMap(({ files = [] }) => files.map(({ form: kind }) => kind)));
    for (const box of form.querySelectorAll("[data-form]")) box.parentElement.hidden = !kinds.has(box.value);
    const files = choice
      .parts()
      .flatMap((part) => (part.files ?? []).filter(({ form: kind }) => forms().includes(kind)));
    const size = speak.size(files.reduce((sum, { bytes }) => sum + bytes, 0));
    form.querySelector("[data-zip-size]").textContent = files.length
      ? speak.say("size", { files: speak.count("file", files.length), size })
      : "";
  }

  const running = new Set(); // what a second press of the same button would only do twice
  form.addEventListener("click", async ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.move) moved(button);
    const act = button?.dataset.do;
    if (!act || running.has(act)) return;
    running.add(act);
    try {
      await pressed[act](button);
    } catch {
      tell("failed"); // a part of the script could not be fetched
    } finally {
      running.delete(act);
    }
    weigh();
  });
  form.addEventListener("change", weigh);
  new MutationObserver(weigh).observe(form.querySelector("[data-lines]"), { childList: true });
}
