"""Each stage as one PDF: its own page, its steps and their worksheets, put together like the book."""

from __future__ import annotations

from macros.content.outline import Stage
from macros.documents import book
from macros.documents.book import Book
from macros.documents.page_parts import PagePart, PageParts


def draw(stage: Book) -> bytes:
    """Draw a stage as a PDF."""
    return book.draw(stage, "book/shared-book.html", is_shared=True)


def stage_parts(stage: Stage, parts: PageParts) -> list[PagePart]:
    """The pages of a stage: its own, its steps in order, and each worksheet of these once. Others are left out."""
    worksheets = dict.fromkeys(name for step in stage.steps for name in step.front_matter.worksheets)
    paths = [stage.path, *(step.path for step in stage.steps), *(f"worksheets/{name}.md" for name in worksheets)]
    return [parts.made[path] for path in paths if path in parts.made]
