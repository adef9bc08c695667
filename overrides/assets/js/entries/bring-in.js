// Lets filled sheets be dropped on a page: on a worksheet's own, or on “Bring sheets in”. What reads them is fetched when
// the first one comes. The words come from the page: see views/bring-in/.

const panel = document.querySelector("[data-bring-in]");
if (panel) start();

function start() {
  const form = document.querySelector("form[data-worksheet]") ?? undefined;
  const words = JSON.parse(panel.dataset.words);
  const sheets = JSON.parse(panel.dataset.sheets ?? "[]");
  const picker = panel.querySelector("[data-files]");
  const status = panel.querySelector("[data-said]");
  let tool;

  panel.querySelector("[data-choose]").addEventListener("click", () => picker.click());
  picker.addEventListener("change", async () => {
    await take([...picker.files]);
    picker.value = ""; // so that the same file can be chosen again
  });
  (form ?? panel).addEventListener("bring-in", (event) => {
    event.preventDefault(); // so that whoever hands them over knows that somebody took them
    take(event.detail.files);
  });
  for (const kind of ["dragover", "drop"]) {
    addEventListener(kind, (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return; // words that are dragged go where they go
      event.preventDefault(); // else the browser opens the file in place of the page
      panel.classList.toggle("bring-in--over", kind === "dragover");
      if (kind === "drop") dropped(event.dataTransfer);
    });
  }
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget ?? panel.classList.remove("bring-in--over"));
  panel.hidden = false;
  setTimeout(arrive); // after the worksheet's own script

  // A folder comes as all files in it, which takes more than the browser's list of files.
  async function dropped({ items, files }) {
    const all = [...files];
    const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean); // before anything is waited for
    if (!entries.some(({ isDirectory }) => isDirectory)) return take(all);
    try {
      const inFolders = await (await import("../bring-in/folders.js")).filesIn(entries);
      if (!inFolders.length) status.textContent = words.empty.replace("{file}", () => entries[0].name);
      take(inFolders);
    } catch {
      status.textContent = words.failed;
    }
  }

  async function take(files) {
    if (!files.length) return;
    const page = document.querySelector("[data-project]");
    if (page && files.length === 1 && /\.json$/i.test(files[0].name))
      // the page of the project reads what was saved there
      return page.dispatchEvent(new CustomEvent("load-file", { detail: { file: files[0] } }));
    panel.scrollIntoView({ block: "nearest" });
    try {
      await (await loaded()).take(files);
    } catch {
      status.textContent = words.failed; // a part of the script could not be fetched
    }
  }

  async function loaded() {
    const { bringIn } = await import("../bring-in/tool.js");
    tool ??= bringIn({ panel, form, words, sheets, root: panel.dataset.root });
    return tool;
  }

  // What “Bring sheets in” read for this worksheet, or for the project.
  async function arrive() {
    const isProject = Boolean(document.querySelector("[data-project]"));
    if (location.hash !== "#brought-in" || !(form || isProject)) return;
    const { handedOver } = await import("../bring-in/hand-over.js");
    if (isProject) {
      const whole = handedOver(new URL(panel.dataset.root, document.baseURI).pathname, "project");
      if (whole) (await loaded()).showWhole(whole.from, JSON.parse(whole.text));
      return;
    }
    const came = handedOver(new URL("../../", location.href).pathname, form.dataset.worksheet);
    if (came) take([new File([came.text], came.from)]);
  }
}
