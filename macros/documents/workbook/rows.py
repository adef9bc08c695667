"""Rows of a workbook that every plan needs: a line of text, and what the workbook says of itself."""

from __future__ import annotations

from macros.documents.workbook.model import Cell, Row
from macros.rendering.colophon import Colophon


def over(style: str, text: str) -> Row:
    """A line of text over the whole width."""
    return Row([Cell(text, style, whole_row=True)])


def about(colophon: Colophon) -> list[Row]:
    """The last rows of the first sheet: credit and licence, version and address, and whether the copy is current."""
    lines = [colophon.credit, f"{colophon.version}. {colophon.address}", colophon.is_current]
    return [Row([]), *(over("small", line) for line in lines if line)]
