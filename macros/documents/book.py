"""The whole site as one PDF: a cover and contents, and behind them each page's own part, which is drawn once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.documents.growing_pdf import Elsewhere
from macros.documents.joined_pdf import Piece, join
from macros.documents.page_parts import Entry
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.page_numbers import PLACE, TO
from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render


@dataclass(frozen=True)
class Book:
    """All that a book is put together from: its parts as PDFs, its contents, and what stands on its cover."""

    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]
    colophon: Colophon
    elsewhere: Mapping[str, str]
    title: str = ""
    lead: str = ""


def draw(book: Book, view: str = "book/book.html") -> bytes:
    """Draw the cover and the contents of a book, and join its parts behind them."""
    colophon = book.colophon
    html = render(
        view,
        title=book.title,
        lead=book.lead,
        entries=book.entries,
        colophon=colophon,
        t=colophon.strings,
        place=PLACE,
        fonts=FONTS,
        css=(VIEWS / "print/book.css").as_uri(),
        logo=colophon.logo.as_uri(),
    )
    front = to_pdf(html.replace('href="#', f'href="{TO}'))
    return join(front, book.pieces, book.entries, Elsewhere(book.elsewhere, colophon.strings["book"]["online"]))
