// A link that brings ticks from another device: nothing is ticked until the reader says so.

/**
 * Shows what a link brings, and lets the reader take it or leave it.
 * @param {HTMLElement} panel
 * @param {object} tool ticks, keep and the ways to say what happened: see tools.js
 */
export function openArrival(panel, { ticks, keep, tell, say, count, tried }) {
  const place = panel.querySelector("[data-arrived]");
  if (!place) return;
  let brought;

  panel.querySelector('[data-do="add"]').addEventListener("click", () => {
    const { keys } = brought;
    const was = ticks.take(keys);
    tell(keep.isKeeping() ? "added" : "added_not_kept", { ticks: count(keys.length) }, () => {
      ticks.restore(was);
      tell("added_back");
    });
    close();
  });
  panel.querySelector('[data-do="leave"]').addEventListener("click", () => {
    tell("left");
    close();
  });
  addEventListener("hashchange", () => tried(look));
  tried(look);

  async function look() {
    if (!location.hash.toLowerCase().startsWith("#ticks=")) return;
    const { fromLink } = await import("./link.js");
    const link = fromLink(location.hash, ticks.lists);
    // Out of the address bar: what is ticked here from now on is not what it says.
    history.replaceState(null, "", location.pathname + location.search);
    if (link.wrong) return tell(link.wrong);
    if (!link.keys.length) return tell("link_empty");
    brought = link;
    const parts = ["brought", link.missing ? "brought_missing" : "", link.lost ? "brought_lost" : ""].filter(Boolean);
    panel.querySelector("[data-brought]").textContent = parts
      .map((word) =>
        say(word, { ticks: count(link.keys.length), missing: count(link.missing), lost: count(link.lost) }),
      )
      .join(" ");
    place.hidden = false;
    place.scrollIntoView({ block: "center" });
    place.querySelector("button").focus();
  }

  function close() {
    place.hidden = true;
    panel.querySelector("[data-keep]").focus();
    panel.querySelector("[data-told]").scrollIntoView({ block: "nearest" }); // what is said must be seen on a phone too
  }
}
