"""What becomes of what the browser keeps, of checklists and worksheets: nothing is lost, and nothing untrue is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.at_once import checked
from tests.support.checklist_page import (
    ALL,
    FULL,
    KEEP,
    LIST,
    ROOM,
    STEP,
    box,
    keep,
    kept,
    opened,
    press,
    put,
    reader,
    said,
    settled,
    tick,
    ticks_of,
)
from tests.support.worksheet_page import box as field
from tests.support.worksheet_page import keep as keep_answers
from tests.support.worksheet_page import opened as sheet
from tests.support.worksheet_page import tool

Opens = Callable[[str], Page]

KEEP_ANSWERS = "Keep my answers on this device"
BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
# A browser fills boxes in before the page's scripts run, when somebody comes back to the page.
REFILLED = """document.addEventListener('readystatechange', () => {
  const box = document.querySelector('%s');
  if (document.readyState === 'interactive' && box) { %s }
})"""


def worksheet(context: BrowserContext, site: str) -> Page:
    return sheet(context, site, "partner-map")


def put_answers(page: Page, text: str, suffix: str = "") -> str:
    """Write what is kept of the partner map; returns its key."""
    key = "worksheet:" + page.evaluate("new URL('../../', location).pathname") + ":partner-map" + suffix
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    return key


CARERS = '{"format":1,"values":{"community":{"value":"Carers","at":5}},"rows":{}}'


@pytest.mark.parametrize("begun", [False, True], ids=["untouched", "with its scripts"])
def test_a_page_that_back_brings_from_memory_shows_ticks_kept_since(ticks: Opens, begun: bool) -> None:
    page = ticks(STEP)
    if begun:
        tick(page, "long-list")
        page.locator("[data-ticks][data-ready]").wait_for()
    put(page, ticks_of(two_voices=True))
    page.evaluate(BACK)
    expect(box(page, "two-voices")).to_be_checked()
    expect(page.get_by_label(KEEP)).to_be_checked()


def test_a_worksheet_that_back_brings_from_memory_shows_answers_kept_since(
    quick_address: str, browser: Browser
) -> None:
    with reader(browser, quick_address) as (context, site):
        page = worksheet(context, site)
        put_answers(page, CARERS)
        page.evaluate(BACK)
        expect(field(page, "community")).to_have_value("Carers")
        expect(page.get_by_label(KEEP_ANSWERS)).to_be_checked()


def test_a_page_in_memory_whose_ticks_were_removed_says_so(ticks: Opens) -> None:
    page = ticks(STEP)
    keep(page)
    page.evaluate("localStorage.clear()")
    page.evaluate(BACK)
    expect(said(page)).to_contain_text("no longer kept")
    expect(page.get_by_label(KEEP)).not_to_be_checked()


def test_that_there_is_no_room_is_not_talked_over_by_what_was_found(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address, own=True) as (context, site):
        page = worksheet(context, site)
        put_answers(page, CARERS)
        context.add_init_script(f"({FULL})()")
        context.add_init_script(REFILLED % ('[name="missing"]', "box.value = 'Typed early'"))
        page.reload()
        expect(field(page, "community")).to_have_value("Carers")
        expect(said(page)).to_contain_text("no room left")


def test_the_switch_shows_what_is_kept_and_not_what_the_browser_remembers(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address, own=True) as (context, site):
        context.add_init_script(REFILLED % ("[data-keep]", "box.checked = true"))
        page = worksheet(context, site)
        expect(page.get_by_label(KEEP_ANSWERS)).not_to_be_checked()
        assert page.get_by_label(KEEP_ANSWERS).evaluate("(box) => box.form.autocomplete") == "off"
        assert page.evaluate("localStorage.length") == 0


def test_a_failure_to_load_is_no_longer_told_once_it_is_over(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        context.route("**/checklist/checklist.js", lambda route: route.abort(), times=1)
        page = opened(context, site + STEP)
        tick(page, "long-list")
        expect(said(page)).to_contain_text("could not be loaded")
        tick(page, "two-voices")
        page.locator("[data-ticks][data-ready]").wait_for()
        expect(said(page)).to_be_empty()


def test_what_cannot_be_read_is_put_aside_once_however_often_it_is_tried(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = worksheet(context, site)
        aside = put_answers(page, "{earlier", ":damaged")
        key = put_answers(page, "{later")
        page.reload()
        page.evaluate(FULL, ":damaged")
        for _ in range(3):
            page.get_by_label(KEEP_ANSWERS).click()
            expect(said(page)).to_contain_text("no room left")
        read = "(key) => localStorage.getItem(key)"
        assert page.evaluate(read, aside) == "{earlier\n{later" and page.evaluate(read, key) == "{later"
        with page.expect_download() as download:
            press(page, "Save what cannot be read")
        assert download.value.path().read_text("utf-8") == "{earlier\n{later"
        assert download.value.suggested_filename == "partner-map-toolkit-unreadable.txt"


def test_the_way_to_what_cannot_be_read_comes_and_goes_with_it(quick_address: str, browser: Browser) -> None:
    save = "Save what cannot be read"
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + STEP)
        put(page, "{unreadable")
        page.goto(site + ALL)
        expect(page.get_by_role("button", name=save)).to_be_visible()
        press(page, "Clear all my ticks")
        press(page, "Yes, clear them")
        expect(page.get_by_role("button", name=save)).to_be_hidden()
        press(page, "Bring my ticks back")
        expect(page.get_by_role("button", name=save)).to_be_visible()
        with page.expect_download() as download:
            press(page, save)
        assert download.value.suggested_filename == "checklists-toolkit-unreadable.txt"

        page = worksheet(context, site)
        put_answers(page, "{unreadable")
        page.reload()
        expect(page.get_by_role("button", name=save)).to_be_visible()
        tool(page, "Remove my answers").click()
        expect(page.get_by_role("button", name=save)).to_be_hidden()
        press(page, "Bring my answers back")
        expect(page.get_by_role("button", name=save)).to_be_visible()


def test_what_does_not_fit_any_more_is_not_said_to_be_kept(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + ALL)
        tick(page, "long-list")
        keep(page)
        checked(page.get_by_label(KEEP), False)
        page.evaluate(FULL)
        press(page, "Keep them again")
        expect(said(page)).to_contain_text("no room left")
        expect(page.get_by_label(KEEP)).not_to_be_checked()
        page.evaluate(ROOM)
        keep(page)
        press(page, "Clear all my ticks")
        press(page, "Yes, clear them")
        page.evaluate(FULL)
        press(page, "Bring my ticks back")
        expect(said(page)).to_contain_text("no room left")
        expect(box(page, "long-list")).to_be_checked()

        page = worksheet(context, site)
        field(page, "community").fill("Carers")
        keep_answers(page)
        page.get_by_label(KEEP_ANSWERS).uncheck()
        page.evaluate(FULL)
        press(page, "Keep them again")
        expect(said(page)).to_contain_text("no room left")
        page.evaluate(ROOM)
        keep_answers(page)
        tool(page, "Remove my answers").click()
        page.evaluate(FULL)
        press(page, "Bring my answers back")
        expect(said(page)).to_contain_text("no room left")
        expect(field(page, "community")).to_have_value("Carers")


def test_what_is_brought_back_after_keeping_began_anew_is_kept_and_told(ticks: Opens) -> None:
    page = ticks(ALL)
    tick(page, "long-list")
    press(page, "Clear all my ticks")
    press(page, "Yes, clear them")
    tick(page, "two-voices")
    page.get_by_label(KEEP).check()
    press(page, "Bring my ticks back")
    expect(said(page)).to_have_text("Brought back: 1 tick.")
    settled(page)
    assert kept(page) == {f"{LIST}--long-list": True, f"{LIST}--two-voices": True}


def test_ticks_that_do_not_fit_are_not_said_to_be_kept_when_a_link_brings_more(ticks: Opens) -> None:
    page = ticks(ALL)
    tick(page, "long-list")
    press(page, "Make a link with my ticks")
    page.locator("[data-address]").wait_for()
    link = page.locator("[data-address]").input_value()
    keep(page)
    page.evaluate(FULL)
    tick(page, "two-voices")
    expect(said(page)).to_contain_text("no room left")
    page.evaluate("(link) => { location.hash = new URL(link).hash }", link)
    press(page, "Add them")
    expect(said(page)).to_contain_text("stay in this tab")
