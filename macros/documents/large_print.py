"""The guide's steps in large print: one column, 18 points and up, no table."""

from __future__ import annotations

from collections.abc import Iterable

from macros.documents import book
from macros.documents.book import Book
from macros.documents.page_parts import PagePart, PageParts


def draw(large: Book) -> bytes:
    """Draw the steps in large print as a PDF."""
    return book.draw(large, "book/large-print.html", is_named=False)  # the name at the foot has small letters


def large_parts(parts: PageParts, paths: Iterable[str]) -> list[PagePart]:
    """The pages of ``paths`` that are printed, in their order."""
    return [parts.made[path] for path in paths if path in parts.made]
