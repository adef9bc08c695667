"""Amounts on a worksheet's page: typed as people write them, asked about where they cannot be read, and added up."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from tests.support.at_once import pressed
from tests.support.contexts import context_of
from tests.support.office_files import drawer
from tests.support.worksheet_page import box, downloaded, keep, load, opened, settled

Opens = Callable[..., Page]
SHEET = "funding-plan"
AMOUNT = "asks.{}.amount"


# Empties a box, types into it and leaves it or not, as a reader does; returns what stands there, and how many problems.
TYPE = """([name, text, leaves]) => {
  const box = document.querySelector(`form [name="${name}"]`);
  for (const value of ['', text]) {
    box.focus();
    box.value = value;
    box.dispatchEvent(new Event('input', {bubbles: true}));
    if (!leaves) continue;
    box.dispatchEvent(new Event('change', {bubbles: true})); // as a browser does by itself for what a hand typed
    box.blur();
  }
  return [box.value, document.querySelectorAll('.field__problem').length];
}"""
# What stands beside a box that asks about what was typed, and what was announced of it.
ASKED = """(name) => {
  const box = document.querySelector(`form [name="${name}"]`);
  const problem = box.closest('td').querySelector('.field__problem');
  return {
    value: box.value,
    invalid: box.getAttribute('aria-invalid'),
    described: (box.getAttribute('aria-describedby') ?? '').split(' ').includes(problem?.id),
    says: problem?.textContent ?? '',
    announced: document.querySelector('[data-announce]').textContent,
    total: document.querySelector('form [data-sum=amount]').innerText,
  };
}"""


def put(page: Page, row: int, text: str) -> None:
    page.evaluate(TYPE, [AMOUNT.format(row), text, True])


def total(page: Page) -> str:
    return page.locator('form [data-sum="amount"]').inner_text()


def test_an_amount_is_understood_as_people_write_it(sheet: Opens) -> None:
    understood = {
        "£1,200.5": "1,200.50",
        "1200": "1,200.00",
        " £ 1 200.05 ": "1,200.05",
        "1234567.89": "1,234,567.89",
        "0.1": "0.10",
        "-£30": "-30.00",
        "£-30": "-30.00",
    }
    page = sheet(SHEET)
    standing = {typed: page.evaluate(TYPE, [AMOUNT.format(1), typed, True]) for typed in understood}
    assert {typed: text for typed, (text, _) in standing.items()} == understood
    assert [typed for typed, (_, problems) in standing.items() if problems] == []


def test_what_is_no_amount_is_asked_about_where_it_was_typed_and_stays(sheet: Opens) -> None:
    page = sheet(SHEET)
    put(page, 1, "10")
    name = AMOUNT.format(2)
    for at, typed in enumerate(("a lot", "1,2", "1.200,50", "12.345", "1,20,000", "5k", "--5", "£", "1e3")):
        page.evaluate("document.querySelector('[data-announce]').textContent = ''")
        if at:
            page.evaluate(TYPE, [name, typed, True])
        else:  # once by the hand
            box(page, name).fill(typed)
            page.keyboard.press("Tab")
        seen = page.evaluate(ASKED, name)
        assert (seen["value"], seen["invalid"], seen["described"]) == (typed, "true", True), typed
        assert "not an amount" in seen["says"] and "not an amount" in seen["announced"], typed
        assert seen["total"] == "", f"a sum without {typed} would be wrong"
        _, problems = page.evaluate(TYPE, [name, "5.5", False])
        seen = page.evaluate(ASKED, name)
        assert (problems, seen["invalid"], seen["total"]) == (0, None, "£15.50"), typed


def test_a_column_is_added_up_to_the_penny_in_every_row_there_is(sheet: Opens) -> None:
    page = sheet(SHEET)
    assert total(page) == ""
    for row in (1, 2, 3):
        put(page, row, "0.10")
    assert total(page) == "£0.30"
    pressed(page.get_by_role("button", name="Add a row"))
    put(page, 5, "1,000")
    assert total(page) == "£1,000.30"
    pressed(page.get_by_role("button", name="Remove this row (row 5)"))
    assert total(page) == "£0.30"
    asked = page.locator("form table", has=page.locator('[data-sum="amount"]'))
    assert asked.locator("tfoot tr > *").count() == asked.locator("thead tr > *").count()


def test_what_was_kept_as_a_number_is_still_shown(sheet: Opens) -> None:
    page = sheet(SHEET)
    load(page, {"worksheet": SHEET, "version": 1, "answers": {"asks.1.amount": "3500", "asks.2.amount": 1200.5}})
    expect(box(page, AMOUNT.format(1))).to_have_value("3500")
    assert box(page, AMOUNT.format(2)).input_value() == "1200.5" and total(page) == "£4,700.50"
    assert page.locator("[data-unplaced]").is_hidden()


def test_an_amount_is_kept_as_it_stands_and_a_strange_one_is_asked_about_again(sheet: Opens) -> None:
    page = sheet(SHEET)
    keep(page)
    put(page, 1, "£1,200.5")
    put(page, 2, "a lot")
    settled(page)
    page.reload()
    expect(box(page, AMOUNT.format(1))).to_have_value("1,200.50")
    expect(box(page, AMOUNT.format(2))).to_have_value("a lot")
    expect(page.locator(".field__problem")).to_have_count(1)
    assert json.loads(downloaded(page, "Save to a file")[1])["answers"] == {
        "asks.1.amount": "1,200.50",
        "asks.2.amount": "a lot",
    }


def test_csv_has_plain_numbers_with_two_places_and_the_total(sheet: Opens) -> None:
    page = sheet(SHEET)
    put(page, 1, "£1,200.5")
    put(page, 2, "-3")
    rows = list(csv.reader(io.StringIO(downloaded(page, "Download as CSV")[1].decode("utf-8-sig"))))
    asks = rows[next(at for at, row in enumerate(rows) if row[:2] == ["Need", "Amount"]) :]  # below the budget
    second = [row[1] for row in asks if len(row) > 1 and row[1]]
    assert second[:4] == ["Amount", "1200.50", "-3.00", "1197.50"]  # after them stands whose file it is
    assert next(row for row in asks if row[0] == "Total")[:2] == ["Total", "1197.50"]


@pytest.mark.usefixtures("draws")
def test_word_has_pounds_and_the_total(browser: Browser, quick_address: str, library: Library) -> None:
    blank = drawer(library)("word", SHEET, False)
    with context_of(browser) as context:
        context.route("**/*.docx", lambda route: route.fulfill(body=blank))
        page = opened(context, quick_address, SHEET)
        put(page, 1, "1200.5")
        put(page, 2, "a lot")
        put(page, 2, "99")
        document = Document(io.BytesIO(downloaded(page, "Download as Word with my answers")[1]))
    (table,) = (table for table in document.tables if table.rows[0].cells[0].text.startswith("Need"))
    column = ["".join(part.text or "" for part in row.cells[1]._tc.iter(qn("w:t"))) for row in table.rows]
    assert column[1:3] == ["£1,200.50", "£99.00"] and column[-1] == "£1,299.50"
    assert table.rows[-1].cells[0].text == "Total"
