// Only in pages that are opened from a folder (see macros/offline.py): an address that a script made leads to the file
// in its folder, since no server finds it there.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}, true);
