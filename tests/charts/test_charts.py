"""Pictures of worksheets' tables on the page and on paper: drawn as the reader types, readable everywhere."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from macros import charts as pictures
from macros.content.library import Library
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from tests.support.accessibility.asks import faults_of
from tests.support.charts import (
    ASKED_FOR,
    example,
    fill,
    of_kind,
    opened,
    page_html,
    pictured,
    settle,
    show,
    still_html,
)

KINDS = pytest.mark.parametrize("kind", ASKED_FOR)
LIVE = "form figure .picture__canvas svg"
DESK = {"width": 1280, "height": 900}
NASTY = '<script>document.title = "run"</script><b>Barking & Dagenham</b>'


def pdf_of(library: Library, kind: str) -> bytes:
    figure = still_html(*of_kind(library, kind), library.strings, paper=True)
    head = f'<meta charset="utf-8"><title>Picture</title><link rel="stylesheet" href="{FONTS_ADDRESS}">'
    return to_pdf(f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{figure}</body></html>')


@KINDS
def test_the_page_draws_of_the_filled_in_table_what_the_build_draws_of_the_example(
    browser: Browser, library: Library, kind: str
) -> None:
    worksheet, table = of_kind(library, kind)
    drawn = pictures.still(worksheet, table, library.strings["pictures"])
    assert drawn
    read = """(all) => all.map((one) => [one.tagName, one.textContent,
        ...["x", "y", "width", "cx", "rx", "x1", "y2"].map((name) => Number(one.getAttribute(name)))])"""
    with opened(browser, page_html(worksheet, table, library.strings), viewport=DESK) as page:
        fill(page, example(worksheet, table))
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # which draws for the width of paper
        live = page.locator(f"{LIVE} > *").evaluate_all(read)
        labels = page.locator(LIVE).evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label'))")
        still = page.locator(".picture__drawing--wide > :not(title)").evaluate_all(read)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(LIVE).first.get_attribute("width") != "680"

    assert live == still and len(live) == sum(len(part.marks) for part in drawn.wide)
    assert labels == [part.label for part in drawn.wide]


@KINDS
def test_it_is_drawn_as_the_reader_types_and_gives_a_hint_before(browser: Browser, library: Library, kind: str) -> None:
    worksheet, table = of_kind(library, kind)
    with opened(browser, page_html(worksheet, table, library.strings), viewport=DESK) as page:
        hint = page.get_by_text(library.strings["pictures"]["hint"])
        settle(page)
        assert hint.is_visible() and page.locator(LIVE).count() == 0
        name = f"{table.id}.1.{table.picture.label}"  # type: ignore[union-attr]
        page.locator(f'[name="{name}"]').press_sequentially("Thornmere Library")
        settle(page)
        assert "Thornmere Library" in page.locator(LIVE).inner_html()
        assert not hint.is_visible()
        page.locator("form").evaluate("(form) => form.reset()")
        settle(page)
        assert hint.is_visible() and page.locator(LIVE).count() == 0


@KINDS
def test_what_a_reader_writes_stays_text(browser: Browser, library: Library, kind: str) -> None:
    worksheet, table = of_kind(library, kind)
    label = table.picture.label  # type: ignore[union-attr]
    first = next(iter(worksheet.example.values[table.id]))
    planted = worksheet.model_copy(deep=True)
    planted.example.values[table.id][0] = {**first, label: NASTY}
    planted.example.values["community"] = NASTY
    with opened(browser, page_html(planted, table, library.strings), viewport=DESK) as page:
        fill(page, example(planted, table))
        for place in (LIVE, ".example svg"):
            shown = re.sub(r"\s+", "", "".join(page.locator(place).all_text_contents()))
            assert re.sub(r"\s+", "", NASTY) in shown, place
        assert page.locator("figure script, figure b").count() == 0
        assert page.title() == "Page"


def test_rows_that_the_reader_adds_are_drawn_and_those_removed_are_not(browser: Browser, library: Library) -> None:
    worksheet, table = of_kind(library, "scores")
    with opened(browser, page_html(worksheet, table, library.strings), viewport=DESK) as page:
        fill(page, example(worksheet, table))
        before = page.locator(f"{LIVE} .picture__bar").count()
        page.evaluate(
            """(id) => {
                for (const box of document.querySelectorAll(`[name^="${id}.1."]`)) {
                    const added = box.cloneNode();
                    added.name = box.name.replace(".1.", ".77.");
                    added.value = box.value;
                    document.querySelector("form").append(added);
                }
                document.querySelector("form").dispatchEvent(new Event("answers"));
            }""",
            table.id,
        )
        settle(page)
        assert page.locator(f"{LIVE} .picture__bar").count() == before + 1
        page.evaluate(
            "(id) => document.querySelectorAll(`[name^='${id}.1.']`).forEach((one) => one.remove())", table.id
        )
        page.evaluate("document.querySelector('form').dispatchEvent(new Event('answers'))")
        settle(page)
        assert page.locator(f"{LIVE} .picture__bar").count() == before


STOPS = "[...document.querySelectorAll('figure, figure *')].filter((one) => one.tabIndex >= 0).length"
NAMES = "(all) => all.map((one) => one.getAttribute('aria-label'))"
LETTERS = """() => [...document.querySelectorAll("svg")].filter((one) => one.clientWidth).map((one) =>
    14 * one.getBoundingClientRect().width / one.viewBox.baseVal.width)"""
# What axe is asked in each look: colours are the same in each width, and all else is in each scheme.
LOOKS: list[tuple[int, Any, str]] = [
    (1280, "light", "axe"),
    (1280, "dark", "contrast"),
    (320, "dark", "axe without colours"),
]


def test_each_picture_suits_every_reader_and_window(browser: Browser, library: Library) -> None:
    """axe finds nothing, the tab key passes over, text is large enough, and nothing scrolls sideways."""
    wrong: dict[tuple[str, int, str], Any] = {}
    for worksheet, table in pictured(library):
        with opened(browser, page_html(worksheet, table, library.strings), viewport=DESK) as page:
            fill(page, example(worksheet, table))
            for width, scheme, ask in LOOKS:
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                settle(page)
                faults, stops = faults_of(page, ask), page.evaluate(STOPS)
                names = page.locator("svg").evaluate_all(NAMES)
                if faults or stops or not all(names):
                    wrong[worksheet.id, width, scheme] = (faults, stops, names)
            for width in (320, 390, 760, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                settle(page)
                sizes = page.evaluate(LETTERS)
                across = page.evaluate("document.documentElement.scrollWidth")
                if len(sizes) < 2 or min(sizes) < 12 or across > width:
                    wrong[worksheet.id, width, "room"] = (sizes, across)

    assert wrong == {}


def test_it_is_laid_out_anew_when_the_window_changes(browser: Browser, library: Library) -> None:
    worksheet, table = of_kind(library, "timeline")
    with opened(browser, page_html(worksheet, table, library.strings), viewport=DESK) as page:
        fill(page, example(worksheet, table))
        wide = float(page.locator(LIVE).first.get_attribute("width") or 0)
        page.set_viewport_size({"width": 320, "height": 640})
        page.wait_for_function(f"document.querySelector('{LIVE}').getAttribute('width') < 320")
        room = page.locator("form figure").evaluate("(one) => one.clientWidth")

        assert wide > 520 and float(page.locator(LIVE).first.get_attribute("width") or 0) == room


def test_without_scripts_the_example_is_there_and_no_empty_frame(browser: Browser, library: Library) -> None:
    with opened(browser, java_script_enabled=False, viewport=DESK) as page:
        for worksheet, table in pictured(library):
            show(page, page_html(worksheet, table, library.strings))
            assert page.title() == "Page" and page.locator(".example svg:visible").count() >= 1, worksheet.id
            assert not page.locator("form figure").is_visible(), worksheet.id


def test_in_forced_colours_shapes_stand_out(browser: Browser, library: Library) -> None:
    worksheet, table = of_kind(library, "scores")
    html = page_html(worksheet, table, library.strings)
    with opened(browser, html, viewport=DESK, forced_colors="active", color_scheme="dark") as page:
        fill(page, example(worksheet, table))
        fills = page.locator(f"{LIVE} :is(.picture__bar, text)").evaluate_all(
            "(all) => all.map((one) => getComputedStyle(one).fill)"
        )
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert len(fills) > 5 and ground not in fills


@pytest.mark.usefixtures("draws")
@KINDS
def test_paper_has_the_picture_with_its_words_and_the_same_bytes(
    library: Library, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    worksheet, table = of_kind(library, kind)
    drawn = pictures.still(worksheet, table, library.strings["pictures"])
    assert drawn
    with caplog.at_level(logging.ERROR, "weasyprint"):
        first = pdf_of(library, kind)
    document = PdfReader(io.BytesIO(first))
    shown = re.sub(r"\s+", "", "".join(page.extract_text() for page in document.pages))
    names = {mark["words"] for part in drawn.wide for mark in part.marks if mark["shape"] == "text"}
    alts = [page["/Alt"] for page in tagged(document)]

    assert caplog.records == []
    assert pdf_of(library, kind) == first
    assert [name for name in names if re.sub(r"\s+", "", name) not in shown] == []
    assert alts == [part.label for part in drawn.wide]


def tagged(document: PdfReader) -> list[Any]:
    """Every picture in the tree of tags."""

    def walk(node: Any) -> list[Any]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            return [element for kid in node for element in walk(kid)]
        if not isinstance(node, dict):
            return []
        return ([node] if "/Alt" in node else []) + walk(node.get("/K", []))

    return walk(document.trailer["/Root"]["/StructTreeRoot"])


def test_an_example_with_nothing_to_draw_has_no_figure(library: Library) -> None:
    worksheet, table = of_kind(library, "rings")
    bare = worksheet.model_copy(deep=True)
    bare.example.values[table.id] = []

    assert still_html(worksheet, table, library.strings)
    assert still_html(bare, table, library.strings) == ""
