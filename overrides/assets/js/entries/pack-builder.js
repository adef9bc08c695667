// Makes the list of parts a tool, once it is needed: when it comes near, or when the address holds a choice. Without
// this, or where the rest cannot be fetched, the list is one of links.

import { brought } from "../pack-builder/address.js";

const NEAR = "600px"; // how far below the screen it may be

const form = document.querySelector("form[data-pick]");
const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && begin(), {
  rootMargin: NEAR,
});

if (form) {
  if (brought()) begin();
  else {
    near.observe(form);
    addEventListener("hashchange", pasted);
  }
}

// A link to a pack may be pasted while the page is open.
function pasted() {
  if (brought()) begin();
}

async function begin() {
  near.disconnect();
  removeEventListener("hashchange", pasted);
  const without = form.querySelector("[data-without-pick]");
  without.hidden = true;
  try {
    const { start } = await import("../pack-builder/tool.js");
    start(form);
  } catch {
    without.hidden = false; // it says what remains
  }
}
