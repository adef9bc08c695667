"""Lines of text that WeasyPrint lays out once: it lays out each again to draw it, and the same words again elsewhere.

A line that is asked for again, in the same letters and as wide, is the one that is there; and what was laid out is what
is drawn.
"""

from __future__ import annotations

import copy
from functools import wraps
from typing import Any

# All that a line depends on, but for its words and its width.
STYLE_OF_LETTERS = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)
ENDS = ("\n", "\r", "\u2029")  # of a paragraph


def lay_out_once(line_break: Any, draw: Any, callers: tuple[Any, ...]) -> None:
    """Let WeasyPrint's module ``line_break`` lay out each line once for its ``callers``, and for ``draw``."""
    layout = line_break.Layout
    if getattr(layout, "lays_out_once", False):
        return
    layout.lays_out_once = True
    _keep_fonts(line_break)
    _keep_until_drawn(layout, line_break)
    draw.draw_first_line = _with_ellipsis_apart(draw.draw_first_line)
    split = _keep_lines(line_break.split_first_line)
    for module in callers:
        module.split_first_line = split


def letters_of(style: Any) -> dict[Any, Any]:
    """What is known of the letters of ``style``: the same for all styles of a document that say the same of them."""
    known: dict[Any, Any] | None = style.__dict__.get("letters")
    if known is None:
        words = repr([style[name] for name in STYLE_OF_LETTERS])
        known = style.letters = style.cache.setdefault("letters", {}).setdefault(words, {})
    return known


def _keep_fonts(line_break: Any) -> None:
    """Describe the font of letters once."""
    describe = line_break.get_font_description

    def describe_once(style: Any) -> Any:
        known = style.__dict__.get("letters")
        if known is None:  # it may still change
            return describe(style)
        if "font" not in known:
            known["font"] = describe(style)
        return known["font"]

    line_break.get_font_description = describe_once


def _keep_until_drawn(layout: Any, line_break: Any) -> None:
    """Draw what was laid out, where that is one line and its words are not moved apart."""
    set_text, let_go, renew = layout.set_text, layout.deactivate, layout.reactivate
    pango, ffi = line_break.pango, line_break.ffi

    @wraps(set_text)
    def set_words(self: Any, text: str, justify: bool = False) -> None:
        # As it is drawn: to change that later would have the line laid out again.
        is_one = not any(end in text for end in ENDS)
        pango.pango_layout_set_single_paragraph_mode(self.layout, is_one)
        set_text(self, text, justify)

    @wraps(let_go)
    def keep(self: Any) -> None:
        """It goes with the box that shows it."""

    @wraps(renew)
    def reactivate(self: Any, style: Any) -> None:
        is_same = self.style is style and not self.justification_spacing
        if not is_same or pango.pango_layout_get_line_readonly(self.layout, 1) != ffi.NULL:
            renew(self, style)

    layout.set_text, layout.deactivate, layout.reactivate = set_words, keep, reactivate


def _with_ellipsis_apart(draw_line: Any) -> Any:
    """What is cut to end in an ellipsis is another line than the one that was laid out."""

    def draw(stream: Any, textbox: Any, overflow: str, ellipsis: Any, matrix: Any) -> Any:
        if overflow == "ellipsis" or ellipsis != "none":
            textbox.pango_layout = layout = copy.copy(textbox.pango_layout)
            layout.setup(textbox.style)
            layout.set_text(layout.text, justify=True)
        return draw_line(stream, textbox, overflow, ellipsis, matrix)

    return draw


def _keep_lines(split: Any) -> Any:
    def split_once(text: str, style: Any, context: Any, width: Any, spacing: Any, *rest: Any, **named: Any) -> Any:
        lines = letters_of(style)
        asked = (text, width, spacing, rest, *named.items())
        line = lines.get(asked)
        if line is None:
            line = lines[asked] = split(text, style, context, width, spacing, *rest, **named)
            return line
        again = copy.copy(line[0])
        again.style = style
        return (again, *line[1:])

    return split_once
