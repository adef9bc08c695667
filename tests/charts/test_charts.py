"""Pictures of worksheets' tables on the page: drawn as the reader types, readable everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from macros import charts as pictures
from macros.content.library import Library
from macros.models.tables import Table
from macros.models.worksheets import Worksheet
from tests.support.accessibility.asks import faults_of
from tests.support.charts import (
    ASKED_FOR,
    fill,
    of_kind,
    opened,
    page_html,
    pictured,
    settle,
    still_html,
)
from tests.support.picture_questions import DRAWN, HINTS, LETTERS, NAMES, SEEN, STOPS
from tests.support.settling import until_so

LIVE = "form figure .picture__canvas svg"
DESK: ViewportSize = {"width": 1280, "height": 900}
NASTY = '<script>document.title = "run"</script><b>Barking & Dagenham</b>'


@pytest.fixture(scope="module")
def sheets(library: Library) -> list[tuple[Worksheet, Table]]:
    """Every table with a picture, of all kinds."""
    return pictured(library)


@pytest.fixture(scope="module")
def shared_page(browser: Browser, library: Library, sheets: list[tuple[Worksheet, Table]]) -> Iterator[Page]:
    with opened(browser, page_html(sheets, library.strings), viewport=DESK) as page:
        yield page


@pytest.fixture
def page(shared_page: Page) -> Iterator[Page]:
    """All pictures on a desk, with nothing filled in."""
    yield shared_page
    shared_page.set_viewport_size(DESK)
    shared_page.emulate_media(color_scheme="null", forced_colors="null")
    shared_page.evaluate("document.querySelectorAll('form').forEach((form) => form.reset())")
    settle(shared_page)


def test_the_page_draws_of_the_filled_in_table_what_the_build_draws_of_the_example(
    page: Page, library: Library, sheets: list[tuple[Worksheet, Table]]
) -> None:
    fill(page, sheets)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # which draws for the width of paper
    read = page.evaluate(DRAWN, [LIVE, ".picture__drawing--wide"])
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    widths = page.locator(LIVE).evaluate_all("(all) => all.map((svg) => svg.getAttribute('width'))")

    assert {table.picture.kind for _, table in sheets if table.picture} == set(ASKED_FOR)
    for worksheet, table in sheets:
        drawn = pictures.still(worksheet, table, library.strings["pictures"])
        live, still = read[worksheet.id]
        assert drawn, worksheet.id
        assert live["marks"] == still["marks"], worksheet.id
        assert len(live["marks"]) == sum(len(part.marks) for part in drawn.wide), worksheet.id
        assert live["labels"] == [part.label for part in drawn.wide], worksheet.id
    assert len(widths) >= len(sheets) and "680" not in widths


def test_it_is_drawn_as_the_reader_types_and_gives_a_hint_before(
    page: Page, sheets: list[tuple[Worksheet, Table]]
) -> None:
    hinted = {worksheet.id: [True, ""] for worksheet, _ in sheets}
    until_so(page, lambda: page.evaluate(HINTS, LIVE) == hinted)
    for worksheet, table in sheets:
        name = f"{table.id}.1.{table.picture.label}"  # type: ignore[union-attr]
        page.locator(f'#{worksheet.id} [name="{name}"]').press_sequentially("Thornmere")
    settle(page)
    for sheet, (is_hinted, words) in page.evaluate(HINTS, LIVE).items():
        assert "Thornmere" in words and not is_hinted, sheet
    page.evaluate("document.querySelectorAll('form').forEach((form) => form.reset())")
    settle(page)
    until_so(page, lambda: page.evaluate(HINTS, LIVE) == hinted)


def test_what_a_reader_writes_stays_text(browser: Browser, library: Library) -> None:
    planted = [with_planted(*of_kind(library, kind)) for kind in ASKED_FOR]
    with opened(browser, page_html(planted, library.strings), viewport=DESK) as page:
        fill(page, planted)
        for worksheet, _ in planted:
            for place in (LIVE, ".example svg"):
                shown = re.sub(r"\s+", "", "".join(page.locator(f"#{worksheet.id} {place}").all_text_contents()))
                assert re.sub(r"\s+", "", NASTY) in shown, (worksheet.id, place)
        assert page.locator("figure script, figure b").count() == 0
        assert page.title() == "Page"


def with_planted(worksheet: Worksheet, table: Table) -> tuple[Worksheet, Table]:
    """The sheet, whose example has markup for the first name and for the community."""
    planted = worksheet.model_copy(deep=True)
    first = next(iter(worksheet.example.values[table.id]))
    planted.example.values[table.id][0] = {**first, table.picture.label: NASTY}  # type: ignore[union-attr]
    planted.example.values["community"] = NASTY
    return planted, table


def test_rows_that_the_reader_adds_are_drawn_and_those_removed_are_not(browser: Browser, library: Library) -> None:
    worksheet, table = of_kind(library, "scores")
    with opened(browser, page_html([(worksheet, table)], library.strings), viewport=DESK) as page:
        fill(page, [(worksheet, table)])
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


# What axe is asked in each look: colours are the same in each width, and all else is in each scheme.
LOOKS: list[tuple[int, Any, str]] = [
    (1280, "light", "axe"),
    (1280, "dark", "contrast"),
    (320, "dark", "axe without colours"),
]


def test_each_picture_suits_every_reader_and_window(page: Page, sheets: list[tuple[Worksheet, Table]]) -> None:
    """axe finds nothing, the tab key passes over, text is large enough, and nothing scrolls sideways."""
    fill(page, sheets)
    wrong: dict[tuple[int, str], Any] = {}
    for width, scheme, ask in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        settle(page)
        faults, stops = faults_of(page, ask), page.evaluate(STOPS)
        names = page.locator("svg").evaluate_all(NAMES)
        if faults or stops or not all(names):
            wrong[width, scheme] = (faults, stops, names)
    for width in (320, 390, 760, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        sizes, across = page.evaluate(LETTERS)
        few = {sheet: letters for sheet, letters in sizes.items() if len(letters) < 2 or min(letters) < 12}
        if few or across > width:
            wrong[width, "room"] = (few, across)
        assert set(sizes) == {worksheet.id for worksheet, _ in sheets}

    assert wrong == {}


def test_it_is_laid_out_anew_when_the_window_changes(page: Page, library: Library) -> None:
    worksheet, table = of_kind(library, "timeline")
    drawing = f"#{worksheet.id} {LIVE}"
    fill(page, [(worksheet, table)])
    wide = float(page.locator(drawing).first.get_attribute("width") or 0)
    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_function(f"document.querySelector('{drawing}').getAttribute('width') < 320")
    room = page.locator(f"#{worksheet.id} form figure").evaluate("(one) => one.clientWidth")

    assert wide > 520 and float(page.locator(drawing).first.get_attribute("width") or 0) == room


def test_without_scripts_the_example_is_there_and_no_empty_frame(
    browser: Browser, library: Library, sheets: list[tuple[Worksheet, Table]]
) -> None:
    html = page_html(sheets, library.strings)
    with opened(browser, html, java_script_enabled=False, viewport=DESK) as page:
        seen = page.evaluate(SEEN)
        assert set(seen) == {worksheet.id for worksheet, _ in sheets}
        for sheet, (examples, frames) in seen.items():
            assert examples >= 1 and not frames, sheet


def test_in_forced_colours_shapes_stand_out(page: Page, library: Library) -> None:
    worksheet, table = of_kind(library, "scores")
    page.emulate_media(forced_colors="active", color_scheme="dark")
    fill(page, [(worksheet, table)])
    fills = page.locator(f"#{worksheet.id} {LIVE} :is(.picture__bar, text)").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).fill)"
    )
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert len(fills) > 5 and ground not in fills


def test_an_example_with_nothing_to_draw_has_no_figure(library: Library) -> None:
    worksheet, table = of_kind(library, "rings")
    bare = worksheet.model_copy(deep=True)
    bare.example.values[table.id] = []

    assert still_html(worksheet, table, library.strings)
    assert still_html(bare, table, library.strings) == ""
