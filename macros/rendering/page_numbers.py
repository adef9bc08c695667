"""Places for page numbers in a PDF that is drawn before anybody knows which page it will be.

A part of a book is drawn once, by itself, and kept. Wherever it names a page it says "000", and before these letters
its content has a mark, which says whose number belongs there. Who joins parts puts the numbers in: all figures of the
typeface are equally wide, so nothing moves.
"""

from __future__ import annotations

import re
from typing import Any

NUMBER_PLACE = "000"  # as wide as any number of a book below 1,000 pages
TO = "part:"  # what a link to another part begins with
POINTS_TO = "data-to"  # set on what shows the number of a page without being a link to it
FOOT = ""  # whose number it is at the foot of a page: its own
PAGE_MARK = re.compile(
    rb"/PageOf <</To <(?P<to>\w*)> /Text <(?P<text>\w*)> /Letters <(?P<letters>\w*)> /Codes <(?P<codes>\w*)>>> DP\n"
)
CODES = re.compile(r"<([0-9a-f]+)>")  # of letters, four digits each
FIGURES = "0123456789"


def mark_places(draw: Any, module: Any) -> None:
    """Let WeasyPrint, whose ``module`` draws texts by ``draw``, mark each place for a number as it is drawn."""
    if getattr(draw, "marks_places", False):
        return

    def draw_and_mark(stream: Any, textbox: Any, *rest: Any) -> None:
        to = _whose(textbox) if NUMBER_PLACE in textbox.text else None
        if to is None:
            draw(stream, textbox, *rest)
            return
        start, underline = len(stream.stream), textbox.style["text_decoration_line"]
        textbox.style["text_decoration_line"] = "none"  # it would go on under a shorter number
        draw(stream, textbox, *rest)
        textbox.style["text_decoration_line"] = underline
        letters = FIGURES + _instead(textbox)
        values = (to, textbox.text, letters, _codes(stream, textbox, letters))
        mark = b"/PageOf <</To <%s> /Text <%s> /Letters <%s> /Codes <%s>>> DP"
        stream.stream.insert(start, mark % tuple(value.encode().hex().encode() for value in values))

    draw_and_mark.marks_places = True  # pyrefly: ignore[missing-attribute]
    module.draw_text = draw_and_mark


def _whose(textbox: Any) -> str | None:
    """Whose number stands here; None where the letters are only letters."""
    if textbox.element is None:  # only what stands in the margin of a page belongs to no element
        return FOOT
    if not textbox.element_tag.endswith("::after"):
        return None
    href = textbox.element.get("href") or ""
    return href.removeprefix(TO) if href.startswith(TO) else textbox.element.get(POINTS_TO)


def _instead(textbox: Any) -> str:
    """What stands here where a book does not hold the page."""
    return "" if textbox.element is None else str(textbox.element.get("data-or", ""))


def _codes(stream: Any, textbox: Any, letters: str) -> str:
    """Let the font that ``textbox`` is drawn in hold these ``letters`` too. Returns their codes in it, as digits."""
    from weasyprint.draw.text import draw_first_line
    from weasyprint.matrix import Matrix

    layout, fonts = textbox.pango_layout, _OnlyFonts(stream)
    text = layout.text
    layout.reactivate(textbox.style)
    layout.set_text(letters)
    draw_first_line(fonts, textbox, "clip", "none", Matrix())
    layout.set_text(text)
    layout.deactivate()
    return "".join(CODES.findall(fonts.shown))


class _OnlyFonts:
    """Takes what is drawn, and keeps nothing of it but the letters of fonts and their codes."""

    def __init__(self, stream: Any) -> None:
        self.add_font = stream.add_font
        self.ink_rect, self.logical_rect = stream.ink_rect, stream.logical_rect
        self.shown = ""

    def show_text(self, text: str) -> None:
        """Keep the codes."""
        self.shown += text

    def _nothing(self, *_: Any) -> None:
        pass

    set_text_matrix = set_font_size = set_text_rise = _nothing
