// Fills the gaps in a paper's words on the page.

/**
 * Puts each value into every gap of its name; an empty one shows its question again.
 * Several lines stand one below the other where the gap is all there is in its paragraph, else one after the other.
 * @param {Element} text @param {Object<string, string>} values
 */
export function showGaps(text, values) {
  for (const gap of text.querySelectorAll("[data-gap]")) {
    gap.dataset.prompt ??= gap.textContent;
    const value = (values[gap.dataset.gap] ?? "").trim();
    const lines = linesOf(value);
    const alone = gap.parentElement.textContent.trim() === gap.textContent.trim();
    if (alone && lines.length > 1) gap.textContent = lines.map((line) => `- ${line}`).join("\n");
    else gap.textContent = lines.join("; ") || gap.dataset.prompt;
    gap.classList.toggle("gap--filled", Boolean(value));
  }
}

/** @param {string} value @returns {string[]} its lines, without empty ones */
export function linesOf(value) {
  return value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
