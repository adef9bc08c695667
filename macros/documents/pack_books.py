"""Each ready-made pack as one PDF: its own page in front, the cards of its steps and its worksheets, put together."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from macros.documents import book
from macros.documents.book import Book
from macros.documents.joined_pdf import Piece, pages_of
from macros.documents.page_parts import Entry, PagePart, PageParts
from macros.models.packs import Pack

log = logging.getLogger("mkdocs.toolkit")


def draw(pack: Book) -> bytes:
    """Draw a pack as a PDF."""
    return book.draw(pack, "book/pack-book.html", is_shared=True, arrange=on_few_sheets)


def front(html: str) -> str:
    """The page of a pack for its cover, whose own title is the first heading: those below it are the second level."""
    return html.replace("<h3", "<h2").replace("</h3>", "</h2>")


def pack_parts(pack: Pack, parts: PageParts) -> list[PagePart]:
    """The pages of a pack: its steps, of which it holds the cards, and its worksheets. Its own is its front."""
    paths = [*(use.step for use in pack.steps), *(f"worksheets/{name}.md" for name in pack.worksheets)]
    for path in paths:
        # It is not printed, and so not in the book nor in packs.
        if path not in parts.made:  # pragma: no cover: only in whole builds, which are not measured
            log.info("%s is not on the print page, so the pack “%s” is printed without it", path, pack.title)
    return [parts.made[path] for path in paths if path in parts.made]


def on_few_sheets(first: int, pieces: Sequence[Piece], entries: Sequence[Entry]) -> tuple[list[Piece], list[Entry]]:
    """The pieces of a pack and its bookmarks in the order that takes the fewest sheets of paper.

    ``first`` is the index of their first page. Worksheets of one page need no sheet of their own to be photocopied:
    one fills the back of the last card, others come last. Before these come those whose last page has a free back.
    """
    pages = {piece.id: pages_of(piece.content) for piece in pieces}
    sheets = [piece.id for piece in pieces if piece.side == "right"]
    single = [sheet for sheet in sheets if pages[sheet] == 1]
    before = first + sum(pages[piece.id] for piece in pieces if piece.id not in sheets)
    order = {sheet: 4 if sheet in single else 3 if pages[sheet] % 2 else 2 for sheet in sheets}
    if single and before % 2:
        order[single[0]] = 1
    return (
        [
            replace(piece, side="") if piece.id in single else piece
            for piece in sorted(pieces, key=lambda piece: order.get(piece.id, 0))
        ],
        sorted(entries, key=lambda entry: order.get(entry.id, 0)),
    )
