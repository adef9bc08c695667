// A paper's words as plain text, for the clipboard and for a mail program.

const LINES = "p, li";

/** @param {Element} text @returns {string} the words with an empty line between paragraphs; list items begin with "- " */
export function plainText(text) {
  const lines = [...text.querySelector("[data-body]").querySelectorAll(LINES)].map((element) => {
    const words = wordsOf(element);
    if (element.localName !== "li") return `${words}\n`;
    const items = words.replace(/^/gm, "- ");
    return element.nextElementSibling ? items : `${items}\n`;
  });
  return `${lines.join("\n").trim()}\n`;
}

/** @param {Element} text @returns {string} a mailto: address with the subject and the words */
export function mailAddress(text) {
  const subject = text.querySelector("[data-subject]");
  const body = plainText(text).replace(/\n/g, "\r\n"); // RFC 6068, section 5
  return `mailto:?subject=${encodeURIComponent(subject ? wordsOf(subject) : "")}&body=${encodeURIComponent(body)}`;
}

// An empty gap is told from the words round it, as in the files.
function wordsOf(element) {
  const copy = element.cloneNode(true);
  for (const mark of copy.querySelectorAll(".gap__from")) mark.remove();
  for (const gap of copy.querySelectorAll("[data-gap]:not(.gap--filled)")) gap.textContent = `[${gap.textContent}]`;
  return copy.textContent
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}
