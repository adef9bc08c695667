"""Parts of a book that were drawn one by one, joined into one PDF in which every page has its number and its place.

WeasyPrint draws each part once; a book and every pack that holds it are put together from the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Pdf

from macros.documents.edition_name import stamp_name
from macros.documents.growing_pdf import Elsewhere, GrowingPdf
from macros.documents.page_parts import Entry
from macros.documents.page_places import Places, number_pages


@dataclass(frozen=True)
class Piece:
    """One part, as a PDF of its own. ``id`` is the page's; a second piece with the same id follows the first.

    ``is_sheet`` says that it was drawn to be used alone: it has no place for the number of its page in a book.
    ``inside`` are id and title of pages that run on behind the first. ``side`` is "left" or "right" where it has to
    begin on such a page.
    """

    id: str
    title: str
    content: bytes
    is_sheet: bool = False
    inside: tuple[tuple[str, str], ...] = ()
    side: str = ""


def join(
    front: bytes,
    pieces: Sequence[Piece],
    entries: Sequence[Entry],
    elsewhere: Elsewhere,
    name: bytes = b"",
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The book that begins with ``front``, which is its cover and contents; ``entries`` are its bookmarks.

    ``name`` is the edition's, as :mod:`macros.documents.edition_name` draws it, for parts that were drawn without it;
    so are ``pictures``, as :mod:`macros.documents.sheet_pictures` puts them in.
    """
    with Pdf.open(io.BytesIO(front)) as whole:
        sources = [Pdf.open(io.BytesIO(piece.content)) for piece in pieces]
        places = _places(len(whole.pages), pieces, sources)
        foot = number_pages(whole, 1, places, elsewhere.word)
        growing = GrowingPdf(whole, places, elsewhere, pictures)
        growing.links(range(len(whole.pages)))
        stamp = Pdf.open(io.BytesIO(name)) if name else None
        for piece, source in zip(pieces, sources, strict=True):
            if not piece.is_sheet:
                numbered = number_pages(source, len(whole.pages) + 1, places, elsewhere.word)
                if numbered and not foot:  # a cover that has no number of its own
                    font = whole.copy_foreign(source.make_indirect(numbered.letters.font))
                    foot = replace(numbered, letters=replace(numbered.letters, font=font))
            first = len(growing.pages)
            growing.add(piece.id, source, foot if piece.is_sheet else None)
            if stamp and not piece.is_sheet:
                stamp_name(whole, whole.pages[first : len(growing.pages)], stamp)
        growing.finish(entries)
        out = io.BytesIO()
        whole.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as document:  # which reads no more than it has to
        return len(document)


def on_their_sides(first: int, pieces: Sequence[Piece], fillers: Mapping[str, bytes]) -> list[Piece]:
    """``pieces``, each on its own side of a sheet; ``first`` is the index of their first page.

    Where a page stays free before one of them, it is one of ``fillers``, which are by the side on which they are.
    """
    placed: list[Piece] = []
    at = first
    for piece in pieces:
        side = "left" if at % 2 else "right"
        if piece.side and piece.side != side:
            placed.append(Piece(f"free-{at}", "", fillers[side]))
            at += 1
        at += pages_of(piece.content)
        placed.append(piece)
    return placed


def places_of(first: int, pieces: Sequence[Piece]) -> Places:
    """Where everything will stand in the book of these ``pieces``; ``first`` is the index of their first page."""
    sources = [Pdf.open(io.BytesIO(piece.content)) for piece in pieces]
    try:
        return _places(first, pieces, sources)
    finally:
        for source in sources:
            source.close()


def _places(first: int, pieces: Sequence[Piece], sources: Sequence[Pdf]) -> Places:
    """Where every part and every place in it stands; ``first`` is the index of the first part's page."""
    places = Places()
    at = first
    for piece, source in zip(pieces, sources, strict=True):
        numbers = {page.obj.objgen: at + number for number, page in enumerate(source.pages)}
        places.starts.setdefault(piece.id, at)
        places.titles.setdefault(piece.id, piece.title)
        for name, (page, _, left, top, *_) in _destinations(source):
            places.named.setdefault(name, (numbers[page.objgen], float(left), float(top)))
        for page_id, title in piece.inside:  # pragma: no cover: only in whole builds, which are not measured
            places.starts.setdefault(page_id, places.named[page_id][0])
            places.titles.setdefault(page_id, title)
        at += len(source.pages)
    places.total = at
    return places


def _destinations(source: Pdf) -> list[tuple[str, Any]]:
    if "/Names" not in source.Root or "/Dests" not in source.Root.Names:
        return []
    names = [*source.Root.Names.Dests.Names]
    return [(str(name), place) for name, place in zip(names[::2], names[1::2], strict=True)]
