// What the buttons below a checklist do. Files and links are fetched when they are asked for.

import { download } from "../shared/download.js";
import { openArrival } from "./arrival.js";
import { report } from "./report.js";

const LARGEST = 1_000_000; // bytes of a file to load: all checklists have about a fiftieth

/**
 * Lets the buttons of the panel work.
 * @param {object} here the panel and the ways to say what happened: see checklist.js
 * @param {object} kept ticks, keep and store
 */
export function tools({ panel, tell, say, words }, { ticks, keep, store }) {
  const find = (name) => panel.querySelector(`[data-${name}]`);
  const whole = panel.dataset.part === "whole";
  const file = panel.dataset.file;
  const picker = find("picker");
  const ask = find("ask");

  // How many ticks there are in what is kept and cannot be read, nobody knows.
  const unread = () => whole && Boolean(store.damaged() || store.read().found === "newer");

  const actions = {
    clear() {
      const number = ticks.all(!whole).length;
      if (!number && !unread() && !(whole && keep.isOn())) return tell("nothing_to_clear");
      find("asked").textContent = say(unread() ? "ask_unread" : whole ? "ask_all" : "ask_step", {
        ticks: count(number),
      });
      ask.hidden = false;
      find("yes").focus();
    },
    yes() {
      const number = ticks.all(!whole).length;
      const unknown = unread();
      const undoKept = whole ? keep.forget(true) : () => true;
      const was = ticks.clear(!whole);
      closeAsk();
      tell(unknown ? "cleared_unread" : whole ? "cleared_all" : "cleared_step", { ticks: count(number) }, () => {
        const came = ticks.restore(was);
        if (undoKept()) tell(unknown ? "unread_back" : "cleared_back", { ticks: count(came) });
      });
    },
    no: closeAsk,
    async save() {
      const { asFile } = await import("./file.js");
      download(`${file}.json`, "application/json", asFile(ticks, panel.dataset.toolkit));
      tell("downloaded", { file: `${file}.json` });
    },
    load: () => picker.click(),
    print: () => print(),
    async link() {
      const { asLink } = await import("./link.js");
      const keys = ticks.all(true);
      if (!keys.length) return tell("nothing_to_link");
      find("made").hidden = false;
      find("address").value = asLink(keys, location.href);
      find("address").select();
      tell("linked", { ticks: count(keys.length) });
    },
    async copy() {
      find("address").select(); // where the browser does not let us copy, the reader can
      try {
        await navigator.clipboard.writeText(find("address").value);
        tell("copied");
      } catch {
        tell("not_copied");
      }
    },
    damaged() {
      const name = `${say("unreadable_file", { file })}.txt`;
      download(name, "text/plain;charset=utf-8", store.damaged());
      tell("downloaded", { file: name });
    },
  };

  for (const button of panel.querySelectorAll("[data-do]")) {
    if (actions[button.dataset.do]) button.addEventListener("click", () => tried(actions[button.dataset.do]));
  }
  picker?.addEventListener("change", async () => {
    const [chosen] = picker.files;
    if (chosen) await tried(() => load(chosen));
    picker.value = ""; // so that the same file can be chosen again
  });
  addEventListener("beforeprint", () => {
    const today = find("today");
    const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    if (today) today.textContent = today.dataset.today.replace("{date}", day);
  });
  ask.addEventListener("keydown", (event) => event.key === "Escape" && closeAsk());
  openArrival(panel, { ticks, keep, tell, say, count, tried });

  async function tried(action) {
    try {
      await action();
    } catch {
      tell("tool_failed"); // a part of the script could not be fetched
    }
  }

  function closeAsk() {
    ask.hidden = true;
    panel.querySelector('[data-do="clear"]').focus();
  }

  function count(number) {
    return say(number === 1 ? "one_tick" : "ticks", { count: number });
  }

  async function load(chosen) {
    const { compare, fromFile } = await import("./file.js");
    const contents = chosen.size > LARGEST ? { wrong: "file_unreadable" } : fromFile(await chosen.text());
    if (contents.wrong) return tell(contents.wrong, { file: chosen.name });
    const changes = compare(contents, ticks);
    const was = ticks.take(changes.keys, true);
    report(find("report"), changes, words);
    tell(keep.isKeeping() ? "loaded" : "loaded_not_kept", { ticks: count(changes.placed), file: chosen.name }, () => {
      ticks.restore(was);
      find("report").hidden = true;
      tell("loaded_back");
    });
  }
}
