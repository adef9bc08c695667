"""Ticks that the page of all checklists cannot read or write: they stay as they are, and what goes is told truly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.at_once import checked
from tests.support.checklist_page import (
    ALL,
    FULL,
    KEEP,
    LIST,
    ROOM,
    STEP,
    box,
    forget,
    keep,
    kept,
    key_of,
    opened,
    press,
    put,
    reader,
    said,
    settled,
    tick,
)

Opens = Callable[[str], Page]

AWKWARD = '{"format":1,"values":[]}\r\n\tYnys Môn ✓ 😀 <b>&amp;\x01\n\n '
NEWER = '{"format":99,"values":{"x":1}}'
READ = "(key) => localStorage.getItem(key)"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"


@pytest.mark.parametrize(("there", "words"), [(AWKWARD, "cannot be read"), (NEWER, "newer version")])
def test_clearing_what_cannot_be_read_says_that_its_size_is_not_known_and_brings_back_the_very_same(
    ticks: Opens, quick_address: str, there: str, words: str
) -> None:
    page = ticks(STEP)
    key = key_of(page)
    put(page, there)
    page.goto(quick_address + ALL)
    expect(said(page)).to_contain_text(words)
    tick(page, "long-list")
    press(page, "Clear all my ticks")
    asked = page.locator("[data-asked]")
    expect(asked).to_contain_text("nobody can say how many ticks go")
    expect(asked).not_to_contain_text("1 tick")
    press(page, "No, keep them")
    assert page.evaluate(READ, key) == there
    press(page, "Clear all my ticks")
    press(page, "Yes, clear them")
    expect(said(page)).to_contain_text("with what could not be read")
    assert page.evaluate("localStorage.length") == 0 and not box(page, "long-list").is_checked()
    press(page, "Bring my ticks back")
    expect(said(page)).to_contain_text("All that was cleared is back")
    assert page.evaluate(READ, key) == there and box(page, "long-list").is_checked()


def test_what_cannot_be_read_is_saved_to_the_byte(ticks: Opens, quick_address: str) -> None:
    page = ticks(STEP)
    put(page, AWKWARD)
    page.goto(quick_address + ALL)
    page.locator("[data-ticks][data-ready]").wait_for()
    with page.expect_download() as download:
        press(page, "Save what cannot be read")
    assert Path(download.value.path()).read_bytes() == AWKWARD.encode()


def test_a_browser_that_keeps_nothing_lets_the_page_of_all_checklists_work(
    quick_address: str, browser: Browser
) -> None:
    with reader(browser, quick_address, own=True) as (context, site):
        context.add_init_script(BLOCKED)
        page = opened(context, site + ALL)
        tick(page, "long-list")
        page.get_by_label(KEEP).click()
        expect(said(page)).to_contain_text("does not let the page keep")
        expect(page.get_by_label(KEEP)).not_to_be_checked()
        expect(page.get_by_role("button", name="Save what cannot be read")).to_be_hidden()
        press(page, "Clear all my ticks")
        expect(page.locator("[data-asked]")).to_contain_text("clears 1 tick, in every step")
        press(page, "Yes, clear them")
        expect(box(page, "long-list")).not_to_be_checked()
        press(page, "Bring my ticks back")
        expect(box(page, "long-list")).to_be_checked()


def test_where_the_room_runs_out_what_was_kept_stays_and_the_rest_is_kept_once_there_is_room(
    ticks: Opens, quick_address: str
) -> None:
    page = ticks(STEP)
    run_out_of_room(page)
    forget(page, quick_address)
    page.goto(quick_address + ALL)
    run_out_of_room(page)


def run_out_of_room(page: Page) -> None:
    expect(box(page, "long-list")).not_to_be_checked()
    tick(page, "long-list")
    keep(page)
    page.evaluate(FULL)
    tick(page, "two-voices")
    expect(said(page)).to_contain_text("no room left")
    assert kept(page) == {f"{LIST}--long-list": True}
    expect(box(page, "two-voices")).to_be_checked()
    page.evaluate(ROOM)
    tick(page, "data-questioned")
    expect(said(page)).to_contain_text("kept again")
    assert len(kept(page)) == 3


def test_to_keep_no_longer_says_that_it_is_so_of_every_step(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page, other = opened(context, site + STEP), opened(context, site + ALL)
        keep(page)
        other.locator(".checklist input").last.check()
        settled(other)
        assert not all(key.startswith(LIST) for key in kept(page))
        checked(page.get_by_label(KEEP), False)
        expect(said(page)).to_contain_text("ticks of every step are no longer kept")
        expect(said(other)).to_contain_text("ticks of every step are no longer kept")
        assert kept(page) == {}
        press(page, "Keep them again")
        assert not all(key.startswith(LIST) for key in kept(page))
