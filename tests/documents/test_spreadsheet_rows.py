"""What somebody does to a filled spreadsheet: a row put in anywhere counts, and text stays text."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.documents.workbook.column_formulas import average_down, sum_down
from macros.documents.workbook.model import Row, Sheet
from tests.support.office_files import Draw, drawer, excel, part

pytestmark = pytest.mark.usefixtures("draws", "programs")
NAME = "community-chooser"
ROW = re.compile(r"<table:table-row .*?</table:table-row>", re.DOTALL)


@pytest.fixture(scope="module")
def draw(library: Library) -> Draw:
    return drawer(library)


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


@pytest.mark.parametrize("below", ["People looking for work", "Seasonal farm workers"])
def test_a_row_put_in_counts_in_the_average(draw: Draw, tmp_path: Path, below: str) -> None:
    raw, changed = draw("sheet", NAME, True), tmp_path / "changed.ods"
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "content.xml":
                text = with_a_row(text.decode(), below, 5).encode()
            new.writestr(name, text)
    before, after = averages(raw, tmp_path / "before"), averages(changed.read_bytes(), tmp_path / "after")

    assert (float(before[2]), float(after[2])) == (16 / 5, (16 + 5) / 6)
    assert after[3:5] == before[3:5]
    # A row that was put in has no total of its own, but its number is added up.
    assert float(after[5]) == pytest.approx((float(before[5]) * 5 + 5) / 6)


def averages(raw: bytes, folder: Path) -> list[str]:
    """The row of averages as LibreOffice works it out."""
    folder.mkdir()
    (folder / "sheet.ods").write_bytes(raw)
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", every_sheet, "--outdir", folder, folder / "sheet.ods"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (scores,) = folder.glob("*Score*.csv")
    rows = list(csv.reader(scores.read_text("utf-8").splitlines()))
    return next(row for row in rows if row[0] == "Average")


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
