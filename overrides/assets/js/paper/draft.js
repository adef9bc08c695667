// What is typed into a paper's gaps, kept for this tab from the first letter: a reload or Back loses nothing.

/**
 * @param {string} key
 * @returns {{read: () => Object<string, string>, write: (values: Object<string, string>) => void, isSafe: () => boolean}}
 */
export function openDraft(key) {
  let failing = false;
  return { read, write, isSafe: () => !failing };

  function read() {
    try {
      // What a project's file brought is kept on the device; what this tab has is newer.
      const data = JSON.parse(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "{}");
      return Object.fromEntries(Object.entries(data ?? {}).filter(([, value]) => typeof value === "string"));
    } catch {
      return {}; // blocked or damaged: the gaps begin as they would without it
    }
  }

  function write(values) {
    try {
      sessionStorage.setItem(key, JSON.stringify(values));
      failing = false;
    } catch {
      failing = true; // blocked or full: what is typed stands in the page still
    }
  }
}
