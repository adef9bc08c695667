"""Places for page numbers in a PDF that is drawn before anybody knows which page it will be.

A part of a book is drawn once, by itself, and kept. Wherever it names a page it says "000", and before these letters
its content has a mark, which says whose number belongs there. Who joins parts puts the numbers in: all figures of the
typeface are equally wide, so nothing moves.
"""

from __future__ import annotations

import re
from typing import Any

PLACE = "000"  # as wide as any number of a book below 1,000 pages
TO = "part:"  # what a link to another part begins with
FOOT = ""  # whose number it is at the foot of a page: its own
MARK = re.compile(rb"/PageOf <</To <([0-9a-f]*)>>> DP\n")
FIGURES = "0123456789"


def mark_places(draw: Any, module: Any) -> None:
    """Let WeasyPrint, whose ``module`` draws texts by ``draw``, mark each place for a number as it is drawn."""
    if getattr(draw, "marks_places", False):
        return

    def draw_and_mark(stream: Any, textbox: Any, *rest: Any) -> None:
        to = _whose(textbox) if PLACE in textbox.text else None
        if to is not None:
            stream.stream.append(b"/PageOf <</To <%s>>> DP" % to.encode().hex().encode())
        underline = textbox.style["text_decoration_line"]
        if to is not None:  # a line under it would go on under a shorter number
            textbox.style["text_decoration_line"] = "none"
        draw(stream, textbox, *rest)
        textbox.style["text_decoration_line"] = underline
        if to is not None:
            _let_hold(stream, textbox, FIGURES + _instead(textbox))

    draw_and_mark.marks_places = True  # type: ignore[attr-defined]
    module.draw_text = draw_and_mark


def _whose(textbox: Any) -> str | None:
    """Whose number stands here; None where the letters are only letters."""
    if textbox.element is None:  # only what stands in the margin of a page belongs to no element
        return FOOT
    href = textbox.element.get("href") or ""
    return href.removeprefix(TO) if textbox.element_tag == "a::after" and href.startswith(TO) else None


def _instead(textbox: Any) -> str:
    """What stands here where a book does not hold the page."""
    return "" if textbox.element is None else str(textbox.element.get("data-or", ""))


def _let_hold(stream: Any, textbox: Any, letters: str) -> None:
    """Let the font that ``textbox`` is drawn in hold these ``letters`` too."""
    from weasyprint.draw.text import draw_first_line
    from weasyprint.matrix import Matrix

    layout = textbox.pango_layout
    text = layout.text
    layout.reactivate(textbox.style)
    layout.set_text(letters)
    draw_first_line(_OnlyFonts(stream), textbox, "clip", "none", Matrix())
    layout.set_text(text)
    layout.deactivate()


class _OnlyFonts:
    """Takes what is drawn, and keeps nothing of it but the letters of fonts."""

    def __init__(self, stream: Any) -> None:
        self.add_font = stream.add_font
        self.ink_rect, self.logical_rect = stream.ink_rect, stream.logical_rect

    def _nothing(self, *_: Any) -> None:
        pass

    set_text_matrix = show_text = set_font_size = set_text_rise = _nothing
