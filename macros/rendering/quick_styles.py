"""WeasyPrint's styles in fewer steps: it works out a million values for a book, nearly all of them the initial ones.

What is plain is answered at once; all else is left to WeasyPrint, so that every value stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

BY_THEMSELVES = ("float", "position", "display", "page")  # depend on each other, or on pages
MOST_WAYS = ("ltr", "rtl")  # in which text runs, of those that CSS knows
NOTES = ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")  # WeasyPrint's own


def read_styles_quickly(weasyprint: Any) -> None:
    """Let WeasyPrint answer at once what a style says plainly; ask it after its modules are loaded."""
    css = weasyprint.css
    if getattr(css.ComputedStyle.__missing__, "is_quick", False):
        return
    _check_quickly(weasyprint)
    css.ComputedStyle.__missing__ = quick_style(css)
    css.StyleFor.__init__ = _keeping_holders(css.StyleFor.__init__)
    boxes = weasyprint.formatting_structure.boxes
    boxes.Box.is_in_normal_flow = _is_in_normal_flow
    _without_notes(weasyprint.html.UA_STYLESHEET.matcher)


def let_go(holders: tuple[Any, ...]) -> None:
    """Take apart what held a document together while it was laid out: its parts hold each other.

    Python would otherwise have to look for them, which takes longer than to lay out a worksheet.
    """
    for holder in holders:
        for style in getattr(holder, "_computed_styles", {}).values():
            vars(style).get("cache", {}).clear()
            vars(style).clear()
        vars(holder).clear()


def _keeping_holders(begin: Callable[..., None]) -> Callable[..., None]:
    def begin_and_keep(self: Any, html: Any, sheets: Any, hints: Any, font_config: Any, targets: Any) -> None:
        begin(self, html, sheets, hints, font_config, targets)
        font_config.holders = (self, targets)

    return begin_and_keep


def _check_quickly(weasyprint: Any) -> None:
    """Whether a value is a formula is asked of each value again and again; words, numbers and lengths are none."""
    css, layout = weasyprint.css, weasyprint.layout
    check = css.functions.check_math
    plain = {str, int, float, type(None), css.properties.Dimension}

    @wraps(check)
    def check_math(value: Any) -> Any:
        return False if type(value) in plain else check(value)

    modules = (css, css.functions, css.tokens, css.computed_values, layout.percent, layout.preferred, layout.inline)
    for module in modules:
        module.check_math = check_math


def quick_style(css: Any) -> Callable[[Any, str], Any]:
    """What a style is asked where it has no value yet."""
    slow = css.ComputedStyle.__missing__
    check_math, logical = css.check_math, logical_names(css.PHYSICAL_FUNCTIONS)
    initial = {
        key: value
        for key, value in css.INITIAL_VALUES.items()
        if not (key in css.INHERITED or key in css.INITIAL_NOT_COMPUTED or _is_special(key) or check_math(value))
    }
    inherited = {key for key in css.INHERITED if not _is_special(key)}

    @wraps(slow)
    def missing(self: Any, key: str) -> Any:
        cascaded = self.cascaded
        if key not in cascaded:
            if key in initial:
                if cascaded.keys().isdisjoint(logical.get(key, ())):
                    value = self[key] = initial[key]
                    return value
            elif key in inherited and self.parent_style is not None:
                value = self.parent_style[key]
                if not check_math(value):
                    self[key] = value
                    return value
        return slow(self, key)

    missing.is_quick = True  # pyrefly: ignore[missing-attribute]
    return missing


def _is_special(key: str) -> bool:
    return key in BY_THEMSELVES or key.startswith("text_decoration_")


def logical_names(physical: Any) -> dict[str, tuple[str, ...]]:
    """The names that each property has where sides are called by the way that text runs: "margin_left" and two more."""
    return {key: tuple({name(block="ttb", inline=way) for way in MOST_WAYS}) for key, name in physical.items()}


def _is_in_normal_flow(box: Any) -> bool:
    """The same as WeasyPrint's, which asks five other questions."""
    return box.style["float"] == "none" and box.style["position"] in ("static", "relative")


def _without_notes(matcher: Any) -> None:
    """Each element had styles for five parts of a footnote, of which no view of ours has any."""
    matcher.other_selectors = [entry for entry in matcher.other_selectors if entry[3] not in NOTES]
