"""How it is to type on a worksheet's page: pasted rows, questions about impossible values, help and heads in view."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.support.at_once import checked, pressed, written
from tests.support.contexts import context_of
from tests.support.worksheet_page import box, load, open_tools, opened, read_all, said

Opens = Callable[..., Page]

PASTE = """(box, [html, text]) => { const data = new DataTransfer(); data.setData('text/plain', text);
  if (html) data.setData('text/html', html); box.focus();
  box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"""


def paste(page: Page, name: str, text: str, html: str = "") -> None:
    box(page, name).evaluate(PASTE, [html, text])


def test_rows_from_a_spreadsheet_fill_rows_and_columns_and_can_be_taken_out(sheet: Opens) -> None:
    rows = [[f"Partner {row}", "weekly", "rooms", "core", "ring them"] for row in range(1, 10)]
    html = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows)
    page = sheet("partner-map")
    written(box(page, "partners.1.organisation"), "Before")
    paste(page, "partners.1.organisation", "", f"<meta><table>{html}</table><img src=x onerror=alert(1)>")
    expect(box(page, "partners.9.organisation")).to_have_value("Partner 9")
    assert box(page, "partners.9.tier").input_value() == "core"
    assert box(page, "partners.9.next_step").input_value() == "ring them" and "9 rows" in said(page)
    pressed(page.get_by_role("button", name="Take them out again"))
    assert box(page, "partners.1.organisation").input_value() == "Before"
    assert page.locator("[data-table=partners] tr[data-row]").count() == 7


def test_pasted_cells_without_a_place_are_listed_and_heads_are_left_out(sheet: Opens) -> None:
    page = sheet("partner-map")
    paste(page, "partners.2.tier", "Group\tNext step\nOuter\tring\tmore\nWider\tmeet")
    assert box(page, "partners.3.tier").input_value() == "wider"
    assert box(page, "partners.2.next_step").input_value() == "ring"
    pressed(page.get_by_text("Answers that have no place"))
    listed = " ".join(page.locator("[data-unplaced] li").all_inner_texts())
    assert "Outer" in listed and "more" in listed and "Group" not in listed


def test_one_cell_is_pasted_as_any_text(sheet: Opens) -> None:
    page = sheet("partner-map")
    stopped = """(box) => !box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: (() => {
      const data = new DataTransfer(); data.setData('text/plain', 'one\\ntwo'); return data; })(),
      bubbles: true, cancelable: true}))"""
    assert box(page, "partners.1.organisation").evaluate(stopped) is False


@pytest.mark.parametrize(
    ("worksheet", "name", "typed", "words"),
    [
        ("partner-map", "date", "1926-03-09", "Is this year right?"),
        ("mandate-on-a-page", "hours", "twelve", "not a number"),
    ],
)
def test_an_impossible_value_is_asked_about_where_it_was_typed_and_stays(
    sheet: Opens, worksheet: str, name: str, typed: str, words: str
) -> None:
    page = sheet(worksheet)
    asked = box(page, name)
    asked.fill(typed)
    asked.blur()
    expect(page.locator(".field__problem")).to_contain_text(words)
    assert asked.input_value() == typed


def test_a_day_that_does_not_exist_is_asked_about(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "partner-map")
        box(page, "date").focus()
        page.keyboard.type("02302027")  # month first: the browser of the tests is American
        box(page, "community").focus()
        expect(page.locator(".field__problem")).to_contain_text("no such day")


def test_what_is_chosen_is_kept_by_its_id_and_old_words_still_count(sheet: Opens) -> None:
    page = sheet("partner-map")
    load(page, {"worksheet": "partner-map", "version": 1, "answers": {"partners.1.tier": "Core"}})
    expect(box(page, "partners.1.tier")).to_have_value("core")
    (draft,) = page.evaluate("Object.values(sessionStorage).filter((text) => text.startsWith('{'))")
    assert json.loads(draft)["values"]["partners.1.tier"]["value"] == "core"
    assert page.locator("[data-unplaced]").is_hidden()


def test_five_hundred_rows_are_all_there(sheet: Opens) -> None:
    answers = {f"partners.{row}.organisation": f"Partner {row}" for row in range(1, 501)}
    page = sheet("partner-map")
    load(page, {"worksheet": "partner-map", "version": 1, "answers": answers, "rows": {"partners": 500}})
    expect(page.locator("[data-table=partners] tr[data-row]")).to_have_count(500)
    assert answers.items() <= read_all(page).items()


def test_a_name_is_asked_once(sheet: Opens) -> None:
    page = sheet("community-chooser")
    box(page, "communities.2.community_name").press_sequentially("Carers")
    assert box(page, "scores.2.community_name").input_value() == "Carers"
    box(page, "scores.2.community_name").fill("All carers")
    box(page, "communities.2.community_name").press_sequentially("!")
    assert box(page, "scores.2.community_name").input_value() == "All carers"
    answers = {"communities.2.community_name": "Carers", "scores.2.reach": "4"}  # as on paper: numbers do there
    load(page, {"worksheet": "community-chooser", "version": 1, "answers": answers})
    assert [box(page, f"scores.{row}.community_name").input_value() for row in (1, 2)] == ["", "Carers"]


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_help_of_a_column_and_the_heads_stay_in_view(browser: Browser, quick_address: str, width: int) -> None:
    with context_of(browser, viewport={"width": width, "height": 700}) as context:
        page = opened(context, quick_address, "community-chooser")
        described = box(page, "scores.3.reach").get_attribute("aria-describedby") or ""
        assert "partners meet them weekly" in page.locator(f"[id='{described}']").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        cell = page.locator("td:has([name='scores.3.reach'])")
        if width == 390:
            after = cell.evaluate("(cell) => getComputedStyle(cell, '::after').content")
            row = page.locator("tr:has([name='scores.3.reach'])")
            called = row.evaluate("(row) => getComputedStyle(row, '::before').content")
            assert "partners meet them weekly" in after and "row 3" in called
        else:
            load(page, {"worksheet": "community-chooser", "version": 1, "answers": {}, "rows": {"scores": 60}})
            box(page, "scores.60.reach").scroll_into_view_if_needed()
            expect(page.locator("[data-table=scores] thead th").nth(1)).to_be_in_viewport()


def test_the_example_is_printed_only_where_it_is_wanted(browser: Browser, quick_address: str) -> None:
    def pages(page: Page) -> list[str]:
        return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]

    with context_of(browser) as context:
        page = opened(context, quick_address, "partner-map")
        alone = pages(page)
        open_tools(page)
        checked(page.get_by_label("Print the filled-in example too"))
        both = pages(page)
    assert "Invented example" not in " ".join(alone) and "Invented example" in " ".join(both)
    assert "Next step" in alone[0], "a wide table starts on the first page"
    assert len(alone) < len(both) and "mm" not in " ".join(alone).split()
