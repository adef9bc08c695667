"""A pack on paper: cover, contents and each part, whole, and with every address that leads out of the site."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.conftest import Built
from tests.support.pack_builder_page import CHOICE, COMMUNITY, lines, opened, press
from tests.support.settling import idle, until, until_so


def printed(page: Page) -> BeautifulSoup:
    """What is printed of the pack."""
    press(page, "Print this pack")
    until(page, "Boolean(window.printed)")
    return BeautifulSoup(page.evaluate("window.printed.outerHTML"), "lxml")


def test_print_has_a_cover_contents_and_each_part(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"{CHOICE},checklist:sustain")
    paper = printed(page)
    entries = [link.get_text() for link in paper.select(".paper__contents a")]
    titles = [heading.get_text() for heading in paper.select(".paper__part h1")]
    assert entries == [*lines(page)] and len(titles) == 4
    assert titles[2] == "Partner map" and paper.select('#pack-3 [data-table="partners"]')
    assert paper.select("#pack-1 .checklist-box") and not paper.select("#pack-4 h2") and paper.select("#pack-4 li")
    assert not paper.select(".example, [data-screen-only], script, [data-tools]")
    ids = [str(element["id"]) for element in paper.select("[id]")]
    assert len(ids) == len(set(ids))
    assert all(paper.find(id=str(label["for"])) for label in paper.select("label[for]"))
    assert {str(link["href"])[1:] for link in paper.select(".paper__contents a")} <= set(ids)
    assert CHOICE.replace("=3,", "=4,") in paper.select_one(".paper__address").get_text()  # type: ignore[union-attr]


def test_what_is_printed_is_the_pack_alone(context: BrowserContext, site: str, tmp_path: Path) -> None:
    from pypdf import PdfReader

    page = opened(context, site, CHOICE)
    press(page, "Print this pack")
    until(page, "Boolean(window.printed)")
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    first = pdf.pages[0].extract_text()
    whole = "".join(sheet.extract_text() for sheet in pdf.pages)
    assert "Your pack" in first and "2 steps and 1 worksheet" in first
    assert "Choose by hand" not in whole and "Organisation" in whole
    assert any(sheet.mediabox.width > sheet.mediabox.height for sheet in pdf.pages)  # the partner map lies down


@pytest.mark.parametrize("lost", ["**/focus/choose-the-community/", "**/pack-builder/paper.js"])
def test_a_page_that_cannot_be_fetched_is_named_and_nothing_is_printed(
    context: BrowserContext, site: str, lost: str
) -> None:
    page = opened(context, site, CHOICE)
    page.route(lost, lambda route: route.abort())
    press(page, "Print this pack")
    expect(page.locator("[data-said]")).to_contain_text("Check your connection")
    assert not page.evaluate("Boolean(window.printed)")
    page.unroute(lost)
    if "focus" in lost:
        press(page, "Print this pack")
        until(page, "Boolean(window.printed)")


@pytest.mark.parametrize("act", ["pointerdown", "keydown"])
def test_the_paper_stays_until_the_reader_goes_on_since_a_phone_draws_it_late(
    context: BrowserContext, site: str, act: str
) -> None:
    page = opened(context, site, f"#pick={COMMUNITY}")
    height = page.evaluate("document.documentElement.scrollHeight")
    printed(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    paper = page.locator("body.has-paper > .paper")
    assert paper.evaluate("(paper) => getComputedStyle(paper).display") == "none"
    assert page.evaluate("document.documentElement.scrollHeight") - height < 200  # the line that says so
    press(page, "Print this pack")
    until(page, "window.prints === 2")
    assert paper.count() == 1
    page.locator("main > h1").click() if act == "pointerdown" else page.keyboard.press("Control")
    assert not page.locator(".paper, .has-paper").count()


@pytest.mark.parametrize(
    ("name", "held"), [("Print this pack", f"**/{COMMUNITY}/"), ("Download the worksheets, .zip", "**/*.pdf")]
)
def test_pressed_twice_it_runs_once(context: BrowserContext, site: str, name: str, held: str) -> None:
    page = opened(context, site, CHOICE)
    waiting: list[Route] = []
    files: list[object] = []
    page.route(held, lambda route: waiting.append(route))
    page.on("download", lambda file: files.append(file))
    page.get_by_role("button", name=name, exact=True).evaluate("(button) => { button.click(); button.click(); }")
    until_so(page, lambda: bool(waiting))
    for route in waiting:
        route.continue_()
    page.unroute(held)
    expect(page.locator("[data-said]")).to_contain_text("ready to print" if "Print" in name else "Downloaded")
    idle(page)  # when a second, if there were one, would have run too
    assert page.evaluate("window.prints") + len(files) == 1
    press(page, name)
    until_so(page, lambda: page.evaluate("window.prints") + len(files) == 2)


def test_nothing_is_printed_before_its_styles_have_come(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"#pick={COMMUNITY}")
    waiting: list[Route] = []
    page.route("**/worksheet.css", lambda route: route.abort())
    page.route("**/pack-paper.css", lambda route: waiting.append(route))
    press(page, "Print this pack")
    expect(page.locator("[data-said]")).to_contain_text("did not work")
    page.unroute("**/worksheet.css")
    press(page, "Print this pack")
    until_so(page, lambda: bool(waiting))
    idle(page)  # time enough to print undressed
    for route in waiting:
        route.continue_()
    until(page, "Boolean(window.printed)")
    assert page.evaluate("window.dressed")


def test_links_out_of_the_site_are_spelled_out_as_on_a_page_of_its_own(
    context: BrowserContext, site: str, quick: Built
) -> None:
    page = opened(context, site, f"#pick={COMMUNITY}")
    printed(page)
    page.emulate_media(media="print")
    shown = """[...document.querySelectorAll(".paper a")].filter((link) => getComputedStyle(link, "::after").content
        .includes(link.getAttribute("href"))).map((link) => link.getAttribute("href"))"""
    step_page = BeautifulSoup((quick.site / COMMUNITY / "index.html").read_text("utf-8"), "lxml")
    wanted = [str(link["href"]) for link in step_page.select('#main a[href^="http"]:not(.cite)')]
    assert page.evaluate(shown) == wanted != []
