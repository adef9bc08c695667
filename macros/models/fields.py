"""The kinds of field that a worksheet may have, and what each may say."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.core.validation import StrictModel, rule_error

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FieldId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


def printable(text: str, more: str = "") -> str:
    """``text`` without blanks round it. Raises where a form could not hold it; ``more`` are letters that may stand too.

    A spreadsheet would run a text that begins with "=". XML has no place for control characters.
    """
    if not text.strip():
        raise rule_error("The text is empty.", "Write something, or delete the line.")
    if any(unicodedata.category(letter) in ("Cc", "Cn", "Cs") and letter not in more for letter in text):
        raise rule_error("The text holds a line break or a character that cannot be printed.", "Write it on one line.")
    if text.lstrip().startswith("="):
        raise rule_error("The text begins with “=”, which a spreadsheet takes for a sum.", "Begin it with a word.")
    return text.strip()


def _short(text: str) -> str:
    if len(text) > 60:
        raise rule_error(
            f"The label has {len(text)} characters; 60 fit on paper.", "Shorten it, and use “help” for the rest."
        )
    return text


Words = Annotated[str, AfterValidator(printable)]
Label = Annotated[str, AfterValidator(printable), AfterValidator(_short)]


class Simple(StrictModel):
    """A field that holds one value, alone or as a column of a table."""

    id: FieldId
    label: Label
    help: Words | None = None
    width: int = Field(default=2, ge=1, le=20)  # share of the row, as a column


class TextField(Simple):
    """A few words."""

    kind: Literal["text"]


class LongText(Simple):
    """Some sentences."""

    kind: Literal["long_text"]
    lines: int = Field(default=3, ge=2, le=20)  # lines for handwriting


class DateField(Simple):
    """A day."""

    kind: Literal["date"]


class Number(Simple):
    """A number."""

    kind: Literal["number"]


class Choice(Simple):
    """One of the options."""

    kind: Literal["choice"]
    options: list[Label] = Field(min_length=2)

    @model_validator(mode="after")
    def _each_once(self) -> Choice:
        twice = sorted({one for one in self.options if self.options.count(one) > 1})
        if twice:
            raise rule_error(f"The option “{twice[0]}” stands twice.", "Keep one of the two.")
        return self


class Tick(Simple):
    """A box to tick."""

    kind: Literal["tick"]


class Scale(Simple):
    """Whole numbers from ``low`` to ``high``; the two labels say what the ends mean."""

    kind: Literal["scale"]
    low: int = 1
    high: int = 5
    low_label: Label
    high_label: Label

    @model_validator(mode="after")
    def _goes_up(self) -> Scale:
        if not 1 <= self.high - self.low <= 10:
            message = f"A scale from {self.low} to {self.high} cannot be answered."
            raise rule_error(message, "Let it go up, by ten at most: “low: 1” and “high: 5”.")
        return self

    @property
    def options(self) -> list[str]:
        """The numbers, as a person picks them."""
        return [str(number) for number in range(self.low, self.high + 1)]


def unique(ids: list[str], what: str) -> None:
    """Raise when an id stands twice; ``what`` names the kind of thing, such as "field"."""
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise rule_error(f"The {what} id “{twice[0]}” stands twice.", "Give each its own id; never re-use an old one.")
