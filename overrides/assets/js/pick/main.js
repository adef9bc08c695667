// Makes the list of parts a tool, once it is needed: when it comes near, or when the address holds a choice. Without
// this, or where the rest cannot be fetched, the list is one of links.

const NEAR = "600px"; // how far below the screen it may be

const form = document.querySelector("form[data-pick]");
const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && begin(), { rootMargin: NEAR });

if (form) {
  if (/^[?#]pick=/.test(location.hash || location.search)) begin();
  else near.observe(form);
}

async function begin() {
  near.disconnect();
  const without = form.querySelector("[data-without-pick]");
  without.hidden = true;
  try {
    const { start } = await import("./tool.js");
    start(form);
  } catch {
    without.hidden = false; // it says what remains
  }
}
