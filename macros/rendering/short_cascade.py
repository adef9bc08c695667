"""What no rule of a stylesheet sets is inherited, or as CSS begins it: WeasyPrint is told the short way to that.

It asks each property of each element by one long function, for which most of the answers are that simple. They took an
eighth of the time of a PDF. What a rule sets, and the few properties with rules of their own, go its way as before.
"""

from __future__ import annotations

from typing import Any

# CSS Cascading 4 and Logical Properties 1, and what WeasyPrint's own function treats by name.
BY_THEMSELVES = ("page", "position", "float", "display")
DECORATION = "text_decoration_"
DIRECTIONS = ("ltr", "rtl")


def shorten(css: Any) -> None:
    """Let ``css``, which is the module ``weasyprint.css``, take the short way. A second time it does nothing."""
    whole_way = css.ComputedStyle.__missing__
    if hasattr(whole_way, "whole_way"):
        return
    logical = {
        name(block="ttb", inline=direction) for name in css.PHYSICAL_FUNCTIONS.values() for direction in DIRECTIONS
    }
    simple = {name for name in css.INITIAL_VALUES if name not in BY_THEMSELVES and not name.startswith(DECORATION)}
    inherited = simple & css.INHERITED
    initial = {
        name: css.INITIAL_VALUES[name]
        for name in simple - inherited - css.INITIAL_NOT_COMPUTED
        if not css.check_math(css.INITIAL_VALUES[name])
    }

    def missing(style: Any, name: str) -> Any:
        set_by_rules = style.cascaded
        if name in set_by_rules or (name in css.PHYSICAL_FUNCTIONS and not logical.isdisjoint(set_by_rules)):
            return whole_way(style, name)
        if name in initial:
            value = style[name] = initial[name]
        elif name in inherited and style.parent_style is not None:
            value = style[name] = style.parent_style[name]
        else:
            value = whole_way(style, name)
        return value

    missing.whole_way = whole_way  # type: ignore[attr-defined]
    css.ComputedStyle.__missing__ = missing
