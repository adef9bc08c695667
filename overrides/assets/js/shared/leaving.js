// Asks before the reader leaves words or ticks behind that nothing keeps once the tab is closed. Another page of this site
// in the same tab is no leaving, as long as the tab keeps its draft; that page asks in its place.

const AGAIN = "loading-again"; // an event, since each tool on a page has this script to itself

/** Loads the page again, of which nobody need be asked: what the tab keeps is there again. */
export function loadAgain() {
  dispatchEvent(new Event(AGAIN));
  location.reload();
}

/**
 * Watches what the reader leaves.
 * @param {string} root the path of the site's root
 * @param {() => boolean} staysInTab whether the tab's draft would be there on coming back
 * @param {string} draft its name in the tab's storage
 * @returns {(atRisk: boolean) => void} says whether there are words or ticks that live only in the tab
 */
export function watchLeaving(root, staysInTab, draft) {
  const ask = asker(root, staysInTab);
  return (atRisk) => {
    mark(root, draft, atRisk);
    ask(atRisk);
  };
}

/**
 * Watches what other pages of this site left in the tab. Nobody can tell closing a tab from the way back to the sheet, so
 * it is asked once: after that not until the sheet was opened again.
 * @param {string} root the path of the site's root
 */
export function watchLeft(root) {
  let hasAsked = false;
  const isLeft = () => marked(root).length > 0;
  const ask = asker(
    root,
    () => true,
    () => {
      // Browsers ask only on pages that somebody used.
      hasAsked = isLeft() && (navigator.userActivation?.hasBeenActive ?? true);
      return isLeft();
    },
  );
  addEventListener("pagehide", () => hasAsked && forget(root));
  const look = () => ask(isLeft());
  look();
  addEventListener("pageshow", look);
  // Something on this page may have marked it, or the mark may be gone; and who was asked has stayed.
  addEventListener("click", () => {
    hasAsked = false;
    setTimeout(look);
  });
}

/**
 * Whether a page said that this draft is at risk, and none has kept or saved it since.
 * @param {string} root
 * @param {string} draft
 * @returns {boolean}
 */
export function isAtRisk(root, draft) {
  return marked(root).includes(draft);
}

function asker(root, staysInTab, isStill = () => true) {
  let within = false; // on the way to another page of this site
  let asking = false;

  function ask(event) {
    if ((within && staysInTab()) || !isStill()) return;
    event.preventDefault();
    event.returnValue = ""; // browsers that do not know the other way yet
  }

  addEventListener(AGAIN, () => (within = true));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    within = Boolean(link) && leadsWithin(link, root);
    // A click that leads nowhere must not count for a later leaving.
    if (within) setTimeout(() => (within = false), 1000);
  });

  // Only where there is something to lose: a page that listens for its end cannot wait in the browser's memory.
  return (atRisk) => {
    if (atRisk === asking) return;
    asking = atRisk;
    if (asking) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  };
}

const nameOf = (root) => `at risk ${root}`; // no name of a sheet: the list of what is kept leaves it out

// Drafts at risk that are still there.
function marked(root) {
  try {
    const all = JSON.parse(sessionStorage.getItem(nameOf(root)) ?? "[]");
    return all.filter((draft) => sessionStorage.getItem(draft) !== null);
  } catch {
    return []; // blocked, or not ours
  }
}

function forget(root) {
  for (const draft of marked(root)) mark(root, draft, false);
}

function mark(root, draft, atRisk) {
  try {
    const all = [...marked(root).filter((other) => other !== draft), ...(atRisk ? [draft] : [])];
    const text = all.length ? JSON.stringify(all) : null;
    if (text === sessionStorage.getItem(nameOf(root))) return;
    if (text) sessionStorage.setItem(nameOf(root), text);
    else sessionStorage.removeItem(nameOf(root));
  } catch {
    // blocked or full: this page asks all the same
  }
}

/**
 * Whether a link opens another page below `root` in this tab, or none, as one to a mail program does.
 * @param {HTMLAnchorElement} link
 * @param {string} root
 * @returns {boolean}
 */
export function leadsWithin(link, root) {
  const url = new URL(link.href, location.href);
  if (!/^(https?|file):$/.test(url.protocol)) return true;
  return (!link.target || link.target === "_self") && url.origin === location.origin && url.pathname.startsWith(root);
}
