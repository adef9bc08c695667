"""Pressing, ticking and writing by no hand, where the hand is not the claim: it takes a fifth of the browser's time.

Only what a reader could press now is: it is there once and seen, enabled, and nothing lies over it. Else Playwright's
own hand waits until it can be pressed, or tells why not. What is asked of all that match is one call; of one, it is
three.
"""

from __future__ import annotations

from playwright.sync_api import Locator

# What is pressed is answered in the same turn, or begins to be: it is looked at when the turn is over.
REACH = """const reach = (control) => {
  if (control.disabled || !control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = control.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  return control.contains(over) || [...(control.labels ?? [])].some((label) => label.contains(over));
};
const press = (control) => { control.focus({ preventScroll: true }); control.click(); };
const turn = () => new Promise((done) => { setTimeout(done); });"""
PRESS = f"""async (controls) => {{
  {REACH}
  const [control] = controls;
  if (controls.length !== 1 || !reach(control)) return false;
  press(control);
  await turn();
  return true;
}}"""
CHECK = f"""async (boxes, on) => {{
  {REACH}
  for (const box of boxes) {{
    if (box.checked === on) continue;
    if (!reach(box)) return false;
    press(box);
  }}
  await turn();
  return boxes.length > 0 && boxes.every((box) => box.checked === on);
}}"""
WRITE = f"""(boxes, text) => {{
  {REACH}
  const [box] = boxes;
  if (boxes.length !== 1 || box.readOnly || box.matches(':disabled') || !reach(box)) return false;
  box.focus({{ preventScroll: true }});
  box.value = text;
  if (box.value !== text) return false;
  box.dispatchEvent(new Event('input', {{ bubbles: true }}));
  box.dispatchEvent(new Event('change', {{ bubbles: true }})); // as for a hand that then goes elsewhere
  return true;
}}"""


def pressed(control: Locator) -> None:
    """Press ``control``."""
    if not control.evaluate_all(PRESS):
        control.click()


def checked(boxes: Locator, on: bool = True) -> None:
    """Tick each of ``boxes``, or take their ticks out, one after the other."""
    if not boxes.evaluate_all(CHECK, on):
        boxes.first.wait_for(state="attached")
        for box in boxes.all():
            box.set_checked(on)


def written(box: Locator, text: str) -> None:
    """Write ``text`` into ``box`` in place of what is there."""
    if not box.evaluate_all(WRITE, text):
        box.fill(text)
