// Asks before the reader leaves words behind that nothing keeps once the tab is closed. Another page of this site in the
// same tab is no leaving, as long as the tab keeps its draft.

/**
 * Watches what the reader leaves.
 * @param {string} root the path of the site's root
 * @param {() => boolean} staysInTab whether the tab's draft would be there on coming back
 * @returns {(atRisk: boolean) => void} says whether there are words that live only in the tab
 */
export function watchLeaving(root, staysInTab) {
  let within = false; // on the way to another page of this site
  let asking = false;

  function ask(event) {
    if (within && staysInTab()) return;
    event.preventDefault();
    event.returnValue = ""; // browsers that do not know the other way yet
  }

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

/**
 * Whether a link opens another page below `root` in this tab.
 * @param {HTMLAnchorElement} link
 * @param {string} root
 * @returns {boolean}
 */
export function leadsWithin(link, root) {
  const url = new URL(link.href, location.href);
  return (!link.target || link.target === "_self") && url.origin === location.origin && url.pathname.startsWith(root);
}
