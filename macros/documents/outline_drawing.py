"""What every drawing of a worksheet begins with, whichever kind of file it makes."""

from __future__ import annotations

from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon
from macros.rendering.worksheet_outline import Block, Content, FieldBlock, SectionBlock, outline, title


class OutlineDrawing:
    """A worksheet that is drawn block by block: to fill in, or with its example where ``filled``."""

    def __init__(self, worksheet: Worksheet, colophon: Colophon, filled: bool) -> None:
        self.worksheet, self.colophon, self.filled = worksheet, colophon, filled
        self.t = colophon.strings
        content = Content(worksheet, colophon.strings, filled, colophon.credit)
        self.title_text = title(content)
        self.blocks: list[Block] = outline(content)
        self.goes_with_last = _before_last(self.blocks)


def _before_last(blocks: list[Block]) -> FieldBlock | None:
    """The field before the last section: it goes onto the next page with it, so that no page has that alone."""
    sections = [block for block in blocks if isinstance(block, SectionBlock)]
    if len(sections) < 2 or sections[-1].section.apart or sections[-2].stands_in_a_row:
        return None
    last = sections[-2].blocks[-1]
    return last if isinstance(last, FieldBlock) else None
