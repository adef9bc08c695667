// Whose sheet it is and who wants it back. Its script is fetched when the panel is opened, when the address says who
// asks, or when a name is kept. Without this the page has neither. The words come from the page: see views/send-back/.

const panel = document.querySelector("[data-send-back]");
const form = document.querySelector("form[data-worksheet]");
if (panel && form) start();

function start() {
  let begun;
  const typed = new Set(); // boxes that somebody used before their script came: it may be slow, and takes them as they are
  panel.addEventListener("input", ({ target }) => typed.add(target));
  const begin = async () => {
    begun ??= import("../send-back/tool.js").then(({ sendBack }) => sendBack(panel, form, typed));
    try {
      await begun;
    } catch {
      begun = undefined; // it may come when it is asked for again
    }
  };
  panel.querySelector("details").addEventListener("toggle", begin);
  addEventListener("hashchange", begin);
  if (/for=/i.test(decoded(location.hash)) || hasName()) begin();
  panel.hidden = false;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// A look at the names alone: what is kept is read by shared/own-name.js.
function hasName() {
  if (document.querySelector('meta[name="own-name"]')) return true; // a site made with a council's name
  try {
    return Object.keys(localStorage).some((key) => key.includes("own-name"));
  } catch {
    return false;
  }
}
