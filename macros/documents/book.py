"""A book as one PDF: a cover and contents, each page's own part, which is drawn once, addresses and an index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from macros.core.cache import kept_beside
from macros.documents.back_matter import IndexGroup, numbered
from macros.documents.edition_name import drawn_name
from macros.documents.edition_stamp import stamped
from macros.documents.free_lines import WHOLE, with_lines
from macros.documents.growing_pdf import Elsewhere
from macros.documents.joined_pdf import Piece, join, on_their_sides, pages_of, places_of
from macros.documents.page_parts import Entry
from macros.documents.stage_lines import StageLines
from macros.documents.stamps import STAMPS, Stamp, Stamps
from macros.paths import VIEWS
from macros.rendering.blank_pictures import blank_picture
from macros.rendering.colophon import ANY_PROGRAMME, PUBLISHER, Colophon
from macros.rendering.page_numbers import NUMBER_PLACE, TO
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

ADDRESSES, INDEX = "book-addresses", "book-index"  # what these parts are called
BOOK_SIDES = ("left", "right")
WHOSE_LETTERS, PACK_WHOSE_LETTERS = 16, 14  # pixels: of whose edition it is, on a cover
COVER_STAMPS: Stamps = {
    **STAMPS,
    "whose": lambda colophon: _whose(colophon, WHOSE_LETTERS),
    "pack-whose": lambda colophon: _whose(colophon, PACK_WHOSE_LETTERS),
}


@dataclass(frozen=True)
class Book:
    """All that a book is put together from: its parts as PDFs, its contents, and what stands on its cover.

    ``stages`` are the map on the cover. ``addresses`` is the list of all that its pages name, as a PDF; ``index`` is
    what can be looked up; ``body`` is what stands on the cover in place of a map or contents, as HTML. ``site`` is the
    site's address; ``pictures`` are what :mod:`macros.documents.sheet_pictures` puts in. Each may be empty. ``kept`` is
    a place beside which what all editions share of a book is kept, if it is.
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
    kept: Path | None = None


Arrange = Callable[[int, Sequence[Piece], Sequence[Entry]], tuple[list[Piece], list[Entry]]]


def draw(
    book: Book,
    view: str = "book/book.html",
    *,
    is_named: bool = True,
    is_shared: bool = False,
    arrange: Arrange | None = None,
) -> bytes:
    """Draw the cover and the contents of a book, and join its parts behind them.

    ``is_named`` puts the edition's name at the foot of each page. ``is_shared`` says that ``view`` has places for what
    is an edition's own, and is drawn once for all of them. ``arrange`` may order the parts and their bookmarks, once it
    is known which page is the first behind the cover and contents.
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
    whole = replace(book, entries=tuple(entries))
    front = _stamped(whole, view) if is_shared else to_pdf(_html(whole, view))
    fillers = {side: _kept(book, _html(book, "book/free-page.html", side=side), _free_page) for side in BOOK_SIDES}
    first = pages_of(front)
    if arrange:
        pieces, entries = arrange(first, pieces, entries)
    pieces = on_their_sides(first, pieces, fillers)
    if book.index:  # pragma: no cover: only in whole builds, which are not measured
        lines = numbered(book.index, places_of(first, pieces), first, pieces, book.kept)
        drawn = with_lines(_kept(book, _html(book, "book/index.html", groups=lines)), *WHOLE)
        index = Piece(INDEX, words["index"], drawn, side="left")
        pieces = on_their_sides(first, [*pieces, index], fillers)
    edition, language = book.colophon.edition, book.colophon.strings["site"]["language"]
    name = drawn_name(edition.programme, language) if is_named else b""
    elsewhere = Elsewhere(book.elsewhere, words["online"], book.site)
    return join(front, pieces, entries, elsewhere, name, book.pictures)


def _stamped(book: Book, view: str) -> bytes:
    html = _html(replace(book, colophon=book.colophon.shared()), view)
    return stamped(_kept(book, html), book.colophon, stamps=COVER_STAMPS)


def _kept(book: Book, html: str, drawn: Callable[[str], bytes] = to_pdf) -> bytes:
    """What is drawn of ``html``, which nothing of an edition stands in: it is kept for others."""
    return kept_beside(book.kept, html.encode(), lambda: drawn(html))


def _whose(colophon: Colophon, letters: int) -> Stamp:
    """The logo, and beside it whose edition this is."""
    return Stamp(
        "whose", _whose_edition(colophon), picture=colophon.logo.as_uri(), alt=colophon.logo_alt, letters=letters
    )


def _whose_edition(colophon: Colophon) -> str:
    words, edition = colophon.strings["book"], colophon.edition
    return str(words["neutral"] if edition.neutral else words["edition"].format(council=edition.council))


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
        picture=blank_picture,
        publisher=PUBLISHER,
        programme=ANY_PROGRAMME,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/book.css").as_uri(),
        whose_edition=_whose_edition,
        **values,
    )
    return html.replace('href="#', f'href="{TO}')
