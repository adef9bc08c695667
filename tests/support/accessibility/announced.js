// Status messages (4.1.3). With "watch", marks each place for them that a screen reader knows by now. Without, returns
// where words have come since that no such place holds; `asked` is the selector of what was expected to speak.
(asked) => {
  const PLACES = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
  if (asked === "watch") {
    // A place that is hidden until it is filled is not announced by every screen reader.
    for (const one of document.querySelectorAll(PLACES)) one.watched = one.checkVisibility() && !one.textContent.trim();
    return [];
  }
  const spoke = [...document.querySelectorAll(asked)];
  if (!spoke.length) return [`nothing matches ${asked}`];
  return spoke.flatMap((one) => {
    if (!one.textContent.trim()) return [`it says nothing: ${one.outerHTML.slice(0, 80)}`];
    return one.closest(PLACES)?.watched ? [] : [`no screen reader would say: ${one.textContent.slice(0, 80)}`];
  });
};
