"""Amounts in every form: with their sign and two places, on the right, with the sum of their column."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document as Word
from openpyxl import load_workbook
from pydantic import ValidationError
from pypdf import PdfReader

from macros.content.library import Library
from macros.documents.excel import workbook as excel
from macros.documents.odf import spreadsheet as open_sheet
from macros.documents.odf import text as open_text
from macros.documents.word import document as word
from macros.documents.worksheet_pdf import draw as draw_pdf
from macros.models.fields import Money, pounds
from macros.models.worksheets import Worksheet
from tests.support.office_files import OFFICE, TABLE, colophon, part

pytestmark = pytest.mark.usefixtures("draws")

COSTS: dict[str, Any] = {
    "id": "costs",
    "title": "Costs",
    "purpose": "Add up what it costs.",
    "minutes": 10,
    "who": "You",
    "orientation": "portrait",
    "step": "x.md",
    "sections": [
        {
            "title": "Costs",
            "fields": [
                {"id": "held", "kind": "money", "label": "Held back"},
                {
                    "id": "costs",
                    "kind": "table",
                    "label": "Costs by year",
                    "rows": 3,
                    "columns": [
                        {"id": "what", "kind": "text", "label": "What"},
                        {"id": "first", "kind": "money", "label": "First year"},
                        {"id": "second", "kind": "money", "label": "Second year"},
                        {"id": "all", "kind": "money", "label": "Both years"},
                    ],
                    "total": {"into": "all", "of": ["first", "second"]},
                },
            ],
        }
    ],
    "example": {
        "community": "C",
        "about": "Invented.",
        "values": {
            "held": 1200.5,
            "costs": [
                {"what": "Tablets", "first": 1234567.89, "second": 0.1, "all": 1234567.99},
                {"what": "Data", "first": 0.2, "all": 0.2},
            ],
        },
    },
}


@pytest.fixture(scope="module")
def costs() -> Worksheet:
    return Worksheet.model_validate(COSTS)


def changed(**columns: Any) -> dict[str, Any]:
    other = copy.deepcopy(COSTS)
    other["sections"][0]["fields"][1] |= columns
    return other


@pytest.mark.parametrize(
    ("value", "fits"),
    [(3, True), (3.5, True), (0.05, True), (3.555, False), ("3", False), (True, False), (float("nan"), False)],
)
def test_an_example_has_pounds_and_pence(value: object, fits: bool) -> None:
    assert Money(id="a", kind="money", label="A").accepts(value) == fits


def test_an_amount_in_words_has_a_sign_and_two_places() -> None:
    assert [pounds(amount) for amount in ("1200.5", 0, 1234567.89, -3)] == [
        "£1,200.50",
        "£0.00",
        "£1,234,567.89",
        "-£3.00",
    ]


@pytest.mark.parametrize("kind", ["number", "scale", "text"])
def test_amounts_are_added_up_with_amounts_alone(kind: str) -> None:
    columns = copy.deepcopy(COSTS["sections"][0]["fields"][1]["columns"])
    columns[1] = {"id": "first", "kind": kind, "label": "First"}
    if kind == "scale":
        columns[1] |= {"low_label": "low", "high_label": "high"}

    with pytest.raises(ValidationError, match="“first” is not a column of a kind that fits here"):
        Worksheet.model_validate(changed(columns=columns))


def test_a_column_that_is_added_up_cannot_come_first() -> None:
    columns = COSTS["sections"][0]["fields"][1]["columns"]

    with pytest.raises(ValidationError, match="“first” is added up, so it cannot come first"):
        Worksheet.model_validate(changed(columns=[columns[1], columns[2], columns[3], columns[0]]))
    rows = {"columns": columns[1:], "rows": None, "row_labels": [{"id": "a", "label": "A"}]}
    named = changed(**rows)
    named["example"]["values"] = {}
    assert Worksheet.model_validate(named)


def test_rows_that_are_numbered_have_no_sum() -> None:
    columns = COSTS["sections"][0]["fields"][1]["columns"]

    with pytest.raises(ValidationError, match="added up cannot be “numbered” too"):
        Worksheet.model_validate(changed(columns=columns, numbered=True))


def test_excel_shows_pounds_adds_up_rows_and_columns_and_knows_the_sums(costs: Worksheet, library: Library) -> None:
    raw = excel.draw(costs, colophon(library, "costs"), True)
    sheet = load_workbook(io.BytesIO(raw)).worksheets[1]
    known = load_workbook(io.BytesIO(raw), data_only=True).worksheets[1]
    head = next(row for row in range(1, 9) if str(sheet.cell(row, 2).value).startswith("What"))

    assert [sheet.cell(head + 1, column).number_format for column in (3, 4, 5)] == ["£#,##0.00"] * 3
    assert sheet.cell(head + 1, 3).alignment.horizontal == "right"
    total = [sheet.cell(head + 4, column).value for column in (1, 3, 5)]
    first, second = [f"{letter}{head}:OFFSET({letter}{head + 4},-1,0)" for letter in "CD"]
    spans = [first, f"{first},{second}"]
    assert total == ["Total", *[f'=IF(COUNT({span})=0,"",SUM({span}))' for span in spans]]
    assert sheet.cell(head + 1, 5).value == f'=IF(COUNT(C{head + 1},D{head + 1})=0,"",SUM(C{head + 1},D{head + 1}))'
    assert [known.cell(head + 4, column).value for column in (3, 4, 5)] == [1234568.09, 0.1, 1234568.19]
    assert sheet.cell(head + 4, 5).number_format == "£#,##0.00"


def test_an_open_sheet_shows_pounds_and_keeps_every_penny(costs: Worksheet, library: Library) -> None:
    raw = open_sheet.draw(costs, colophon(library, "costs"), True)
    cells = [cell for cell in part(raw, "content.xml").iter(f"{TABLE}table-cell") if cell.get(f"{OFFICE}value")]
    shown = {cell.get(f"{OFFICE}value"): "".join(cell.itertext()) for cell in cells}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        styles = archive.read("styles.xml").decode()

    assert shown["1200.5"] == "£1,200.50" and shown["1234567.89"] == "£1,234,567.89"
    assert shown["1234568.19"] == "£1,234,568.19"
    assert re.search(r'style:name="money"[^>]*style:data-style-name="format-money"', styles)


def test_a_workbook_without_amounts_has_no_style_for_them(library: Library) -> None:
    raw = open_sheet.draw(library.worksheets["partner-map"], colophon(library, "partner-map"), False)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert b"money" not in archive.read("styles.xml")


@pytest.mark.parametrize("filled", [True, False])
def test_documents_have_amounts_and_a_row_with_the_sums(costs: Worksheet, library: Library, filled: bool) -> None:
    about = colophon(library, "costs")
    table = max(Word(io.BytesIO(word.draw(costs, about, filled))).tables, key=lambda table: len(table.rows))
    texts = "\n".join(part(open_text.draw(costs, about, filled), "content.xml").itertext())
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(draw_pdf(costs, about, filled))).pages)
    sums = ["£1,234,568.09", "£0.10", "£1,234,568.19"] if filled else ["", "", ""]

    assert [cell.text for cell in table.rows[-1].cells] == ["Total", *sums]
    assert {cell.paragraphs[0].style.name for cell in table.rows[-1].cells[1:]} == {"Table amount"}
    for text in (texts, printed):
        assert "Total" in text and "In pounds (£)" in text.replace("\n", " ")
        assert all(amount in text for amount in [*sums, "£1,200.50" if filled else ""])
