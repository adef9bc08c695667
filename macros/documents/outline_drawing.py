"""What every drawing of a worksheet begins with, whichever kind of file it makes."""

from __future__ import annotations

from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon
from macros.rendering.worksheet_outline import Block, Content, outline, title


class OutlineDrawing:
    """A worksheet that is drawn block by block: to fill in, or with its example where ``filled``."""

    def __init__(self, worksheet: Worksheet, colophon: Colophon, filled: bool) -> None:
        self.worksheet, self.colophon, self.filled = worksheet, colophon, filled
        self.t = colophon.strings
        content = Content(worksheet, colophon.strings, filled, colophon.credit)
        self.title_text = title(content)
        self.blocks: list[Block] = outline(content)
