"""A book as one PDF: a cover and contents, each page's own part, which is drawn once, addresses and an index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from macros.documents.back_matter import IndexGroup, numbered
from macros.documents.edition_name import drawn_name
from macros.documents.free_lines import WHOLE, with_lines
from macros.documents.growing_pdf import Elsewhere
from macros.documents.joined_pdf import Piece, join, on_their_sides, pages_of, places_of
from macros.documents.page_parts import Entry
from macros.documents.stage_lines import StageLines
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.page_numbers import NUMBER_PLACE, TO
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

ADDRESSES, INDEX = "book-addresses", "book-index"  # what these parts are called
BOOK_SIDES = ("left", "right")


@dataclass(frozen=True)
class Book:
    """All that a book is put together from: its parts as PDFs, its contents, and what stands on its cover.

    ``stages`` are the map on the cover. ``addresses`` is the list of all that its pages name, as a PDF; ``index`` is
    what can be looked up; ``body`` is what stands on the cover in place of a map or contents, as HTML. ``site`` is the
    site's address; ``pictures`` are what :mod:`macros.documents.sheet_pictures` puts in. Each may be empty.
    """

    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]
    colophon: Colophon
    elsewhere: Mapping[str, str]
    title: str = ""
    lead: str = ""
    stages: tuple[StageLines, ...] = ()
    addresses: bytes = b""
    index: tuple[IndexGroup, ...] = ()
    body: str = ""
    site: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)


Arrange = Callable[[int, Sequence[Piece], Sequence[Entry]], tuple[list[Piece], list[Entry]]]


def draw(book: Book, view: str = "book/book.html", *, is_named: bool = True, arrange: Arrange | None = None) -> bytes:
    """Draw the cover and the contents of a book, and join its parts behind them.

    ``is_named`` puts the edition's name at the foot of each page. ``arrange`` may order the parts and their bookmarks,
    once it is known which page is the first behind the cover and contents.
    """
    words = book.colophon.strings["book"]
    pieces, entries = [*book.pieces], [*book.entries]
    if book.addresses:
        at = next((number for number, piece in enumerate(pieces) if piece.is_sheet), len(pieces))
        pieces.insert(at, Piece(ADDRESSES, words["addresses"], book.addresses, side="left"))
        sheets = {piece.id for piece in pieces if piece.is_sheet}
        line = next((number for number, entry in enumerate(entries) if entry.id in sheets), len(entries))
        entries.insert(line, Entry(words["addresses"], ADDRESSES))
    if book.index:  # pragma: no cover: only in whole builds, which are not measured
        entries.append(Entry(words["index"], INDEX))
    front = _drawn(replace(book, entries=tuple(entries)), view)
    fillers = {side: _free_page(_html(book, "book/free-page.html", side=side)) for side in BOOK_SIDES}
    first = pages_of(front)
    if arrange:
        pieces, entries = arrange(first, pieces, entries)
    pieces = on_their_sides(first, pieces, fillers)
    if book.index:  # pragma: no cover: only in whole builds, which are not measured
        lines = numbered(book.index, places_of(first, pieces), first, pieces)
        drawn = with_lines(_drawn(book, "book/index.html", groups=lines), *WHOLE)
        index = Piece(INDEX, words["index"], drawn, side="left")
        pieces = on_their_sides(first, [*pieces, index], fillers)
    edition, language = book.colophon.edition, book.colophon.strings["site"]["language"]
    name = drawn_name(edition.programme, language) if is_named else b""
    elsewhere = Elsewhere(book.elsewhere, words["online"], book.site)
    return join(front, pieces, entries, elsewhere, name, book.pictures)


def _drawn(book: Book, view: str, **values: object) -> bytes:
    return to_pdf(_html(book, view, **values))


@cache
def _free_page(html: str) -> bytes:
    """A free page, which every book and pack has: drawn once in each process."""
    return to_pdf(html)


def _html(book: Book, view: str, **values: object) -> str:
    colophon = book.colophon
    html = render(
        view,
        book=book,
        title=book.title,
        lead=book.lead,
        entries=book.entries,
        colophon=colophon,
        t=colophon.strings,
        place=NUMBER_PLACE,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/book.css").as_uri(),
        logo=colophon.logo.as_uri(),
        **values,
    )
    return html.replace('href="#', f'href="{TO}')
