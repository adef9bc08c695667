"""A line that is full up to the blank behind its last word stays whole.

WeasyPrint 70 counts that blank, finds that the line is too long and that it has no second one, and so breaks it behind
its first word: "Ring" alone on a line, where a link follows.
"""

from __future__ import annotations

from typing import Any

COLLAPSING = ("normal", "nowrap", "pre-line")  # white space in which a blank at the end of a line takes no room


def keep_full_lines(module: Any) -> None:
    """Let the ``module`` that lays out lines leave such a line as it is."""
    split = module.split_first_line
    if getattr(split, "keeps_full_lines", False):
        return

    def split_or_keep(text: str, style: Any, *rest: Any, **named: Any) -> Any:
        line = split(text, style, *rest, **named)
        is_one_word = line[2] is not None and line[1] <= len(text.partition(" ")[0].encode()) + 1
        if is_one_word and text.endswith(" ") and style["white_space"] in COLLAPSING:
            without_blank = split(text.rstrip(" "), style, *rest, **named)
            if without_blank[2] is None:  # all of it fits: nothing is left for another line
                return without_blank
        return line

    split_or_keep.keeps_full_lines = True  # pyrefly: ignore[missing-attribute]
    module.split_first_line = split_or_keep
