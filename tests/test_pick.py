"""Pick and mix: what is chosen becomes a pack, its address holds it, and it can be printed and taken along as files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.axe import faults
from macros.library import Library
from tests.conftest import Built
from tests.sheet_page import context_of, until

COMMUNITY, PARTNERS = "focus/choose-the-community", "focus/find-the-key-partners"
CHOICE = f"#pick={PARTNERS},{COMMUNITY},worksheet:partner-map"
PRINTS = "window.print = () => { window.printed = document.querySelector('.paper').cloneNode(true); }"


@pytest.fixture(scope="module")
def site(quick_address: str) -> str:
    return quick_address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with context_of(browser, viewport={"width": 1280, "height": 900}) as found:
        yield found


def opened(context: BrowserContext, site: str, choice: str = "") -> Page:
    page = context.new_page()
    page.add_init_script(PRINTS)
    page.goto(f"{site}pick/{choice}")
    page.locator("[data-pack]").wait_for()
    return page


def tick(page: Page, value: str) -> Any:
    box = page.locator(f'[data-tick][value="{value}"]')
    if not box.is_visible():
        box.locator("xpath=ancestor::details/summary").click()
    return box


def lines(page: Page) -> list[str]:
    return page.locator("[data-lines] > li > a").all_inner_texts()


def said(page: Page) -> str:
    return page.locator("[data-said]").inner_text()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_every_step_checklist_and_worksheet_can_be_chosen(quick: Built, library: Library) -> None:
    page = BeautifulSoup((quick.site / "pick/index.html").read_text("utf-8"), "lxml")
    values = [str(box["value"]) for box in page.select("[data-tick]")]
    steps = [step.path.removesuffix(".md") for step in library.outline.steps()]
    wanted = [*steps, *(f"checklist:{one}" for one in steps), *(f"worksheet:{one}" for one in library.worksheets)]
    assert sorted(values) == sorted(wanted)
    for box in page.select("[data-tick]"):
        assert page.select_one(f'label[for="{box["id"]}"]')


def test_ticks_become_a_pack_in_the_order_of_the_model_with_time_and_people(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    assert not page.locator("[data-lines]").is_visible()
    tick(page, PARTNERS).check()
    tick(page, COMMUNITY).check()
    tick(page, "worksheet:partner-map").check()
    assert lines(page) == ["Choose the community", "Find the key partners", "Worksheet: Partner map"]
    # Half a day and a day; the worksheet is part of its step's day.
    assert "2 steps and 1 worksheet. About 10 hours and 30 minutes in all." in page.locator("[data-pack]").inner_text()
    people = page.locator("[data-pack] [data-people] li").all_inner_texts()
    assert people.count("Digital inclusion lead") == 1 and "One well-connected local person" in people
    tick(page, PARTNERS).uncheck()
    assert "About 4 hours and 45 minutes" in page.locator("[data-pack]").inner_text()


def test_a_step_brings_its_checklist_along(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    tick(page, f"checklist:{COMMUNITY}").check()
    assert lines(page) == ["Checklist: Choose the community"]
    tick(page, COMMUNITY).check()
    assert lines(page) == ["Choose the community"]
    assert tick(page, f"checklist:{COMMUNITY}").is_disabled()


def test_a_time_that_goes_on_is_told_in_words_and_not_added(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"#pick={COMMUNITY},plan/put-it-into-practice")
    told = page.locator("[data-pack]").inner_text()
    assert "About 3 hours and 30 minutes in all, and these:" in told
    assert "Put the stages into practice: Two to three hours a week, while the plan runs" in told


def test_the_address_holds_the_choice_and_its_order(context: BrowserContext, site: str) -> None:
    page = opened(context, site, CHOICE)
    assert lines(page) == ["Find the key partners", "Choose the community", "Worksheet: Partner map"]
    page.get_by_role("button", name="Move Find the key partners down").click()
    assert "now number 2" in said(page)
    assert page.evaluate("document.activeElement.dataset.id") == PARTNERS
    assert page.locator("[data-link]").input_value() == page.url
    other = opened(context, site, "#" + page.url.split("#")[1])
    assert lines(other) == lines(page) == ["Choose the community", "Find the key partners", "Worksheet: Partner map"]
    assert other.evaluate("Object.keys(localStorage).length + document.cookie.length") == 0


def test_ticking_fills_no_history(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    before = page.evaluate("history.length")
    tick(page, PARTNERS).check()
    assert page.evaluate("history.length") == before


@pytest.mark.parametrize("bad", ["no/such-step", "%E0%A4%A", "<img src=x onerror=alert(1)>", "worksheet:", "__proto__"])
def test_a_link_that_names_something_unknown_says_so_and_keeps_the_rest(
    context: BrowserContext, site: str, bad: str
) -> None:
    page = opened(context, site, f"#pick={COMMUNITY},{bad if '%' in bad else quote(bad)}")
    expect(page.locator("[data-said]")).to_contain_text("not in this edition")
    assert bad in said(page) and lines(page) == ["Choose the community"]


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
    page = context.new_page()
    page.goto(f"{site}pick/funding-bid/")
    page.get_by_role("link", name="Add to this pack").click()
    page.locator("[data-pack]").wait_for()
    pack = library.packs["funding-bid"]
    assert len(lines(page)) == len(pack.steps) + len(pack.worksheets)
    assert "?" not in page.url and "#pick=" in page.url  # from here on nothing of it reaches a server
    press(page, "Print this pack")
    until(page, "Boolean(document.querySelector('.paper'))")
    assert page.locator(".paper__cover [data-title]").text_content() == pack.title


def test_print_has_a_cover_contents_and_each_part_and_leaves_nothing_behind(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"{CHOICE},checklist:sustain")
    press(page, "Print this pack")
    until(page, "Boolean(window.printed)")
    made = BeautifulSoup(page.evaluate("window.printed.outerHTML"), "lxml")
    entries = [link.get_text() for link in made.select(".paper__contents a")]
    titles = [one.get_text() for one in made.select(".paper__part h1")]
    assert entries == [*lines(page)] and len(titles) == 4
    assert titles[2] == "Partner map" and made.select('#pack-3 [data-table="partners"]')
    assert made.select("#pack-1 .checklist-box") and not made.select("#pack-4 h2") and made.select("#pack-4 li")
    assert not made.select(".example, .screen-only, script, [data-tools]")
    ids = [str(one["id"]) for one in made.select("[id]")]
    assert len(ids) == len(set(ids))
    assert all(made.find(id=str(label["for"])) for label in made.select("label[for]"))
    assert {str(link["href"])[1:] for link in made.select(".paper__contents a")} <= set(ids)
    assert CHOICE in made.select_one(".paper__address").get_text()  # type: ignore[union-attr]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator(".paper").count()


def test_what_is_printed_is_the_pack_alone(context: BrowserContext, site: str, tmp_path: Path) -> None:
    from pypdf import PdfReader

    page = opened(context, site, CHOICE)
    press(page, "Print this pack")
    until(page, "Boolean(window.printed)")
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    first = pdf.pages[0].extract_text()
    whole = "".join(one.extract_text() for one in pdf.pages)
    assert "Your pack" in first and "2 steps and 1 worksheet" in first
    assert "Choose by hand" not in whole and "Organisation" in whole
    assert any(one.mediabox.width > one.mediabox.height for one in pdf.pages)  # the partner map lies down


@pytest.mark.parametrize("lost", ["**/focus/choose-the-community/", "**/pick/paper.js"])
def test_a_page_that_cannot_be_fetched_is_named_and_nothing_is_printed(
    context: BrowserContext, site: str, lost: str
) -> None:
    page = opened(context, site, CHOICE)
    context.route(lost, lambda route: route.abort())
    press(page, "Print this pack")
    expect(page.locator("[data-said]")).to_contain_text("Check your connection")
    assert not page.evaluate("Boolean(window.printed)")
    context.unroute(lost)
    if "focus" in lost:
        press(page, "Print this pack")
        until(page, "Boolean(window.printed)")


def test_the_zip_holds_the_forms_chosen_under_names_that_say_what_they_are(
    context: BrowserContext, site: str, quick: Built
) -> None:
    page = opened(context, site, f"{CHOICE},worksheet:community-profile")
    page.get_by_label("Word", exact=True).check()
    assert "4 files" in page.locator("[data-zip-size]").inner_text()
    names = []
    for _ in range(2):
        with page.expect_download() as found:
            press(page, "Download the worksheets, .zip")
        names.append(Path(found.value.path()).read_bytes())
    assert found.value.suggested_filename == "my-worksheets-leeds.zip"
    assert names[0] == names[1]
    with zipfile.ZipFile(io.BytesIO(names[0])) as archive:
        assert archive.testzip() is None
        kept = [f"{name}-leeds.{kind}" for name in ("partner-map", "community-profile") for kind in ("pdf", "docx")]
        assert archive.namelist() == kept
        wanted = (quick.site / "downloads/worksheets/partner-map.docx").read_bytes()
        assert archive.read("partner-map-leeds.docx") == wanted
    assert "with 4 files" in said(page)


def test_a_zip_that_cannot_be_made_says_why(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"{CHOICE},worksheet:community-profile")
    context.route("**/community-profile.pdf", lambda route: route.abort())
    press(page, "Download the worksheets, .zip")
    expect(page.locator("[data-said]")).to_contain_text("community-profile-leeds.pdf")
    page.get_by_label("PDF", exact=True).uncheck()
    press(page, "Download the worksheets, .zip")
    assert "at least one form" in said(page)


@pytest.mark.parametrize(
    ("scripts", "lost"), [(False, "**/nothing"), (True, "**/pick/main.js"), (True, "**/pick/tool.js")]
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
    assert [url for url in asked if "/js/pick/" in url] == ["assets/js/pick/main.js"]
    assert len(asked) < 14, asked
    page.locator(".pick").scroll_into_view_if_needed()
    page.locator("[data-pack]").wait_for()
    assert "assets/js/pick/paper.js" not in asked and "assets/css/worksheet.css" not in asked


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, site: str, width: int, scheme: Any) -> None:
    with context_of(browser, viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = opened(context, site, CHOICE)
        for summary in page.locator(".pick__summary").all():
            summary.click()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = """[...document.querySelectorAll('.pick :is(button, input, a, select, summary)')].filter((one) => {
            const {width, height} = one.getBoundingClientRect(); return height && (width < 24 || height < 24) &&
            !one.closest('.pick__line > a, .pick__line') }).map((one) => one.outerHTML)"""
        assert page.evaluate(small) == []


def test_the_page_of_all_pages_does_not_list_everything_again(quick: Built) -> None:
    assert "data-pick=" not in (quick.site / "print_page/index.html").read_text("utf-8")
    assert "Choose by hand" in (quick.site / "print_page/index.html").read_text("utf-8")
