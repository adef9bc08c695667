"""Every sheet that takes rows from another one gets them with one press, leads back, and sees what changed since."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import Library
from macros.models.origins import RowsOrigin
from macros.models.tables import Table
from tests.support.at_once import pressed
from tests.support.example_project import AT, example_answers, kept_text

Opens = Callable[..., Page]
# Sheet by sheet, from which sheets its rows come: tests/content/test_origins.py has the whole chain.
CHAIN = {
    "partnership-statement": {"partner-map"},
    "opportunity-grid": {"barriers-log"},
    "staged-plan": {"opportunity-grid"},
    "action-and-learning-log": {"staged-plan"},
    "funding-plan": {"staged-plan"},
    "outcomes-ladder": {"staged-plan"},
    "indicator-table": {"outcomes-ladder"},
    "report-pack": {"indicator-table", "evaluation-purpose"},
}


def origins(library: Library, sheet: str) -> list[tuple[str, RowsOrigin]]:
    """The id of each table that takes rows from another sheet, with where from."""
    tables = [field for field in library.worksheets[sheet].fields() if isinstance(field, Table)]
    return [(table.id, origin) for table in tables for origin in table.rows_from if origin.worksheet != sheet]


def keep_changed(page: Page, answers: dict[str, Any], origin: RowsOrigin, words: str) -> None:
    """Let the browser keep the answers with ``words`` in all that the rows came from."""
    site = page.evaluate("new URL('../../', location.href).pathname")
    start = origin.table or origin.field
    now = {name: f"{words} {name}" if name.split(".")[0] == start else value for name, value in answers.items()}
    text = kept_text(now, AT + 1)
    page.evaluate(
        "([key, text]) => { localStorage.setItem(key, text); dispatchEvent(new StorageEvent('storage', { key })) }",
        [f"worksheet:{site}:{origin.worksheet}", text],
    )


def test_the_chain_here_is_the_one_that_the_sheets_have(library: Library) -> None:
    known = {name: {origin.worksheet for _, origin in origins(library, name)} for name in library.worksheets}
    assert {name: sheets for name, sheets in known.items() if sheets} == CHAIN


@pytest.mark.parametrize("name", CHAIN)
def test_rows_come_with_one_press_lead_back_and_say_what_changed_since(
    sheet: Opens, library: Library, name: str
) -> None:
    page = sheet(name, {other: kept_text(example_answers(library.worksheets[other])) for other in CHAIN[name]})
    for table, origin in origins(library, name):
        line = page.locator(".worksheet__bring").filter(has_text=f"Bring in {origin.what}")
        expect(line.get_by_role("link")).to_have_attribute("href", f"../{origin.worksheet}/")
        pressed(line.get_by_role("button"))
        expect(line).to_be_hidden()
        into = origin.into[0] if origin.into else next(iter(origin.columns))
        first = page.locator(f'form [name="{table}.1.{into}"]')
        was = first.input_value()
        assert was

        keep_changed(page, example_answers(library.worksheets[origin.worksheet]), origin, f"New words for {table}:")
        note = first.locator("xpath=following-sibling::*[contains(@class, 'field__since')]")
        expect(note.get_by_role("link")).to_have_attribute("href", f"../{origin.worksheet}/")
        assert first.input_value() == was  # what stands here stays until somebody takes the other
        pressed(note.get_by_role("button", name="Keep mine"))
        expect(note).to_have_count(0)
