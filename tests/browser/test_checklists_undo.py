"""What is done to many ticks at once can be taken back, and what was ticked since stays."""

from __future__ import annotations

import string
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.support.at_once import checked
from tests.support.checklist_page import (
    ALL,
    KEEP,
    LIST,
    box,
    forget,
    keep,
    kept,
    load,
    press,
    reader,
    said,
    settled,
    tick,
    untick,
)

Opens = Callable[[str], Page]

# What each region has said: a screen reader says it at once, so that what stands there later is not the whole of it.
HEAR = """() => { window.heard = [];
for (const place of document.querySelectorAll('[data-status], [data-announce]')) {
  new MutationObserver((all) => {
    const words = all.flatMap((change) => [...change.addedNodes].map((node) => node.data)).filter(Boolean);
    window.heard.push(...words);
  }).observe(place, {childList: true});
} }"""


def cleared(page: Page) -> None:
    press(page, "Clear all my ticks")
    press(page, "Yes, clear them")


def loaded(page: Page) -> None:
    item = {"id": f"{LIST}--data-questioned", "text": "x", "ticked": True}
    load(page, {"kind": "checklists", "version": 1, "items": [item]})
    expect(said(page)).to_contain_text("Loaded")


def added(page: Page) -> None:
    page.evaluate("(code) => { location.hash = `ticks=1.1.${code}` }", code(f"{LIST}--data-questioned"))
    press(page, "Add them")


def code(key: str) -> str:
    """An item's code in a link. It is the same in every version: a link made long ago must still be understood."""
    mixed = 0x811C9DC5
    for letter in key:
        mixed = (mixed ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    folded = (mixed ^ mixed >> 24) & 0xFFFFFF
    letters = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
    return "".join(letters[folded >> 6 * at & 63] for at in range(4))


ACTS = [
    (cleared, "Bring my ticks back"),
    (loaded, "Bring back what was here"),
    (added, "Take them out again"),
]


def test_what_was_ticked_since_stays_when_an_act_is_taken_back(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = context.new_page()
        for act, back in ACTS:
            forget(page, site)
            page.goto(site + ALL)
            taken_back(page, act, back)


def taken_back(page: Page, act: Callable[[Page], None], back: str) -> None:
    """Only what ``act`` did is undone by the button ``back``, and then the last tick."""
    tick(page, "long-list", "two-voices")
    keep(page)
    act(page)
    since = page.locator('.checklist input[name^="sustain--"]')
    for at in range(3):
        checked(since.nth(at))
    if box(page, "two-voices").is_checked():
        untick(page, "two-voices")
    else:
        tick(page, "two-voices")
        untick(page, "two-voices")
    press(page, back)
    for at in range(3):
        expect(since.nth(at)).to_be_checked()
    expect(box(page, "long-list")).to_be_checked()
    expect(box(page, "two-voices")).not_to_be_checked()
    expect(box(page, "data-questioned")).not_to_be_checked()
    keep(page)
    settled(page)
    assert sum(kept(page).values()) == 4
    press(page, "Undo the last tick")
    expect(box(page, "two-voices")).to_be_checked()


def test_it_tells_how_many_ticks_came_back(ticks: Opens) -> None:
    page = ticks(ALL)
    tick(page, "long-list", "two-voices")
    cleared(page)
    tick(page, "long-list")
    press(page, "Bring my ticks back")
    expect(said(page)).to_have_text("Brought back: 1 tick.")
    expect(page.locator(".checklist input:checked")).to_have_count(2)


def test_one_act_is_announced_once(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = context.new_page()
        for act, back in ACTS:
            forget(page, site)
            page.goto(site + ALL)
            heard_once(page, act, back)


def heard_once(page: Page, act: Callable[[Page], None], back: str) -> None:
    """``act`` and its button ``back`` are each said in one place, and in no other."""
    tick(page, "long-list")
    expect(page.locator("[data-announce]")).to_contain_text("1 of")
    page.evaluate(HEAR)
    act(page)
    heard = page.evaluate("window.heard")
    assert heard == [said(page).inner_text()]
    press(page, back)
    heard = page.evaluate("window.heard")
    assert heard[1:] == [said(page).inner_text()]
    assert page.locator("[data-announce]").inner_text() == "", "what is no longer true is not left to be read"


def test_the_focus_stays_where_a_message_was(ticks: Opens) -> None:
    page = ticks(ALL)
    tick(page, "long-list")
    cleared(page)
    page.get_by_role("button", name="Bring my ticks back").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close this message")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label(KEEP)).to_be_focused()
    assert said(page).inner_text() == ""
