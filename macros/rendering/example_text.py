"""What the example says in a box, in the words of a person: a day is "9 April 2027" in every form."""

from __future__ import annotations

from datetime import date
from typing import Any

from macros.core.dates import in_words
from macros.models.worksheets import Box, Worksheet, example_value


def example_text(worksheet: Worksheet, box: Box, strings: dict[str, Any]) -> str:
    """The example's text for ``box``; empty where it says nothing."""
    value = example_value(worksheet, box)
    if value and box.field.kind == "date":  # type: ignore[attr-defined]
        return in_words(date.fromisoformat(value), strings)
    return value
