"""Large print: its lines are a little closer where that saves a page with a line or two on it."""

from __future__ import annotations

import re

import pytest

from macros.content.library import Library
from macros.documents import book_part
from macros.documents.book_part import LARGE_LINES, PartText
from macros.documents.store import Documents
from tests.support.builds import ADDRESS

LINE = re.compile(r"--line: ([\d.]+)")


@pytest.mark.parametrize(
    ("is_empty", "fits", "drawn"),
    [(False, (), "1.4"), (True, ("1.35", "1.3"), "1.35"), (True, ("1.3",), "1.3"), (True, (), "1.4")],
)
def test_lines_are_as_far_apart_as_saves_a_page(
    library: Library, monkeypatch: pytest.MonkeyPatch, is_empty: bool, fits: tuple[str, ...], drawn: str
) -> None:
    def to_pdf(html: str, at_most: int = 0) -> bytes:
        line = LINE.findall(html)[0]
        return line.encode() if not at_most or line in fits else b""

    monkeypatch.setattr(book_part, "to_pdf", to_pdf)
    monkeypatch.setattr(book_part, "is_nearly_empty", lambda _pdf: is_empty)
    monkeypatch.setattr(book_part, "pages_of", lambda _pdf: 3)
    colophon = Documents(library, ADDRESS).colophon("", "macros.documents.book_part")

    assert book_part.draw(PartText("x", "<p>Words</p>", colophon, is_large=True)) == drawn.encode()
    assert drawn in map(str, LARGE_LINES)
