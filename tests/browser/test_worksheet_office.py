"""A filled sheet as OpenDocument and Excel: every answer in its place, as many rows as on the page, live formulas."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from odfdo import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser

from tests.conftest import Built
from tests.support.at_once import pressed
from tests.support.contexts import context_of
from tests.support.office_files import in_open, names_in_excel, names_in_open, part, places, words
from tests.support.worksheet_page import downloaded, fill_all, opened, tool

BUTTONS = {
    "odt": "Download as OpenDocument",
    "xlsx": "Download as Excel",
    "ods": "Download as OpenDocument spreadsheet",
}
# One with scores that are added up and averaged, one with amounts, days and their sum.
SHEETS = ["community-chooser", "funding-plan"]


Filled = tuple[str, dict[str, tuple[str, Any]], dict[str, bytes]]
# The kind and the answer of each box that somebody filled in, by its name; of a list, the words of what is chosen.
ANSWERS = """() => Object.fromEntries([...document.querySelectorAll('form [data-kind][name]:not([readonly])')].map(
  (box) => [box.name, [box.dataset.kind, box.options ? box.selectedOptions[0].text.trim()
    : box.type === 'checkbox' ? box.checked : box.value]]).filter(([, [, answer]]) => answer))"""


@pytest.fixture(scope="module", params=SHEETS)
def filled(request: pytest.FixtureRequest, browser: Browser, address: str) -> Filled:
    """A sheet with two more rows in each table: its id, its answers, and its files."""
    with context_of(browser) as context:
        page = opened(context, address, request.param)
        for more in page.get_by_role("button", name="Add a row").all():
            pressed(more)
            pressed(more)
        fill_all(page)
        answers = page.evaluate(ANSWERS)
        files = {}
        for suffix, button in BUTTONS.items():
            with page.expect_download() as download:
                pressed(tool(page, button))
            assert download.value.suggested_filename.startswith(f"{request.param}-toolkit-")
            assert download.value.suggested_filename.endswith(f".{suffix}")
            files[suffix] = Path(download.value.path()).read_bytes()
    return request.param, answers, files


def in_words(kind: str, value: Any) -> str:
    if kind == "date":
        day = date.fromisoformat(value)
        return f"{day.day} {day:%B %Y}"
    if kind == "money":
        return f"{value}0"
    return str(value)


def test_every_answer_is_in_its_cell_of_the_open_text(filled: Filled) -> None:
    _, answers, files = filled
    cells = places(files["odt"])
    for name, (kind, value) in answers.items():
        lines = in_words(kind, value).split("\n")
        assert words(cells[name]) == "".join(lines), name
        assert len(cells[name].get_elements(".//text:line-break")) == len(lines) - 1


def as_kept(kind: str, value: Any) -> Any:
    """An answer as a spreadsheet keeps it."""
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "money":
        return float(value.replace("£", "").replace(",", ""))
    return float(value) if kind in ("scale", "number") else value


def test_every_answer_is_in_its_cell_of_the_excel_file(filled: Filled) -> None:
    _, answers, files = filled
    book, at = load_workbook(io.BytesIO(files["xlsx"])), names_in_excel(files["xlsx"])
    for name, (kind, value) in answers.items():
        sheet, row, column = at[f"box_{name.replace('.', '__')}"]
        kept = book[sheet].cell(row, column).value
        assert (kept.date() if isinstance(kept, datetime) else kept) == as_kept(kind, value), name


def test_every_answer_is_in_its_cell_of_the_open_sheet(filled: Filled) -> None:
    _, answers, files = filled
    cells, at = in_open(files["ods"]), names_in_open(files["ods"])
    for name, (kind, value) in answers.items():
        kept = as_kept(kind, value)
        expected = kept.isoformat() if isinstance(kept, date) else kept
        assert cells[at[f"box_{name.replace('.', '__')}"]] == expected, name


def test_formulas_and_rules_reach_the_rows_that_were_added(
    filled: Filled,
) -> None:
    sheet, _, files = filled
    if sheet != "community-chooser":
        return
    scores = load_workbook(io.BytesIO(files["xlsx"]))["Score each community"]
    formulas = [scores.cell(row, 6).value for row in range(4, 12)]

    assert formulas[:7] == [f'=IF(COUNT(C{row},D{row},E{row})=0,"",SUM(C{row},D{row},E{row}))' for row in range(4, 11)]
    assert scores.cell(11, 3).value == '=IF(COUNT(C3:OFFSET(C11,-1,0))=0,"",AVERAGE(C3:OFFSET(C11,-1,0)))'
    checked = {cell for rule in scores.data_validations.dataValidation for cell in str(rule.sqref).split()}
    assert {"C9", "C10"} <= checked
    assert in_open(files["ods"])["Score each community", 11, 3].endswith("AVERAGE([.C3]:OFFSET([.C11];-1;0)))")


def test_files_are_whole_and_know_what_they_are(filled: Filled, built: Built) -> None:
    sheet, _, files = filled
    for suffix, content in files.items():
        blank = (built.site / f"downloads/worksheets/{sheet}.{suffix}").read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as new, zipfile.ZipFile(io.BytesIO(blank)) as old:
            charts = [part for part in new.namelist() if part.startswith("Pictures/chart-")]
            assert new.testzip() is None and new.namelist() == [*old.namelist(), *charts]
            if suffix != "xlsx":
                first = new.infolist()[0]
                assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    meta = Document(io.BytesIO(files["odt"])).meta.user_defined_metadata
    assert meta["Worksheet"] == sheet
    assert sheet in "".join(part(files["xlsx"], "docProps/custom.xml").itertext())


def test_a_sheet_without_a_table_has_no_spreadsheet_to_download(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = opened(context, quick_address, "persona")
        buttons = [tool(page, name).count() for name in BUTTONS.values()]
        assert buttons == [1, 0, 0]
        assert downloaded(page, "Download as CSV")[0].endswith(".csv")
