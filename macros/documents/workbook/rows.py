"""Rows of a workbook that every plan needs: a line of text, and what the workbook says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from macros.documents.workbook.model import Cell, Picture, Row
from macros.rendering.colophon import Colophon
from macros.rendering.qr import QR_SIZE, qr_png


def over(style: str, text: str) -> Row:
    """A line of text over the whole width."""
    return Row([Cell(text, style, whole_row=True)])


def about(colophon: Colophon, widths: Sequence[float]) -> list[Row]:
    """The last row of the first sheet: credit and licence, version and address, and whether the copy is current.

    Where there is a code, they stand beside it, so that it takes no room of its own. ``widths`` are those of the
    sheet's columns.
    """
    lines = [colophon.credit, f"{colophon.version}. {colophon.address}", colophon.is_current]
    words = Cell("\n".join(filter(None, lines)), "small", whole_row=True)
    if not colophon.current:
        return [Row([]), Row([words])]
    column = next(at for at, width in enumerate(widths) if width > QR_SIZE)
    before = [Cell(style="small") for _ in widths[: column + 1]]
    code = Picture(qr_png(colophon.current), colophon.qr_alt, QR_SIZE, column)
    return [Row([]), Row([*before, words], QR_SIZE + 1, picture=code)]
