// Elements made by scripts. What goes into them goes in as text, never as markup.

/**
 * @param {string} name of the element, such as "li"
 * @param {string} [kind] its class, or classes
 * @param {string} [text] what it says
 * @returns {HTMLElement}
 */
export function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
}

/**
 * @param {string} kind its class
 * @param {string} text what it says
 * @param {string} [hiddenText] what only a screen reader says after that
 * @param {(event: MouseEvent) => void} [pressed]
 * @returns {HTMLButtonElement}
 */
export function button(kind, text, hiddenText, pressed) {
  const made = element("button", kind);
  made.type = "button";
  made.append(element("span", "worksheet__button-words", text));
  if (hiddenText) made.append(element("span", "visually-hidden", ` ${hiddenText}`));
  if (pressed) made.addEventListener("click", pressed);
  return made;
}
