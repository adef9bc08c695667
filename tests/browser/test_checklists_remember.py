"""Checklists remember what is ticked, where the reader lets them, and say how much is done."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.accessibility.asks import faults_of
from tests.support.at_once import checked
from tests.support.builds import Built
from tests.support.checklist_page import (
    ALL,
    KEEP,
    OTHER,
    STEP,
    box,
    forget,
    keep,
    kept,
    key_of,
    opened,
    press,
    reader,
    said,
    settled,
    tick,
    tick_all,
)

Opens = Callable[[str], Page]

PROGRESS = ".ticks [data-progress]"


def test_nothing_is_kept_before_the_reader_allows_it(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + STEP)
        box(page, "long-list").check()
        expect(page.locator(PROGRESS)).to_contain_text("1 of 7 done")
        settled(page)
        assert page.evaluate("localStorage.length") == 0 and context.cookies() == []
        page.reload()
        expect(box(page, "long-list")).to_be_checked()  # this tab has it until it is closed
        expect(box(opened(context, site + STEP), "long-list")).not_to_be_checked()


def test_ticks_come_back_and_are_shown_wherever_progress_is(ticks: Opens, quick_address: str) -> None:
    page = ticks(STEP)
    tick(page, "long-list")
    keep(page)
    tick(page, "two-voices")
    settled(page)
    assert kept(page) == {"choose-the-community--long-list": True, "choose-the-community--two-voices": True}
    page.reload()
    expect(box(page, "two-voices")).to_be_checked()
    expect(page.get_by_label(KEEP)).to_be_checked()
    expect(page.locator(".stage-bar [aria-current] .progress__words")).to_have_text(re.compile(r"^2 of \d+ done$"))
    expect(page.locator(".side .trail [aria-current] + .progress")).to_contain_text("2 of 7 done")
    page.goto(quick_address)
    expect(page.locator(".progress-whole .progress__words")).to_contain_text("2 of ")
    expect(page.locator(".stage-map .trail .progress:visible")).to_have_count(1)
    page.goto(quick_address + "focus/")
    expect(page.locator(".steps .progress:visible")).to_contain_text("2 of 7 done")
    page.goto(quick_address + ALL)
    expect(box(page, "long-list")).to_be_checked()


def test_leaving_asks_where_ticks_would_be_lost(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address, own=True) as (context, site):
        page = opened(context, site + STEP)
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        box(page, "long-list").check()
        page.locator("[data-ticks][data-ready]").wait_for()
        page.goto("about:blank")
        assert asked == ["beforeunload"]
        page.goto(site + STEP)
        expect(box(page, "long-list")).to_be_checked()
        box(page, "two-voices").check()
        keep(page)
        page.goto("about:blank")
        assert asked == ["beforeunload"], "this device has them"


def test_a_step_that_is_all_done_says_so(ticks: Opens) -> None:
    page = ticks(STEP)
    tick_all(page)
    expect(page.locator(PROGRESS)).to_contain_text("All 7 done")
    expect(page.locator("[data-announce]")).to_have_text("All 7 done.")


def test_ticks_are_undone_one_by_one(ticks: Opens) -> None:
    page = ticks(STEP)
    tick(page, "long-list")
    tick(page, "two-voices")
    press(page, "Undo the last tick")
    expect(box(page, "two-voices")).not_to_be_checked()
    press(page, "Undo the last tick")
    expect(box(page, "long-list")).not_to_be_checked()
    expect(box(page, "long-list")).to_be_focused()
    expect(page.get_by_role("button", name="Undo the last tick")).to_be_hidden()


def test_clear_says_what_it_clears_and_can_be_taken_back(ticks: Opens, quick_address: str) -> None:
    page = ticks(OTHER)
    page.locator(".checklist input").first.check()
    keep(page)
    page.goto(quick_address + STEP)
    tick(page, "long-list")
    press(page, "Clear these ticks")
    expect(page.locator("[data-asked]")).to_contain_text("clears 1 tick on this page")
    page.keyboard.press("Escape")
    expect(box(page, "long-list")).to_be_checked()
    press(page, "Clear these ticks")
    press(page, "Yes, clear them")
    expect(said(page)).to_contain_text("Cleared on this page: 1 tick")
    settled(page)
    assert sum(kept(page).values()) == 1, "the other step's"
    press(page, "Bring my ticks back")
    settled(page)
    assert sum(kept(page).values()) == 2
    page.goto(quick_address + ALL)
    press(page, "Clear all my ticks")
    expect(page.locator("[data-asked]")).to_contain_text("clears 2 ticks, in every step")
    press(page, "Yes, clear them")
    assert page.evaluate("localStorage.length") == 0
    press(page, "Bring my ticks back")
    settled(page)
    assert sum(kept(page).values()) == 2 and page.get_by_label(KEEP).is_checked()


def test_two_tabs_tick_together(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        one, other = opened(context, site + STEP), opened(context, site + ALL)
        keep(one)
        tick(one, "long-list")
        expect(box(other, "long-list")).to_be_checked()
        tick(other, "two-voices")
        expect(box(one, "two-voices")).to_be_checked()
        checked(one.get_by_label(KEEP), False)
        expect(other.get_by_label(KEEP)).not_to_be_checked()
        expect(box(other, "two-voices")).to_be_checked()


UNREADABLE = [
    ("{not json", "cannot be read"),
    ('{"format":1,"values":[]}', "cannot be read"),
    (json.dumps({"format": 99, "values": {"x": 1}}), "newer version"),
]


def test_what_cannot_be_read_is_left_as_it_was(ticks: Opens, quick_address: str) -> None:
    page = ticks(STEP)
    key = key_of(page)
    for there, words in UNREADABLE:
        forget(page, quick_address, there)
        page.goto(quick_address + STEP)
        expect(said(page)).to_contain_text(words)
        expect(box(page, "long-list")).not_to_be_checked()
        tick(page, "long-list")
        settled(page)
        assert page.evaluate("(key) => localStorage.getItem(key)", key) == there
        page.get_by_label(KEEP).click()
        settled(page)
        assert there in page.evaluate("Object.values(localStorage)")


STORAGE = {
    "full": "Storage.prototype.setItem = () => { throw new DOMException('x', 'QuotaExceededError') }",
    "blocked": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})",
}


@pytest.mark.parametrize(("how", "words"), [("full", "no room left"), ("blocked", "does not let the page keep")])
def test_a_browser_that_keeps_nothing_says_so_and_goes_on(
    quick_address: str, browser: Browser, how: str, words: str
) -> None:
    with reader(browser, quick_address, own=True) as (context, site):
        context.add_init_script(STORAGE[how])
        page = opened(context, site + STEP)
        tick(page, "long-list")
        page.get_by_label(KEEP).click()
        expect(said(page)).to_contain_text(words)
        expect(page.get_by_label(KEEP)).not_to_be_checked()
        expect(box(page, "long-list")).to_be_checked()


def test_a_first_visit_fetches_one_script_and_ticks_work_without_any(quick_address: str, browser: Browser) -> None:
    asked: list[str] = []
    with reader(browser, quick_address, own=True) as (context, site):
        context.on("request", lambda request: asked.append(request.url))
        opened(context, site + STEP).wait_for_load_state("networkidle")
        assert [url for url in asked if "/js/checklist/" in url or "/js/shared/" in url or "checklist.js" in url] == [
            site + "assets/js/entries/checklist.js"
        ]
    with reader(browser, quick_address, own=True, java_script_enabled=False) as (context, site):
        page = context.new_page()
        page.goto(site + STEP)
        box(page, "long-list").check()
        assert box(page, "long-list").is_checked()
        assert page.locator("[data-ticks]").is_hidden() and page.get_by_text("gone when you leave").is_visible()


def test_a_script_that_does_not_load_is_told(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        context.route("**/checklist/checklist.js", lambda route: route.abort())
        page = opened(context, site + STEP)
        page.get_by_label(KEEP).click()
        expect(said(page)).to_contain_text("could not be loaded")
        expect(page.get_by_label(KEEP)).not_to_be_checked()
        tick(page, "long-list")
        assert box(page, "long-list").is_checked()


def test_with_ticks_axe_finds_nothing_and_nothing_is_too_wide(quick_address: str, browser: Browser) -> None:
    """In a wide and in a narrow window. Colours, which are the same on all pages, in each scheme on two of them."""
    pages: list[tuple[str, Any]] = [(STEP, "light"), ("focus/", "dark"), ("", "light"), (ALL, "dark")]
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + STEP)
        tick(page, "long-list")
        keep(page)
        press(page, "Clear these ticks")
        page.locator("[data-ask]").wait_for()
        for path, scheme in pages:
            if path != STEP:
                page.goto(site + path)
                page.locator(".progress__bar:visible").first.wait_for()
            page.emulate_media(color_scheme=scheme)
            for width, asks in ((1280, ("contrast",)), (320, ("axe without colours", "links"))):
                page.set_viewport_size({"width": width, "height": 640})
                assert {ask: lines for ask in asks if (lines := faults_of(page, ask))} == {}, (path, width)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)


def test_no_word_of_the_pages_is_a_pythons(quick: Built, browser: Browser) -> None:
    for path in (STEP, ALL, ""):
        assert "built-in method" not in (quick.site / path / "index.html").read_text("utf-8")
