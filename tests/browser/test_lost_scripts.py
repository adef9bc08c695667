"""A script that does not come, or a part of one, takes nothing away: the page says so, or works as one to print."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Built
from tests.support import worksheet_page as sheet
from tests.support.checklist_page import ALL, KEEP, LIST, STEP, box, load, opened, press, said, tick
from tests.support.contexts import context_of
from tests.support.pack_builder_page import CHOICE
from tests.support.pack_builder_page import opened as picked

NOT_DONE = "That did not work. Check your connection and try again."
LINK = f"{ALL}#ticks=1.1.AAAA"
SHEET = "community-chooser"
TICKS = {"kind": "checklists", "version": 1, "items": [{"id": f"{LIST}--two-voices", "text": "x", "ticked": True}]}


def lose(page: Page, *scripts: str) -> None:
    """From now on these do not come."""
    for script in scripts:
        page.route(f"**/assets/js/{script}", lambda route: route.abort())


@pytest.mark.parametrize("path", [STEP, ALL])
def test_a_checklist_without_its_first_script_is_one_to_tick_and_print(
    browser: Browser, quick_address: str, path: str
) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        lose(page, "entries/checklist.js")
        page.goto(quick_address + path)
        expect(page.locator("[data-search-open]").first).to_be_visible()  # the other scripts have run
        tick(page, "long-list")
        expect(page.locator("[data-ticks]")).to_be_hidden()
        expect(page.locator("[data-without-tools]")).to_be_visible()
        assert page.evaluate("localStorage.length") == 0


def test_progress_without_its_main_script_says_so_and_can_be_ticked(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        lose(page, "checklist/checklist.js")
        page.goto(quick_address + ALL)
        page.locator("[data-ticks]").wait_for()
        for button in ("Save to a file", "Make a link with my ticks", "Clear all my ticks"):
            page.locator("[data-status]").evaluate("(line) => { line.textContent = '' }")
            press(page, button)
            expect(said(page)).to_contain_text("could not be loaded")
        tick(page, "long-list")
        expect(page.get_by_label(KEEP)).not_to_be_checked()
        assert box(page, "long-list").is_checked() and page.evaluate("localStorage.length") == 0


def test_ticks_stay_where_what_carries_them_does_not_come_and_it_is_asked_for_again(
    browser: Browser, quick_address: str
) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address + ALL)
        tick(page, "long-list")
        page.locator("[data-ticks][data-ready]").wait_for()
        lose(page, "checklist/file.js", "checklist/link.js")
        for act in (
            lambda: press(page, "Save to a file"),
            lambda: load(page, TICKS),
            lambda: press(page, "Make a link with my ticks"),
            lambda: page.evaluate("(link) => { location.hash = link }", LINK.partition("#")[2]),
        ):
            page.locator("[data-status]").evaluate("(line) => { line.textContent = '' }")
            act()
            expect(said(page)).to_have_text(NOT_DONE)
        expect(page.locator("[data-made]")).to_be_hidden()
        expect(page.locator(".checklist input:checked")).to_have_count(1)
        page.unroute_all()
        load(page, TICKS)
        expect(box(page, "two-voices")).to_be_checked()


def test_a_pack_stays_where_what_zips_it_does_not_come(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = picked(context, quick_address, CHOICE)
        lose(page, "pack-builder/zip.js")
        press(page, "Download the worksheets, .zip")
        expect(page.locator("[data-said]")).to_have_text(NOT_DONE)
        assert page.locator("[data-lines] > li").count() == 3
        page.unroute_all()
        with page.expect_download():
            press(page, "Download the worksheets, .zip")


def test_answers_stay_where_what_hands_them_on_does_not_come(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = sheet.opened(context, quick_address, SHEET)
        sheet.box(page, "community").fill("Carers")
        lose(page, "worksheet/csv.js", "worksheet/file.js", "worksheet/load.js")
        sheet.open_tools(page)
        for act in (
            lambda: page.locator("[data-do=csv]").click(),
            lambda: page.locator("[data-tools] [data-do=save]").click(),
            lambda: sheet.load(page, {"worksheet": SHEET, "version": 1, "answers": {"community": "Others"}}),
        ):
            page.locator("[data-status]").evaluate("(line) => { line.textContent = '' }")
            act()
            expect(page.locator("[data-status]")).to_have_text(NOT_DONE)
        expect(sheet.box(page, "community")).to_have_value("Carers")


def test_a_worksheet_whose_picture_does_not_come_is_a_worksheet_without_one(
    browser: Browser, quick_address: str
) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        lose(page, "entries/charts.js")
        page.goto(f"{quick_address}worksheets/{SHEET}/")
        page.locator("[data-tools]").wait_for()
        sheet.keep(page)
        sheet.box(page, "community").fill("Carers")
        expect(page.locator("[data-kept]")).to_be_visible()
        expect(page.locator("form figure[data-picture]")).to_be_hidden()
        assert page.locator(".example svg:visible").count()


def test_the_page_for_a_lost_address_helps_without_its_script(
    browser: Browser, quick: Built, quick_address: str
) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        lose(page, "entries/not-found.js")
        page.goto(quick_address + "404.html")
        expect(page.locator(".lost__ways button")).to_be_visible()  # search is there
        expect(page.locator("[data-near]")).to_be_hidden()
        page.locator("[data-near-from] a", has_text="Choose the community").click()
        assert page.url == quick_address + STEP
