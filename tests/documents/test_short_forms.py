"""A short form has the same boxes under the same names, and none of the help."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from macros.content.library import Library
from macros.documents import worksheet_pdf
from macros.documents.pdf_form.last_page import is_nearly_empty
from macros.documents.store import Documents
from tests.support.builds import Built


@pytest.fixture(scope="module")
def readers(built: Built) -> dict[str, PdfReader]:
    """The short form of a sheet with a table and choices, and the whole form."""
    folders = {"short": "short", "whole": "worksheets"}
    return {
        name: PdfReader(built.site / f"downloads/{folder}/opportunity-grid.pdf") for name, folder in folders.items()
    }


def test_its_boxes_are_those_of_the_whole_form(readers: dict[str, PdfReader]) -> None:
    names = {name: set(reader.get_fields() or {}) for name, reader in readers.items()}
    assert names["short"] == names["whole"] and len(names["short"]) > 30


def test_it_is_one_page_without_the_help(readers: dict[str, PdfReader], library: Library) -> None:
    sheet = library.worksheets["opportunity-grid"]
    pages = [page.extract_text() for page in readers["short"].pages]
    helps = [part.help for section in sheet.sections for part in (section, *section.fields) if part.help]

    assert len(pages) == 1 and helps
    assert "Opportunity grid: short form" in pages[0] and sheet.purpose not in pages[0]
    assert [text for text in helps if text[:30] in pages[0]] == []
    assert "1 = little changes" in pages[0]  # what a number of a scale means is part of the question


def test_its_lines_are_higher_where_its_last_page_would_be_nearly_empty(library: Library, draws: None) -> None:
    documents = Documents(library, "https://toolkit.example/")
    drawn = worksheet_pdf.draw_short(
        library.worksheets["short-survey"], documents.worksheet_colophon("short-survey"), False
    )

    assert not is_nearly_empty(drawn)
