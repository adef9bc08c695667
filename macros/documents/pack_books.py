"""Each ready-made pack as one PDF: its own page, the cards of its steps and its worksheets, put together."""

from __future__ import annotations

import logging

from macros.documents import book
from macros.documents.book import Book
from macros.documents.page_parts import PagePart, PageParts
from macros.models.packs import Pack

log = logging.getLogger("mkdocs.toolkit")


def draw(pack: Book) -> bytes:
    """Draw a pack as a PDF."""
    return book.draw(pack, "book/pack-book.html")


def pack_parts(pack: Pack, parts: PageParts) -> list[PagePart]:
    """The pages of a pack: its own, its steps, of which it holds the cards, and its worksheets."""
    worksheets = (f"worksheets/{name}.md" for name in pack.worksheets)
    paths = [f"pick/{pack.id}.md", *(use.step for use in pack.steps), *worksheets]
    for path in paths:
        # It is not printed, and so not in the book nor in packs.
        if path not in parts.made:  # pragma: no cover: only in whole builds, which are not measured
            log.info("%s is not on the print page, so the pack “%s” is printed without it", path, pack.title)
    return [parts.made[path] for path in paths if path in parts.made]
