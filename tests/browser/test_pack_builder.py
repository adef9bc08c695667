"""Pick and mix: what is chosen becomes a pack, and its worksheets can be taken along as files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, expect

from macros.content.library import Library
from tests.conftest import Built
from tests.support.accessibility.asks import faults_of
from tests.support.at_once import checked, pressed
from tests.support.contexts import context_of
from tests.support.pack_builder_page import (
    CHOICE,
    COMMUNITY,
    PARTNERS,
    lines,
    opened,
    press,
    said,
    tick,
    unopened,
)
from tests.support.worksheet_page import until

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_every_step_checklist_and_worksheet_can_be_chosen(quick: Built, library: Library) -> None:
    page = BeautifulSoup((quick.site / "pick/index.html").read_text("utf-8"), "lxml")
    values = [str(box["value"]) for box in page.select("[data-tick]")]
    steps = [step.path.removesuffix(".md") for step in library.outline.steps()]
    wanted = [*steps, *(f"checklist:{path}" for path in steps), *(f"worksheet:{name}" for name in library.worksheets)]
    assert sorted(values) == sorted(wanted)
    for box in page.select("[data-tick]"):
        assert page.select_one(f'label[for="{box["id"]}"]')


def test_ticks_become_a_pack_in_the_order_of_the_model_with_time_and_people(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    assert not page.locator("[data-lines]").is_visible()
    checked(tick(page, PARTNERS))
    checked(tick(page, COMMUNITY))
    checked(tick(page, "worksheet:partner-map"))
    assert lines(page) == ["Choose the community", "Find the key partners", "Worksheet: Partner map"]
    # Half a day and a day; the worksheet is part of its step's day.
    assert "2 steps and 1 worksheet. About 10 hours and 30 minutes in all." in page.locator("[data-pack]").inner_text()
    people = page.locator("[data-pack] [data-people] li").all_inner_texts()
    assert people.count("Digital inclusion lead") == 1 and "One well-connected local person" in people
    checked(tick(page, PARTNERS), False)
    assert "About 5 hours" in page.locator("[data-pack]").inner_text()


def test_a_step_brings_its_checklist_along(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    checked(tick(page, f"checklist:{COMMUNITY}"))
    assert lines(page) == ["Checklist: Choose the community"]
    checked(tick(page, COMMUNITY))
    assert lines(page) == ["Choose the community"]
    assert tick(page, f"checklist:{COMMUNITY}").is_disabled()


def test_a_time_that_goes_on_is_told_in_words_and_not_added(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"#pick={COMMUNITY},plan/put-it-into-practice")
    text = page.locator("[data-pack]").inner_text()
    assert "About 3 hours and 30 minutes in all, and these:" in text
    assert "Put the stages into practice: Two to three hours a week, while the plan runs" in text


def test_a_situation_is_added_and_taken_back(context: BrowserContext, site: str, library: Library) -> None:
    page = opened(context, site, f"#pick={PARTNERS}")
    pack = library.packs["the-plan-please"]
    page.get_by_label("Begin with a situation").select_option(label=pack.title)
    press(page, "Add to my pack")
    assert pack.title in said(page) and len(lines(page)) > len(pack.steps)
    press(page, "Bring my pack back")
    assert lines(page) == ["Find the key partners"] and "back" in said(page)
    press(page, "Empty my pack")
    assert page.url.endswith("/pick/") and "empty" in said(page)
    press(page, "Bring my pack back")
    assert lines(page) == ["Find the key partners"]


def test_each_ready_made_pack_can_be_changed_by_hand(context: BrowserContext, site: str, library: Library) -> None:
    page = unopened(context, f"{site}pick/funding-bid/")
    page.get_by_role("link", name="Add to this pack").click()
    page.locator("[data-pack]").wait_for()
    pack = library.packs["funding-bid"]
    assert len(lines(page)) == len(pack.steps) + len(pack.worksheets)
    assert "?" not in page.url and "#pick=" in page.url  # from here on nothing of it reaches a server
    press(page, "Print this pack")
    until(page, "Boolean(document.querySelector('.paper'))")
    assert page.locator(".paper__cover [data-title]").text_content() == pack.title


def test_the_zip_holds_the_forms_chosen_under_names_that_say_what_they_are(
    context: BrowserContext, site: str, quick: Built
) -> None:
    page = opened(context, site, f"{CHOICE},worksheet:asset-map")
    checked(page.get_by_label("Word", exact=True))
    assert "4 files" in page.locator("[data-zip-size]").inner_text()
    names = []
    for _ in range(2):
        with page.expect_download() as download:
            press(page, "Download the worksheets, .zip")
        names.append(Path(download.value.path()).read_bytes())
    assert download.value.suggested_filename == "my-worksheets-toolkit.zip"
    assert names[0] == names[1]
    with zipfile.ZipFile(io.BytesIO(names[0])) as archive:
        assert archive.testzip() is None
        kept = [f"{name}-toolkit.{kind}" for name in ("partner-map", "asset-map") for kind in ("pdf", "docx")]
        assert archive.namelist() == kept
        wanted = (quick.site / "downloads/worksheets/partner-map.docx").read_bytes()
        assert archive.read("partner-map-toolkit.docx") == wanted
    assert "with 4 files" in said(page)


def test_a_zip_that_cannot_be_made_says_why(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"{CHOICE},worksheet:asset-map")
    page.route("**/asset-map.pdf", lambda route: route.abort())
    press(page, "Download the worksheets, .zip")
    expect(page.locator("[data-said]")).to_contain_text("asset-map-toolkit.pdf")
    checked(page.get_by_label("PDF", exact=True), False)
    press(page, "Download the worksheets, .zip")
    assert "at least one form" in said(page)


@pytest.mark.parametrize(
    ("scripts", "lost"),
    [(False, "**/nothing"), (True, "**/entries/pack-builder.js"), (True, "**/pack-builder/tool.js")],
)
def test_without_its_script_the_list_is_one_of_links(browser: Browser, site: str, scripts: bool, lost: str) -> None:
    with context_of(browser, java_script_enabled=scripts) as context:
        context.route(lost, lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{site}pick/{CHOICE}")
        page.locator(".pick__summary").nth(1).click()
        assert not page.locator("[data-tick]").first.is_visible() and not page.locator("[data-pack]").is_visible()
        expect(page.locator("[data-without-pick]")).to_be_visible()
        page.get_by_role("link", name="Read Choose the community", exact=True).click()
        assert page.url == f"{site}{COMMUNITY}/"


def test_the_first_view_fetches_one_small_script_and_the_rest_when_it_comes_near(
    context: BrowserContext, site: str
) -> None:
    asked: list[str] = []
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 640})
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(f"{site}pick/", wait_until="networkidle")
    assert [url for url in asked if "/js/pack-builder/" in url or url.endswith("/pack-builder.js")] == [
        "assets/js/entries/pack-builder.js"
    ]
    assert len(asked) < 14, asked
    page.locator(".pick").scroll_into_view_if_needed()
    page.locator("[data-pack]").wait_for()
    assert "assets/js/pack-builder/paper.js" not in asked and "assets/css/worksheet.css" not in asked
    page.close()


def test_axe_finds_nothing_and_nothing_scrolls_sideways(context: BrowserContext, site: str) -> None:
    small = """[...document.querySelectorAll('.pick :is(button, input, a, select, summary)')].filter((control) => {
        const {width, height} = control.getBoundingClientRect(); return height && (width < 24 || height < 24) &&
        !control.closest('.pick__line > a, .pick__line') }).map((control) => control.outerHTML)"""
    page = unopened(context, f"{site}pick/{CHOICE}", width=320, height=800)
    page.locator("[data-pack]").wait_for()
    for summary in page.locator(".pick__summary").all():
        pressed(summary)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert faults_of(page, "axe without colours") == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(small) == [], width
    for scheme in SCHEMES:  # colours are the same in each width
        page.emulate_media(color_scheme=scheme)
        assert faults_of(page, "contrast") + faults_of(page, "links") == [], scheme
    page.emulate_media(color_scheme="light")


def test_the_page_of_all_pages_does_not_list_everything_again(quick: Built) -> None:
    assert "data-pick=" not in (quick.site / "print_page/index.html").read_text("utf-8")
    assert "Choose by hand" in (quick.site / "print_page/index.html").read_text("utf-8")
