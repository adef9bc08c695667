"""Rows that have numbers on paper: a later table of a worksheet need not ask for the names of the first one again."""

from __future__ import annotations

import io
import re

from docx import Document
from odfdo import Document as OpenDocument
from pypdf import PdfReader

from macros.content.library import Library
from macros.models.tables import Table
from tests.support.builds import Built
from tests.support.office_files import Draw

NAME = "community-chooser"


def expected(library: Library) -> list[list[str]]:
    """What stands in the first column of each numbered table."""
    tables = [field for field in library.worksheets[NAME].fields() if isinstance(field, Table) and field.numbered]
    assert len(tables) == 2
    return [[library.strings["worksheet"]["row_number"], *table.row_keys] for table in tables]


def test_word_prints_them(draw: Draw, library: Library) -> None:
    tables = [table for table in Document(io.BytesIO(draw("word", NAME, False))).tables if len(table.rows) > 2]
    assert [[row.cells[0].text for row in table.rows] for table in tables] == expected(library)


def test_open_text_prints_them(draw: Draw, library: Library) -> None:
    body = OpenDocument(io.BytesIO(draw("text", NAME, False))).body
    columns = []
    for name in ("communities", "scores"):
        rows = body.get_elements(f'//table:table[@table:name="{name}"]//table:table-row')
        columns.append([row.get_elements("table:table-cell")[0].text_recursive.strip() for row in rows])
    assert columns == expected(library)


def test_the_pdf_prints_them(library: Library, built: Built) -> None:
    pages = PdfReader(built.site / f"downloads/worksheets/{NAME}.pdf").pages
    text = "\n".join(page.extract_text() for page in pages)

    numbers = re.findall(r"^[1-9]$", text, re.MULTILINE)
    assert numbers == [number for column in expected(library) for number in column[1:]]
