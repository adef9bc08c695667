"""The workbook that shows change: several measures and times, each on its own scale, and nobody to be recognised."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from macros.content.library import Library
from macros.documents.baseline_workbook import draw_excel, draw_open
from macros.documents.excel import workbook as spreadsheet
from macros.documents.odf import spreadsheet as open_sheet
from macros.documents.workbook.baseline import plan_baseline
from macros.documents.workbook.model import Book, Formula
from tests.support.builds import Built
from tests.support.libreoffice import converted
from tests.support.office_files import alike, colophon, in_excel, in_open, names_in_excel, part

pytestmark = pytest.mark.usefixtures("draws")

DRAWN = {"xlsx": draw_excel, "ods": draw_open}
WRITERS = {"xlsx": spreadsheet.write, "ods": open_sheet.write}
FORMS = pytest.mark.parametrize("form", DRAWN)
# Every function that Excel has had since 2007, and that this workbook uses.
FUNCTIONS = {
    *("IF", "AND", "OR", "NOT", "COUNT", "SUM", "MAX", "AVERAGE", "MEDIAN", "SUMPRODUCT", "ABS", "ROUND"),
    *("INDEX", "COLUMN", "COLUMNS", "ISNUMBER", "NA", "TEXT"),
}
DAYS = [date(2027, 2, 25), date(2027, 5, 31), date(2027, 8, 31), date(2028, 2, 28)]
NUMBERS: list[list[float | None]] = [[0, 21, 46, 80], [30, 22, 12, 15], [2.4, 3.1, None, 3.6]]
FILLED: dict[str, str | float | date] = {
    **{f"times.{time}.date": day for time, day in enumerate(DAYS, 1)},
    **{f"rounds.{number}.date": day for number, day in enumerate(DAYS, 1)},
    **{
        f"numbers.{measure}.time{time}": value
        for measure, row in enumerate(NUMBERS, 1)
        for time, value in enumerate(row, 1)
        if value is not None
    },
    "indicators.1.indicator": "Carers helped",
    "indicators.1.limits": "carers who never came",
    "indicators.2.indicator": "People turned away",
    "indicators.2.better": "Lower",
    "indicators.3.indicator": "Confidence",
    "people.3.time2": 4.0,
    "people.3.time1": 19.0,
    "questions.1.question": "How sure are you?",
    # Of 20 who answered at first, 15 answered again, 9 with more and 6 with the same; 4 answered in round 3.
    **{f"survey.{person}.q1r1": float(1 + person % 3) for person in range(1, 21)},
    **{f"survey.{person}.q1r2": float(1 + person % 3 + (person < 10)) for person in range(1, 16)},
    **{f"survey.{person}.q1r3": 5.0 for person in range(1, 5)},
}


@pytest.fixture(scope="module")
def book(library: Library) -> Book:
    return plan_baseline(library.worksheets["indicator-table"], colophon(library, "indicator-table"))


@pytest.fixture(scope="module")
def blank(built: Built) -> dict[str, bytes]:
    """Both kinds, as the site has them."""
    return {kind: (built.site / f"downloads/worksheets/baseline-to-impact.{kind}").read_bytes() for kind in DRAWN}


def test_it_is_the_same_in_both_kinds_and_each_time(blank: dict[str, bytes], library: Library) -> None:
    excel_cells, open_cells = in_excel(blank["xlsx"]), in_open(blank["ods"])
    seen = {sheet for sheet, _, _ in excel_cells}
    about = colophon(library, "indicator-table")

    assert {at: alike(text) for at, text in excel_cells.items()} == {
        at: alike(text) for at, text in open_cells.items() if at[0] in seen
    }
    for kind, write in DRAWN.items():
        assert write(library.worksheets["indicator-table"], about, False) == blank[kind]


def test_it_takes_several_measures_and_several_times(blank: dict[str, bytes]) -> None:
    names = list(names_in_excel(blank["xlsx"]))

    assert len([name for name in names if name.startswith("box_indicators__")]) == 8 * 6
    assert len([name for name in names if name.startswith("box_numbers__")]) == 8 * 6
    assert len([name for name in names if name.startswith("box_times__")]) == 6
    assert len([name for name in names if name.startswith("box_survey__")]) == 60 * (1 + 3 * 4)


def test_formulas_use_only_what_excel_has(book: Book) -> None:
    values = [cell.value for sheet in book.sheets for row in sheet.rows for cell in row.cells]
    texts = [re.sub(r'"[^"]*"', "", value.text) for value in values if isinstance(value, Formula)]

    assert {name for text in texts for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", text)} == FUNCTIONS


def test_every_chart_has_words_a_scale_of_its_own_and_dates(blank: dict[str, bytes], library: Library) -> None:
    words = library.strings["baseline"]
    for number in range(1, 9):
        chart = part(blank["xlsx"], f"xl/charts/chart{number}.xml")
        open_chart = part(blank["ods"], f"Chart{number}/content.xml")
        assert chart.xpath("count(//*[local-name()='ser'])") == 1
        assert chart.xpath("string(//*[local-name()='xVal']//*[local-name()='f'])").startswith("'For the charts'!")
        assert chart.xpath("//*[local-name()='numFmt']/@formatCode")[0] == "d mmm yyyy"
        assert open_chart.xpath("count(//*[local-name()='series'])") == 1
        assert open_chart.xpath("count(//*[local-name()='domain'])") == 1
    described = [
        words
        for number in (1, 2)
        for words in part(blank["xlsx"], f"xl/drawings/drawing{number}.xml").xpath("//*[local-name()='cNvPr']/@descr")
    ]
    shown = part(blank["ods"], "content.xml").xpath("//*[local-name()='frame']/*[local-name()='desc']/text()")
    code = library.strings["cards"]["qr_alt"]  # at the end of the first sheet
    wanted = [code, *(words["measure_alt"].format(number=number) for number in range(1, 9))]
    assert described[:9] == wanted and shown[:9] == wanted


@pytest.fixture(scope="module")
def recalculated(book: Book, library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """Both forms, filled in, as LibreOffice works them out and saves them."""
    folder, about = tmp_path_factory.mktemp("baseline"), colophon(library, "indicator-table")
    sheets = []
    for sheet in book.sheets:
        rows = [
            replace(row, cells=[replace(cell, value=FILLED.get(cell.name, cell.value)) for cell in row.cells])
            for row in sheet.rows
        ]
        sheets.append(replace(sheet, rows=rows))
    for form, write in WRITERS.items():
        (folder / f"{form}.{form}").write_bytes(write(replace(book, sheets=sheets), about))
    # What XlsxWriter says that a formula gives is not asked for again: a file that keeps no results is worked out.
    load_workbook(folder / "xlsx.xlsx").save(folder / "xlsx.xlsx")
    out = converted([folder / f"{form}.{form}" for form in WRITERS], "xlsx", folder)
    return {form: load_workbook(out / f"{form}.xlsx", data_only=True) for form in WRITERS}


def rows_of(sheet: Any) -> list[list[Any]]:
    return [[cell.value or ("" if cell.value is None else cell.value) for cell in row] for row in sheet.iter_rows()]


@FORMS
@pytest.mark.usefixtures("programs")
def test_change_has_a_direction_and_small_numbers_are_not_in_it(recalculated: dict[str, Workbook], form: str) -> None:
    rows = {row[0]: row for row in rows_of(recalculated[form]["Change"])}

    assert rows["Carers helped"][1:6] == ["Higher", 0, 21, 46, 80]
    assert rows["Carers helped"][8:] == [80, "", "Better"]  # nothing is divided by 0
    assert rows["People turned away"][8:] == [-15, -0.5, "Better"]
    assert rows["Confidence"][2:6] == [2.4, "Not shown", "", 3.6]
    assert rows["Confidence"][8] == pytest.approx(1.2)


@FORMS
@pytest.mark.usefixtures("programs")
def test_each_measure_has_a_sentence_that_says_what_it_does_not_show(
    recalculated: dict[str, Workbook], form: str, library: Library
) -> None:
    sentences = [row[0] for row in rows_of(recalculated[form]["Change"]) if "What this does not show" in str(row[0])]

    assert sentences[0] == (
        "Carers helped: 0 (25 February 2027), 80 (28 February 2028). Better. "
        "What this does not show: carers who never came."
    )
    assert len(sentences) == 3 and sentences[1].endswith(f"{library.strings['baseline']['no_limit']}.")


@FORMS
@pytest.mark.usefixtures("programs")
def test_no_number_of_the_result_is_about_fewer_than_five_people(recalculated: dict[str, Workbook], form: str) -> None:
    rows = rows_of(recalculated[form]["Result"])
    first, second, third = [row for row in rows if row[0] in (1, 2, 3)][:3]

    assert first[1:4] == [datetime(2027, 2, 25), "Average in round 1, of all who answered", 2.05]
    assert second[2:] == [15, 0.6, 9, "Not shown", "Not shown"]  # else the third, 0, would follow from the others
    assert third[2:] == ["Not shown"] * 5


def test_no_two_averages_are_of_groups_that_differ_by_a_person(book: Book) -> None:
    """Only the first round has an average of answers; later ones have the change of the same people."""
    result = next(sheet for sheet in book.sheets if sheet.title == "Result")
    averages = [cell for row in result.rows for cell in row.cells if "AVERAGE" in getattr(cell.value, "text", "")]

    assert [cell.name for cell in averages] == [f"result.{question}.before" for question in (1, 2, 3)]
