"""What the example says in a box, in the words of a person: a day is "9 April 2027" in every form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from macros.core.dates import in_words
from macros.models.fields import pounds
from macros.models.kinds import ByKind
from macros.models.worksheets import Box, Worksheet, example_value

Strings = dict[str, Any]  # all interface words


def example_text(worksheet: Worksheet, box: Box, strings: Strings) -> str:
    """The example's text for ``box``; empty where it says nothing."""
    value = example_value(worksheet, box)
    return IN_WORDS[box.field.kind](value, strings) if value else ""


def _as_it_is(value: str, _strings: Strings) -> str:
    return value


def _day(value: str, strings: Strings) -> str:
    return in_words(date.fromisoformat(value), strings)


def _amount(value: str, _strings: Strings) -> str:
    return pounds(value)


IN_WORDS: ByKind[Callable[[str, Strings], str]] = ByKind(
    "The example's text",
    {
        "text": _as_it_is,
        "long_text": _as_it_is,
        "date": _day,
        "number": _as_it_is,
        "money": _amount,
        "choice": _as_it_is,
        "tick": _as_it_is,
        "scale": _as_it_is,
    },
)
