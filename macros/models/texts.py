"""Texts and ids as files have them: what may stand in one, whatever it is for."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.core.validation import rule_error

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
OptionId = Annotated[str, Field(pattern=r"^\w+(-\w+)*$")]
FieldId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


def unprintable(text: str, more: str = "") -> bool:
    """Whether ``text`` holds a letter for which a form has no place; ``more`` are letters that may stand too."""
    for letter in more:
        text = text.replace(letter, "")
    if text.isprintable():  # nearly all are, and this asks for the whole text at once
        return False
    return any(unicodedata.category(letter) in ("Cc", "Cn", "Cs") for letter in text)


def printable(text: str, more: str = "") -> str:
    """``text`` without blanks round it. Raises where a form could not hold it; ``more`` are letters that may stand too.

    A spreadsheet would run a text that begins with "=". XML has no place for control characters.
    """
    stripped = text.strip()
    if not stripped:
        raise rule_error("The text is empty.", "Write something, or delete the line.")
    if unprintable(text, more):
        raise rule_error("The text holds a line break or a character that cannot be printed.", "Write it on one line.")
    if stripped.startswith("="):
        raise rule_error("The text begins with “=”, which a spreadsheet takes for a sum.", "Begin it with a word.")
    return stripped


def _short(text: str) -> str:
    if len(text) > 60:
        raise rule_error(
            f"The label has {len(text)} characters; 60 fit on paper.", "Shorten it, and use “help” for the rest."
        )
    return text


Words = Annotated[str, AfterValidator(printable)]
Label = Annotated[str, AfterValidator(printable), AfterValidator(_short)]


def unique(ids: list[str], what: str) -> None:
    """Raise when an id stands twice; ``what`` names the kind of thing, such as "field"."""
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise rule_error(f"The {what} id “{twice[0]}” is used twice.", "Give each its own id; never re-use an old one.")
