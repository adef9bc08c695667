"""Claims about the home page: where it leads, what it says, and how it works without scripts, colour or a screen."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, expect
from pypdf import PdfReader

from macros.content.changelog import Line, Version, read_changelog
from macros.content.library import Library
from macros.core.dates import in_words
from macros.core.urls import address as address_of
from macros.pages.news import Piece, news
from tests.conftest import ADDRESS, ROOT, Built
from tests.support.accessibility.asks import faults_of
from tests.support.contexts import context_of
from tests.support.parsed import page_at, tree_at

STAGE_2 = "barriers-and-assets/"


@pytest.fixture
def site(quick_address: str) -> str:
    return quick_address


def home(quick: Built) -> BeautifulSoup:
    return page_at(quick.site / "index.html")


def far(pages: Path, steps: set[str], clicks: int, start: str = "") -> set[str]:
    """Those of ``steps`` that ``clicks`` on links in the text of pages do not reach from ``start``."""
    near, seen = {start}, {start}
    for _ in range(clicks):
        urls = set()
        for page in near:
            links = tree_at(pages / page / "index.html").xpath("//main//a/@href")
            urls |= {urljoin(f"/{page}", str(link)).lstrip("/") for link in links}
        near = {url.partition("#")[0] for url in urls if (pages / url.partition("#")[0] / "index.html").is_file()}
        seen |= near
    return steps - seen


def test_every_step_is_two_clicks_from_home(quick: Built, library: Library) -> None:
    steps = {address_of(step.path) for step in library.outline.steps()}
    assert len(steps) > 17
    assert far(quick.site, {step for step in steps if not step.startswith("launch/")}, 1) == set()
    assert far(quick.site, steps, 2) == set()


def test_a_step_that_is_further_away_is_found(tmp_path: Path) -> None:
    for page, leads in {"": "a/", "a": "../b/", "b": "../c/", "c": ""}.items():
        (tmp_path / page).mkdir(exist_ok=True)
        (tmp_path / page / "index.html").write_text(f'<main><a href="{leads}">x</a></main><a href="../c/">y</a>')

    assert far(tmp_path, {"a/", "b/", "c/"}, 2) == {"c/"}


def test_the_map_says_number_name_promise_and_steps_of_each_stage_in_words(quick: Built, library: Library) -> None:
    shown = home(quick).select(".stage-map__stage")
    assert len(shown) == len(library.outline.stages) == 4
    for part, stage in zip(shown, library.outline.stages, strict=True):
        text = " ".join(part.get_text(" ").split())
        assert f"Stage {stage.number}" in text and stage.title in text and stage.front_matter.promise in text
        assert [link.get_text() for link in part.select(".trail a")] == [step.title for step in stage.steps]
    assert "alongside the other three" in shown[-1].get_text()


def test_what_comes_before_and_after_the_stages_stands_round_the_map(quick: Built) -> None:
    texts = [" ".join(part.get_text(" ").split()) for part in home(quick).select(".stage-map__beside")]
    assert texts == ["Before the stages Before you start", "After the stages Sustain, scale, begin again"]


def test_three_doors_lead_to_the_model_to_picking_and_to_adopting(quick: Built) -> None:
    assert [link["href"] for link in home(quick).select(".doors a")] == ["before-you-start/", "pick/", "adopt/"]


@pytest.mark.parametrize(
    "settings",
    [
        {"java_script_enabled": False, "viewport": {"width": 390, "height": 844}},
        {"forced_colors": "active", "viewport": {"width": 1280, "height": 900}},
    ],
)
def test_a_reader_clicks_from_home_to_a_stage_to_a_step(browser: Browser, site: str, settings: Any) -> None:
    with context_of(browser, **settings) as context:
        page = context.new_page()
        page.goto(site)
        page.locator(".stage-map h3 a").nth(1).click()
        assert page.url == site + STAGE_2
        page.locator(".steps a").nth(2).click()
        assert page.url == site + STAGE_2 + "map-strengths-and-assets/"


def test_search_opens_from_home_and_without_scripts_all_pages_are_a_link(
    browser: Browser, quick: Built, site: str
) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(site)
        page.locator(".find__box").click()
        expect(page.locator("dialog input")).to_be_focused()
        expect(page.locator(".find a")).to_be_hidden()
    with context_of(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site)
        expect(page.locator(".find__box")).to_be_hidden()
        page.route("**/print_page/", lambda route: route.fulfill(body="all"))  # which is as long as all pages
        page.locator(".find a").click()
        assert page.url == site + "print_page/" and (quick.site / "print_page/index.html").is_file()


def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, site: str) -> None:
    schemes: list[dict[str, Any]] = [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(site)
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert faults_of(page, "axe without colours") == [], width
            for scheme in schemes:
                page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **scheme})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, scheme)
        for scheme in schemes:  # colours are the same in each width
            page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **scheme})
            assert faults_of(page, "contrast") + faults_of(page, "links") == [], scheme


def printed(context: BrowserContext, url: str) -> list[str]:
    """The text of each sheet that the browser prints."""
    page = context.pages[0] if context.pages else context.new_page()
    page.goto(url)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def test_home_prints_its_map_on_one_sheet_and_says_where_it_is_from(context: BrowserContext, site: str) -> None:
    sheets = printed(context, site)
    assert len(sheets) <= 3
    assert "Understand the approach" in sheets[0] and "Share results to further the work" in sheets[0]
    assert f"1 / {len(sheets)}" in sheets[0]
    assert f"This page on the web: {ADDRESS}" in sheets[-1] and "Adopt it for your council" not in "".join(sheets)


@pytest.mark.parametrize("path", ["focus/", "focus/choose-the-community/", "worksheets/mandate-on-a-page/"])
def test_a_printed_page_numbers_its_sheets_and_parts_no_heading_from_its_text(
    context: BrowserContext, site: str, path: str
) -> None:
    sheets = printed(context, site + path)
    assert 1 < len(sheets) <= 5
    assert f"This page on the web: {ADDRESS}{path}" in " ".join(sheets[-1].split())
    for number, sheet in enumerate(sheets, 1):
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        assert f"{number} / {len(sheets)}" in lines
        rest = [line for line in lines if line != f"{number} / {len(sheets)}"]
        assert rest[-1] not in {"Worksheets", "Start with the chooser.", "Checklist", "Sources", "The steps", "Next"}


def test_home_carries_no_heavy_picture(quick: Built) -> None:
    for picture in home(quick).select("img"):
        assert (quick.site / str(picture["src"])).stat().st_size < 10_000


def test_what_is_new_is_the_newest_version_of_the_changelog(quick: Built, library: Library) -> None:
    newest = read_changelog(ROOT / "CHANGELOG.md")[0]
    lead = home(quick).select_one(".news__lead")
    assert lead and f"Version {newest.number}, {in_words(newest.day, library.strings)}." in lead.get_text()
    assert newest.lead.split()[-1] in lead.get_text()
    assert 1 <= len(home(quick).select(".news > li")) <= 2


def test_news_are_plain_words_that_lead_only_to_pages_which_the_edition_keeps(library: Library) -> None:
    path, gone = "focus/choose-the-community.md", "cases/coventry.md"
    lines = [
        Line(f"[Coventry](docs/{gone}) is new.", "To read", (gone,)),
        Line(f"**Now** [Choose](docs/{path}#checklist) says `after: x` & [more](https://x.example).", "", (path,)),
        Line("[Lost](docs/lost.md) too.", "", ("lost.md", path)),
        Line("A third.", ""),
    ]
    kept = dict(library.hidden)
    library.hidden[gone] = "We know it too little."
    try:
        newest = news([Version("2.0.0", date(2027, 1, 2), "A `lead`.", lines)], library)
    finally:
        library.hidden.clear()
        library.hidden.update(kept)

    assert newest.lead == "A lead."
    assert newest.gains == [
        [
            Piece("Now "),
            Piece("Choose", "focus/choose-the-community/#checklist"),
            Piece(" says after: x & "),
            Piece("more"),
            Piece("."),
        ],
        [Piece("Lost"), Piece(" too.")],
    ]


def test_a_version_without_lines_is_news_too(library: Library) -> None:
    assert news([Version("2.0.0", date(2027, 1, 2))], library).gains == []
