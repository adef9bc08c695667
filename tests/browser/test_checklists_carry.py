"""Ticks are carried to another device, by a file or by a link, and printed on a sheet."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.support.builds import Built
from tests.support.checklist_page import (
    ALL,
    KEEP,
    LIST,
    STEP,
    box,
    keep,
    kept,
    load,
    opened,
    press,
    reader,
    said,
    settled,
    tick,
    total,
    untick,
)

Opens = Callable[[str], Page]

HOSTILE = '<img src=x onerror="document.title=1"> & {now} $&'


def saved(page: Page) -> dict[str, Any]:
    with page.expect_download() as download:
        press(page, "Save to a file")
    assert download.value.suggested_filename == "checklists-toolkit.json"
    return dict(json.loads(Path(download.value.path()).read_text("utf-8")))


def link_of(page: Page) -> str:
    press(page, "Make a link with my ticks")
    page.locator("[data-address]").wait_for()
    return page.locator("[data-address]").input_value()


def test_a_file_brings_the_ticks_to_another_device(quick_address: str, quick: Built, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + ALL)
        tick(page, "long-list", "sustain--" + str(_first(page, "sustain")))
        file = saved(page)
    assert len(file["items"]) == total(quick) and sum(item["ticked"] for item in file["items"]) == 2
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + ALL)
        tick(page, "two-voices")
        load(page, file)
        expect(said(page)).to_contain_text("2 ticks")
        expect(said(page)).to_contain_text("stay in this tab")
        expect(page.locator("[data-report]")).to_have_text("The checklists are the same as when you saved.")
        expect(box(page, "long-list")).to_be_checked()
        expect(box(page, "two-voices")).not_to_be_checked()
        press(page, "Bring back what was here")
        expect(box(page, "two-voices")).to_be_checked()
        expect(box(page, "long-list")).not_to_be_checked()


def _first(page: Page, checklist: str) -> str:
    name = page.locator(f'.checklist input[name^="{checklist}--"]').first.get_attribute("name") or ""
    return name.partition("--")[2]


def test_loading_tells_what_is_new_reworded_and_gone(ticks: Opens) -> None:
    page = ticks(ALL)
    tick(page, "long-list")
    file = saved(page)
    items = {item["id"].partition("--")[2]: item for item in file["items"] if item["id"].startswith(f"{LIST}--")}
    file["items"].remove(items["two-voices"])
    items["long-list"]["text"] = HOSTILE
    file["items"].append({"id": f"{LIST}--dropped", "text": "We asked the mayor.", "ticked": True})
    load(page, file)
    expect(page.locator("[data-report] summary")).to_have_text(
        [
            "New since you saved: 1",
            "Reworded since you saved: 1. Read them again: is the tick still right?",
            "Gone since you saved: 1",
        ]
    )
    lines = page.locator("[data-report] li").all_inner_texts()
    assert lines[0] == "We asked two people who work with each community."
    assert lines[1] == f"Was: {HOSTILE} Now: We listed three to five communities that may be excluded."
    assert lines[2] == "We asked the mayor." and page.locator("[data-report] img").count() == 0
    again = saved(page)

    assert again["unplaced"] == [f"{LIST}--dropped"], "what has no place is carried on"


WRONG_FILES: list[tuple[Any, str]] = [
    ("not json", "is not a file saved"),
    ({"worksheet": "partner-map", "version": 1, "answers": {}}, "is not a file saved"),
    ({"kind": "checklists", "version": 1, "items": [{"id": 5}]}, "is not a file saved"),
    ({"kind": "checklists", "version": 2, "items": []}, "newer version"),
]


def test_a_file_that_does_not_fit_changes_nothing(ticks: Opens) -> None:
    page = ticks(ALL)
    tick(page, "long-list")
    for content, words in WRONG_FILES:
        said(page).evaluate("(line) => { line.textContent = ''; }")
        load(page, content)
        expect(said(page)).to_contain_text(words)
        expect(page.locator(".checklist input:checked")).to_have_count(1)
        expect(box(page, "long-list")).to_be_checked()


def test_a_link_carries_the_ticks_only_when_the_reader_says_so_on_both_sides(
    quick_address: str, browser: Browser
) -> None:
    with reader(browser, quick_address, own=True) as (context, site):
        page = opened(context, site + ALL)
        tick(page, "long-list", "two-voices")
        assert page.url == site + ALL, "nothing goes into an address by itself"
        link = link_of(page)
        assert link.startswith(site + ALL + "#ticks=2.2.") and len(link.partition("#")[2]) == len("ticks=2.2.") + 10
        asked: list[str] = []
        other = context.new_page()
        other.on("request", lambda request: asked.append(request.url))
        other.goto(link)
        expect(other.locator("[data-brought]")).to_contain_text("brings 2 ticks")
        expect(box(other, "long-list")).not_to_be_checked()
        assert other.url == site + ALL and not any("ticks=" in url for url in asked)
        tick(other, "data-questioned")
        press(other, "Add them")
        expect(said(other)).to_contain_text("stay in this tab")
        for item in ("long-list", "two-voices", "data-questioned"):
            expect(box(other, item)).to_be_checked()
        press(other, "Take them out again")
        expect(box(other, "long-list")).not_to_be_checked()
        expect(box(other, "data-questioned")).to_be_checked()


def test_a_link_adds_to_what_is_kept(ticks: Opens) -> None:
    page = ticks(ALL)
    tick(page, "long-list")
    link = link_of(page)
    untick(page, "long-list")
    tick(page, "two-voices")
    keep(page)
    page.goto(link)
    press(page, "Add them")
    expect(said(page)).to_contain_text("kept on this device")
    settled(page)
    assert {item for item, value in kept(page).items() if value} == {f"{LIST}--long-list", f"{LIST}--two-voices"}


DAMAGED: list[tuple[Callable[[str], str], str]] = [
    (lambda link: link[:-2], "nothing in it can be read"),
    (lambda link: link.replace("=2.", "=3."), "newer version"),
    (lambda link: link[:-5] + "zzzzz", "no tick that these checklists know"),
    (lambda link: link.partition("=")[0] + "=<b>", "nothing in it can be read"),
]


def test_a_damaged_link_changes_nothing(quick_address: str, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + ALL)
        tick(page, "long-list")
        link = link_of(page)
        page = context.new_page()
        for change, words in DAMAGED:
            page.goto("about:blank")  # another hash alone would not open the page anew
            page.goto(change(link))
            expect(said(page)).to_contain_text(words)
            assert page.locator(".checklist input:checked").count() == 0
            assert page.locator("[data-arrived]").is_hidden()


def test_the_sheet_prints_what_is_done_and_not_the_buttons(quick_address: str, quick: Built, browser: Browser) -> None:
    with reader(browser, quick_address) as (context, site):
        page = opened(context, site + STEP)
        tick(page, "long-list")
        keep(page)
        page.goto(site + ALL)
        expect(page.locator(".ticks .progress__words")).to_contain_text(f"1 of {total(quick)} done")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert (
            page.get_by_text("As it was on ").is_visible()
            and page.get_by_text(f"1 of {total(quick)} done").is_visible()
        )
        assert page.locator("main button:visible").count() == 0 and page.get_by_label(KEEP).is_hidden()


def test_without_scripts_the_sheet_is_a_list_to_tick(quick_address: str, quick: Built, browser: Browser) -> None:
    with reader(browser, quick_address, java_script_enabled=False) as (context, site):
        page = context.new_page()
        page.goto(site + ALL)
        assert page.locator("[data-ticks]").is_hidden() and page.locator(".checklist input:visible").count() == total(
            quick
        )
        assert "tick on paper" in page.locator("main").inner_text()


def test_the_print_page_holds_each_checklist_once_and_no_tool(quick: Built) -> None:
    html = (quick.site / "print_page/index.html").read_text("utf-8")
    assert html.count('--long-list" name=') == 1 and "data-ticks" not in html and "data-progress" not in html
    assert ">Your progress in every step</h" not in html
