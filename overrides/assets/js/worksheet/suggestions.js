// Offers what other sheets know while somebody types: typed words stay free. Brings rows that were kept, and says where
// a sheet that something was taken from has changed since.

import { button, element, screenOnly } from "../shared/dom.js";
import { fill, keyOf, kindOf, valueOf, wordsFor } from "./boxes.js";
import { offerRows } from "./bring-rows.js";
import { openTaken } from "./taken.js";
import { openOffers } from "./offers.js";

const MOST = 6; // more would hide the rows below

/**
 * @param {{sheet: object, scope: string, keep: object, words: Record<string, string>, tell: function,
 *   say: (word: string, values?: object) => string, announce: function}} page see entries/worksheet.js
 */
export function suggest({ sheet, scope, keep, tell, say, announce }) {
  const { form } = sheet;
  const offers = openOffers(sheet, scope);
  const taken = openTaken({ sheet, scope, keep, offers, say });
  const panel = screenOnly("div", "offers");
  panel.setAttribute("role", "group");
  panel.popover = "manual"; // over the table, which would cut it off
  let box; // the one that it belongs to

  form.addEventListener("focusin", ({ target }) => target.name && target !== box && open(target));
  form.addEventListener("input", ({ target }) => target === box && draw());
  form.addEventListener("focusout", () => setTimeout(() => !isInside(document.activeElement) && close()));
  form.addEventListener("keydown", pressed);
  panel.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  for (const kind of ["scroll", "resize"])
    addEventListener(kind, () => box && place(), { capture: true, passive: true });
  offerRows({ sheet, offers, taken, tell, say });
  taken.show();
  if (form.contains(document.activeElement) && document.activeElement.name) open(document.activeElement);

  function open(target) {
    close();
    if (target.readOnly || !offers.at(target).length) return;
    box = target;
    if (draw()) announce("offers", { count: panel.querySelectorAll("button").length });
  }

  function draw() {
    const several = kindOf(box) === "long_text";
    const typed = String(valueOf(box)).trim();
    const low = typed.toLowerCase();
    const fits = ({ value }) =>
      several ? !low.includes(value.toLowerCase()) : value !== typed && value.toLowerCase().includes(low);
    const all = offers.at(box).filter(fits);
    panel.replaceChildren();
    let sheetBefore;
    for (const suggestion of all.slice(0, MOST)) {
      if (suggestion.sheet !== sheetBefore || !panel.childElementCount) panel.append(heading(suggestion.sheet));
      sheetBefore = suggestion.sheet;
      const choice = button("offers__choice", wordsFor(kindOf(box), suggestion.value), "", () => take(suggestion));
      choice.tabIndex = -1; // the arrows lead here, so that Tab still goes from box to box
      panel.append(choice);
    }
    if (all.length > MOST) panel.append(element("p", "offers__more", say("offers_more", { count: all.length - MOST })));
    if (!all.length) {
      hide();
      return false;
    }
    if (!panel.isConnected || panel.previousElementSibling !== box) box.after(panel);
    panel.setAttribute("aria-label", say("offers_title"));
    if (panel.showPopover && !panel.matches(":popover-open")) panel.showPopover();
    place();
    return true;
  }

  // From which sheet it comes, with the way back to it.
  function heading(from) {
    const line = element("p", "offers__from");
    if (!from) line.textContent = say("offers_project");
    else if (from === offers.own) line.textContent = say("offers_own");
    else {
      const link = element("a", "", offers.titles[from]);
      link.href = `../${from}/`;
      link.tabIndex = -1;
      line.append(say("offers_from"), " ", link);
    }
    return line;
  }

  function place() {
    if (!panel.showPopover) return;
    const at = box.getBoundingClientRect();
    const width = Math.min(Math.max(at.width, 256), innerWidth - 16);
    panel.style.width = `${width}px`;
    panel.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    const below = innerHeight - at.bottom;
    const over = below < panel.offsetHeight + 8 && at.top > below;
    panel.style.top = `${over ? Math.max(4, at.top - panel.offsetHeight - 4) : at.bottom + 4}px`;
  }

  function take(suggestion) {
    const target = box;
    const before = String(valueOf(target)).trim();
    const value = kindOf(target) === "long_text" && before ? `${before}\n${suggestion.value}` : suggestion.value;
    fill(target, value);
    target.dispatchEvent(new Event("input", { bubbles: true }));
    target.dispatchEvent(new Event("change", { bubbles: true }));
    if (suggestion.from && value === suggestion.value) taken.add(keyOf(target), suggestion.from, suggestion.value);
    target.focus();
    hide();
  }

  function pressed(event) {
    const choices = [...panel.querySelectorAll("button")];
    if (!box || !choices.length || event.isComposing) return;
    const at = choices.indexOf(event.target);
    if (event.key === "Escape") {
      box.focus();
      hide();
    } else if (event.key === "ArrowDown" && (at >= 0 || isAtEnd(event.target))) {
      event.preventDefault();
      choices[(at + 1) % choices.length].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (choices[at - 1] ?? box).focus();
    }
  }

  function isInside(element) {
    return element === box || panel.contains(element);
  }

  function hide() {
    if (panel.matches?.(":popover-open")) panel.hidePopover();
    panel.remove();
  }

  function close() {
    hide();
    box = undefined;
  }
}

// The down key moves the caret of a text of several lines, until it can go no further.
function isAtEnd(box) {
  return (
    box.localName !== "textarea" || (box.selectionStart === box.value.length && box.selectionEnd === box.value.length)
  );
}
