// Elements made by scripts. What goes into them goes in as text, never as markup.

/**
 * @param {string} name of the element, such as "li"
 * @param {string} [kind] its class, or classes
 * @param {string} [text] what it says
 * @returns {HTMLElement}
 */
export function element(name, kind, text) {
  const node = document.createElement(name);
  if (kind) node.className = kind;
  if (text) node.textContent = text;
  return node;
}

/**
 * @param {string} name
 * @param {string} [kind]
 * @returns {HTMLElement} the same, for the screen only: it is on no paper. A view says it by the same mark
 */
export function screenOnly(name, kind) {
  const node = element(name, kind);
  node.dataset.screenOnly = "";
  return node;
}

/**
 * @param {string} kind its class
 * @param {string} text what it says
 * @param {string} [hiddenText] what only a screen reader says after that
 * @param {(event: MouseEvent) => void} [pressed]
 * @returns {HTMLButtonElement}
 */
export function button(kind, text, hiddenText, pressed) {
  const node = element("button", kind);
  node.type = "button";
  node.append(element("span", "worksheet__button-words", text));
  if (hiddenText) node.append(element("span", "visually-hidden", ` ${hiddenText}`));
  if (pressed) node.addEventListener("click", pressed);
  return node;
}
