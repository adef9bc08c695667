"""Books of a page or two: what stands around their parts, which whole builds show on hundreds of pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary

from macros.content.library import Library
from macros.core.cache import DocumentCache
from macros.documents import address_list, large_print, stage_books
from macros.documents import book as books
from macros.documents.address_list import AddressList, address_list_request
from macros.documents.back_matter import Address
from macros.documents.book import Book
from macros.documents.joined_pdf import Piece
from macros.documents.page_parts import Entry
from macros.documents.store import Documents
from macros.rendering.colophon import ANY_PROGRAMME, PUBLISHER
from macros.rendering.page_numbers import NUMBER_PLACE
from macros.rendering.pdf import to_pdf
from tests.support.builds import ADDRESS
from tests.support.qr_codes import codes_of_pdf

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


def list_of(library: Library, address: str, kept: Path) -> bytes:
    addresses = AddressList((LISTED,), Documents(library, address).colophon("evidence/sources/", address_list.__name__))
    return address_list_request("downloads/stage-1.pdf", addresses, DocumentCache(kept)).prepare().draw()


def test_the_addresses_of_a_stage_stand_between_its_pages_and_its_sheets(library: Library, tmp_path: Path) -> None:
    listed = list_of(library, ADDRESS, tmp_path)
    entries = [Entry("First", "first"), Entry("Sheet", "sheet")]

    drawn = stage_books.draw(book(library, [PART, SHEET], entries, addresses=listed))

    title = library.strings["book"]["addresses"]
    with pikepdf.open(io.BytesIO(drawn)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["First", title, "Sheet"]
    pages = texts(drawn)
    [at] = [number for number, text in enumerate(pages) if "council.example/homes" in text]
    assert at % 2 == 1, "a list that is used beside the book begins on a left page"
    assert "A step." in " ".join(pages[:at]) and "Sheet" in pages[-1]


def test_a_further_edition_draws_no_list_of_addresses_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = list_of(library, ADDRESS, tmp_path)
    monkeypatch.setattr(address_list, "to_pdf", None)
    theirs = list_of(library, "https://barrow.example/guide/", tmp_path)

    assert [f"{ADDRESS}evidence/sources/" in text for text in (texts(ours)[0], texts(theirs)[0])] == [True, False]
    assert "https://barrow.example/guide/evidence/sources/" in texts(theirs)[0]


def test_a_list_of_addresses_says_what_its_code_is_and_leads_on_from_it(library: Library, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(list_of(library, ADDRESS, tmp_path))) as pdf:
        tags = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        links = [str(note.A.URI) for note in pdf.pages[0].obj.Annots]

    assert [str(each.Alt) for each in tags] == [library.strings["book"]["addresses_live"]]
    assert sorted(links) == sorted([f"{ADDRESS}evidence/sources/", LISTED.url])


def test_a_list_of_addresses_has_no_code_where_the_address_of_the_site_is_not_known(
    library: Library, tmp_path: Path
) -> None:
    [page] = texts(list_of(library, "", tmp_path))

    assert LISTED.url in page and library.strings["book"]["addresses_at"] not in page


def cover_of(library: Library, council: str, kept: Path) -> bytes:
    """A book of a stage, as the edition of a council with this name has it."""
    edition = library.edition.model_copy(update={"council": council, "programme": "Digital Llŷr", "neutral": False})
    stage = book(library, [PART], [Entry("First", "first")], kept=kept / "fronts")
    return stage_books.draw(replace(stage, colophon=replace(stage.colophon, edition=edition)))


def test_a_cover_that_editions_share_says_whose_edition_it_is(library: Library, tmp_path: Path) -> None:
    council = "Brighton & Hove City Council"
    drawn = cover_of(library, council, tmp_path)

    assert all(words in texts(drawn)[0] for words in (council, ADDRESS, "A title"))
    assert codes_of_pdf(drawn, 1)
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        about = pdf.Root.Metadata.read_bytes().decode()
        spoken = [
            str(each.ActualText) for each in pdf.objects if isinstance(each, Dictionary) and "/ActualText" in each
        ]
        title_and_author = (str(pdf.docinfo.Title), str(pdf.docinfo.Author))
    assert title_and_author == ("A title: Digital Llŷr", council)
    assert "A title: Digital Llŷr" in about and council.replace("&", "&amp;") in about
    assert PUBLISHER not in about and ANY_PROGRAMME not in about
    whose = f"{library.strings['documents']['logo_alt'].format(council=council)} The edition of {council}"
    assert {whose, ADDRESS} <= set(spoken)


def test_a_further_edition_lays_out_no_cover_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cover_of(library, "Ynys Wen Council", tmp_path)
    laid_out: list[str] = []
    monkeypatch.setattr(books, "to_pdf", lambda html: laid_out.append(html) or to_pdf(html))
    second = cover_of(library, "Brighton & Hove City Council", tmp_path)

    assert "Brighton" in texts(second)[0] and not [html for html in laid_out if "cover" in html]


def test_a_book_whose_cover_has_no_number_numbers_its_parts(library: Library) -> None:
    drawn = large_print.draw(book(library, [PART], [Entry("First", "first")]))

    pages = texts(drawn)
    assert f"page {len(pages)} of {len(pages)}" in pages[-1] and "A step." in pages[-1]
