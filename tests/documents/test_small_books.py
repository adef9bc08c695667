"""Books of a page or two: what stands around their parts, which whole builds show on hundreds of pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
import pypdfium2
import pytest

from macros.content.library import Library
from macros.documents import address_list, large_print, stage_books
from macros.documents.address_list import AddressList, address_list_request
from macros.documents.back_matter import Address
from macros.documents.book import Book
from macros.documents.joined_pdf import Piece
from macros.documents.page_parts import Entry
from macros.documents.store import Documents
from macros.rendering.page_numbers import NUMBER_PLACE
from macros.rendering.pdf import to_pdf
from tests.support.builds import ADDRESS

pytestmark = pytest.mark.usefixtures("draws")
HEAD = f"""<!doctype html><html lang="en"><head><title>x</title><style>
@page {{ @bottom-right {{ content: "page {NUMBER_PLACE} of {NUMBER_PLACE}" }} }}</style></head><body>"""
PART = Piece("first", "First", to_pdf(f"{HEAD}<h2 id='first'>First</h2><p>A step.</p></body></html>"))
SHEET = Piece("sheet", "Sheet", to_pdf(f"{HEAD}<h2>Sheet</h2></body></html>"), is_sheet=True)
LISTED = Address("A Council", "Its count of homes", "https://council.example/homes")


def book(library: Library, pieces: Sequence[Piece], entries: Sequence[Entry], **more: Any) -> Book:
    return Book(tuple(pieces), tuple(entries), Documents(library, ADDRESS).colophon(""), {}, "A title", **more)


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_addresses_of_a_stage_stand_between_its_pages_and_its_sheets(library: Library) -> None:
    colophon = Documents(library, ADDRESS).colophon("", address_list.__name__)
    addresses = AddressList((LISTED,), colophon, f"{ADDRESS}evidence/sources/")
    listed = address_list_request("downloads/stage-1.pdf", addresses).prepare().draw()
    entries = [Entry("First", "first"), Entry("Sheet", "sheet")]

    drawn = stage_books.draw(book(library, [PART, SHEET], entries, addresses=listed))

    title = library.strings["book"]["addresses"]
    with pikepdf.open(io.BytesIO(drawn)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["First", title, "Sheet"]
    pages = texts(drawn)
    [at] = [number for number, text in enumerate(pages) if "council.example/homes" in text]
    assert at % 2 == 1, "a list that is used beside the book begins on a left page"
    assert "A step." in " ".join(pages[:at]) and "Sheet" in pages[-1]


def test_a_book_whose_cover_has_no_number_numbers_its_parts(library: Library) -> None:
    drawn = large_print.draw(book(library, [PART], [Entry("First", "first")]))

    pages = texts(drawn)
    assert f"page {len(pages)} of {len(pages)}" in pages[-1] and "A step." in pages[-1]
