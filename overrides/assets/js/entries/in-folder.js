// Only in pages that are opened from a folder (see macros/publishing/offline.py): an address that a script made leads to the file
// in its folder, since no server finds it there.

// A press or the focus comes before every way to follow a link: a click, a middle click, the menu that offers a new tab.
// A click is here too, for what clicks without either, such as a voice.
for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, toItsFile, true);

function toItsFile({ target }) {
  const link = target.closest?.("a[href]");
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}
