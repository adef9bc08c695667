"""What somebody does to a filled spreadsheet: a row put in anywhere counts, and text stays text."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from macros.documents.workbook.column_formulas import average_down, sum_down
from macros.documents.workbook.model import Row, Sheet
from tests.support.libreoffice import converted
from tests.support.office_files import Draw, excel, part

pytestmark = pytest.mark.usefixtures("draws", "programs")
NAME = "community-chooser"
BELOW = ("People looking for work", "Seasonal farm workers")  # in the middle of its rows, and the last
ROW = re.compile(r"<table:table-row .*?</table:table-row>", re.DOTALL)


def test_a_formula_names_no_row_of_the_table() -> None:
    sheet = Sheet("Sheet", "Sheet", [10, 10, 10], [Row([]) for _ in range(8)], head=2)

    for formula in (sum_down(sheet, [1], ""), average_down(sheet, [1, 2], "")):
        assert {ref.row for ref in formula.refs().values()} == {2, 8}


def with_a_row(content: str, below: str, value: int) -> str:
    """An OpenDocument spreadsheet with a row of one number after the row ``below``, as a program would put it in."""
    rows = [match for match in ROW.finditer(content) if below in match[0]]
    (row,) = [match for match in rows if "office:value" in match[0]]
    number = len(ROW.findall(content[content.rfind("<table:table ", 0, row.start()) : row.end()]))
    empty, cell = "<table:table-cell/>", f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    end = content.find("</table:table>", row.end())

    def moved(ref: re.Match[str]) -> str:
        return f"{ref[1]}{int(ref[2]) + (int(ref[2]) > number)}]"

    after = re.sub(r"(\.[A-Z]+)(\d+)\]", moved, content[row.end() : end])
    return f"{content[: row.end()]}<table:table-row>{empty}{empty}{cell}</table:table-row>{after}{content[end:]}"


def test_a_row_put_in_counts_in_the_average(draw: Draw, tmp_path: Path) -> None:
    raw = draw("sheet", NAME, True)
    (tmp_path / "before.ods").write_bytes(raw)
    for number, below in enumerate(BELOW):
        with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(tmp_path / f"after{number}.ods", "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name == "content.xml":
                    text = with_a_row(text.decode(), below, 5).encode()
                new.writestr(name, text)
    before, *changed = averages(tmp_path, ["before", *(f"after{number}" for number in range(len(BELOW)))])

    assert float(before[2]) == 16 / 5
    for below, after in zip(BELOW, changed, strict=True):
        assert float(after[2]) == (16 + 5) / 6, below
        assert after[3:5] == before[3:5], below
        # A row that was put in has no total of its own, but its number is added up.
        assert float(after[5]) == pytest.approx((float(before[5]) * 5 + 5) / 6), below


def averages(folder: Path, names: list[str]) -> list[list[str]]:
    """The row of averages of each of these spreadsheets as LibreOffice works it out: it is started once for all."""
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    out = converted([folder / f"{name}.ods" for name in names], every_sheet, folder)
    averages_of = []
    for name in names:
        (scores,) = out.glob(f"{name}-*Score*.csv")
        rows = list(csv.reader(scores.read_text("utf-8").splitlines()))
        averages_of.append(next(row for row in rows if row[0] == "Average"))
    return averages_of


def test_cells_for_text_keep_text_as_it_was_typed(draw: Draw) -> None:
    book = excel(draw("excel", "partner-map", False))
    sheet, cell = next(iter(book.defined_names["box_partners__1__organisation"].destinations))
    styles = part(draw("sheet", "partner-map", False), "styles.xml")
    namespaces = {"style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0"}

    assert book[sheet][cell].number_format == "@"
    assert styles.xpath("string(//style:style[@style:name='text']/@style:data-style-name)", namespaces=namespaces) == (
        "format-text"
    )
    assert book[sheet][cell].font.name == "Arial" and not book[sheet][cell].font.scheme
