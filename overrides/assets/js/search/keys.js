// The arrow keys in the search box: down from the words into the results, and up again. Tab goes the same way, slower.

/**
 * Moves the focus between the box and the results.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} input where the words are typed
 * @param {HTMLElement} list holds the results' links
 */
export function alongRows(event, input, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || event.isComposing) return;
  const next = stops[at + step];
  if (!next) return;
  event.preventDefault(); // the page under the box does not scroll
  next.focus();
}
