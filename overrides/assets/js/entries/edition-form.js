// The form for an edition's settings, and the one for a file of its own. Each comes when its page has it. Without this
// the page says which other ways there are.

const form = document.querySelector("[data-edition-form]");
const file = document.querySelector("[data-file-form]");
if (form) startForm();
if (file) startFile();

async function startForm() {
  const without = document.querySelector("[data-without-tools]");
  try {
    const { editionForm } = await import("../edition-form/tool.js");
    editionForm(form);
    if (without) without.hidden = true;
    form.hidden = false;
  } catch {
    if (without) without.textContent = JSON.parse(form.dataset.words).failed;
  }
}

async function startFile() {
  const { fileForm } = await import("../edition-form/file-form.js");
  fileForm(file);
  file.hidden = false;
}
