"""What a text in CSS asks a browser to fetch, read as a browser reads it: an escaped letter is the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import tinycss2

FETCHING = {"url", "src", "image", "image-set", "-webkit-image-set"}  # functions whose texts are addresses


@dataclass(frozen=True)
class Asked:
    """An address, an ``@import``, or an error with what is wrong; ``line`` counts from the text's first."""

    kind: Literal["address", "import", "error"]
    text: str
    line: int


OPENERS = {"{} block": "{", "[] block": "[", "() block": "(", "function": "("}
TEXT_END = "\n@end-of-the-text"  # what stands after an open bracket is inside it, to the end of the text


def asked_for(css: str) -> Iterator[Asked]:
    """Every address and ``@import`` in ``css`` (a style sheet or one value of it), and what cannot be read."""
    waiting: list[tuple[Any, bool]] = [(token, False) for token in tinycss2.parse_component_value_list(css)]
    while waiting:  # not by recursion: brackets may stand in brackets too many times for it
        token, in_function = waiting.pop()
        if token.type == "error":
            yield Asked("error", token.message, token.source_line)
        elif token.type == "at-keyword" and token.lower_value == "import":
            yield Asked("import", token.value, token.source_line)
        elif token.type == "url" or (token.type == "string" and in_function):
            yield Asked("address", token.value, token.source_line)
        elif token.type == "function":
            waiting += [(part, token.lower_name in FETCHING) for part in token.arguments]
        elif hasattr(token, "content") and isinstance(token.content, list):
            waiting += [(part, False) for part in token.content]


def left_open(css: str) -> Asked | None:
    """The bracket or comment in ``css`` that nothing closes, innermost first, as an error; None where all are closed.

    A browser closes them at the end of the text and says nothing, so that the rules after them are lost.
    """
    tokens, bracket = tinycss2.parse_component_value_list(css + TEXT_END), None
    while tokens and tokens[-1].type in OPENERS:
        bracket = tokens[-1]
        tokens = bracket.arguments if bracket.type == "function" else bracket.content
    if tokens and tokens[-1].type == "comment":
        return Asked("error", "“/*” is not closed", tokens[-1].source_line)
    return Asked("error", f"“{OPENERS[bracket.type]}” is not closed", bracket.source_line) if bracket else None
