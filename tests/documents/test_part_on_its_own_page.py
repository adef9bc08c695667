"""What is filled in on another day is a page of its own on paper, so that nobody sees what they answered before."""

from __future__ import annotations

import io

import pytest
from docx import Document
from odfdo import Document as OpenDocument
from pypdf import PdfReader

from macros.content.library import Library
from macros.documents.formats import FORMATS, Colophon

SHEET, LATER = "short-survey", "The next time"


@pytest.fixture(scope="module")
def colophon(library: Library) -> Colophon:
    logo = library.folder / library.edition.look.logo
    return Colophon(library.edition, library.release, library.strings, logo, "https://x.test/")


@pytest.mark.usefixtures("draws")
def test_the_later_questions_of_the_survey_begin_a_page_in_each_form(library: Library, colophon: Colophon) -> None:
    sheet = library.worksheets[SHEET]
    files = {form: FORMATS[form].draw(sheet, colophon, False) for form in ("pdf", "word", "open_text")}

    first, second = [page.extract_text() for page in PdfReader(io.BytesIO(files["pdf"])).pages]
    assert LATER not in first and LATER in second
    breaks = {
        paragraph.text: paragraph.paragraph_format.page_break_before
        for paragraph in Document(io.BytesIO(files["word"])).paragraphs
        if paragraph.style is not None and paragraph.style.name == "Heading 1"
    }
    assert [text for text, is_break in breaks.items() if is_break] == [LATER]
    headings = OpenDocument(io.BytesIO(files["open_text"])).body.get_headers()
    assert [head.inner_text for head in headings if head.style == "Heading_20_apart"] == [LATER]
    assert [section.title for section in sheet.sections if section.apart] == [LATER]
