"""The kinds of field that a worksheet may have: a class for each, which says once what is different about it.

What a writer (the page, Word, a spreadsheet …) does for each kind stands there, in a table: see
:class:`macros.models.kinds.ByKind`. A new kind is a class here, its place in ``AnyField``, and one entry in each table.
"""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from macros.core.validation import StrictModel, rule_error
from macros.models.origins import Origins
from macros.models.texts import FieldId, Label, OptionId, Words

WRITTEN_KINDS = frozenset({"text", "long_text", "date", "number", "money", "scale"})  # all that is kept as words


class Simple(StrictModel):
    """A field that holds one value, alone or as a column of a table. Below are the answers that suit most kinds."""

    several_lines: ClassVar[bool] = False  # whether an answer may have line breaks
    is_number: ClassVar[bool] = False  # whether a picture can place such an answer on a scale
    sums: ClassVar[str] = ""  # the kind of a sum of such fields; empty where they cannot be added up
    adds_down: ClassVar[bool] = False  # whether a table has the sum of such a column under it
    stands_right: ClassVar[bool] = False  # whether such a column stands on the right, digit under digit
    takes_from: ClassVar[frozenset[str]] = frozenset()  # the kinds of answer that may be offered here

    model_config = ConfigDict(serialize_by_alias=True)  # what is written out can be read in again

    id: FieldId
    label: Label
    help: Words | None = None
    width: int = Field(default=2, ge=1, le=20)  # share of the row, as a column
    kind: str
    taken_from: Origins = Field(default_factory=list, alias="from")  # whose answers the form offers here

    def choices(self) -> list[str]:
        """What there is to choose from; empty where the reader writes."""
        return []

    def choice_ids(self) -> list[str]:
        """What is kept for each choice, in the same order: it stays when the words change."""
        return self.choices()

    def room(self) -> int:
        """How many lines an answer takes by hand."""
        return 1

    def accepts(self, value: object) -> bool:
        """Whether an example's ``value``, as YAML reads it, could have been written here."""
        return isinstance(value, str) and bool(value.strip())

    def wanted(self) -> str:
        """What can be written here, in words: ends the sentence "Write …"."""
        choices = self.choices()
        return f"one of {', '.join(choices)}" if choices else f"a {self.kind.replace('_', ' ')}"

    def parsed(self, text: str) -> str | float | date:
        """The value that a spreadsheet keeps for an example's ``text``, which :meth:`accepts` let through."""
        return text


class TextField(Simple):
    """A few words."""

    takes_from: ClassVar[frozenset[str]] = WRITTEN_KINDS

    kind: Literal["text"]


class LongText(Simple):
    """Some sentences."""

    several_lines: ClassVar[bool] = True
    takes_from: ClassVar[frozenset[str]] = WRITTEN_KINDS

    kind: Literal["long_text"]
    lines: int = Field(default=3, ge=2, le=20)  # lines for handwriting

    def room(self) -> int:
        """The lines."""
        return self.lines


class DateField(Simple):
    """A day, written as 2026-11-24."""

    takes_from: ClassVar[frozenset[str]] = frozenset({"date"})

    kind: Literal["date"]
    due: bool = True  # whether something is to be done on the day, so that it belongs in a calendar
    remind: int | None = Field(default=None, ge=0, le=60)  # how many days before a calendar reminds

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is the text of a day that there is."""
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return False
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True

    def parsed(self, text: str) -> date:
        """The day."""
        return date.fromisoformat(text)


class Number(Simple):
    """A number."""

    is_number: ClassVar[bool] = True
    sums: ClassVar[str] = "number"
    takes_from: ClassVar[frozenset[str]] = frozenset({"number"})

    kind: Literal["number"]

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is a number."""
        return isinstance(value, (int, float)) and not isinstance(value, bool)

    def parsed(self, text: str) -> float:
        """The number."""
        return float(text)


class Money(Simple):
    """An amount of pounds, to the penny."""

    is_number: ClassVar[bool] = True
    sums: ClassVar[str] = "money"
    takes_from: ClassVar[frozenset[str]] = frozenset({"money"})
    adds_down: ClassVar[bool] = True
    stands_right: ClassVar[bool] = True

    kind: Literal["money"]

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is a number with no more than two places."""
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            return False
        amount = Decimal(str(value))
        return round(amount, 2) == amount

    def wanted(self) -> str:
        """An example of an amount."""
        return "an amount in pounds, without the sign, such as 1200.50"

    def parsed(self, text: str) -> float:
        """The pounds."""
        return float(text)


def pounds(amount: str | float) -> str:
    """An amount as people write it, such as "£1,200.50"."""
    value = Decimal(str(amount))
    return f"{'-' if value < 0 else ''}£{abs(value):,.2f}"


class Option(StrictModel):
    """One of the options of a choice. The id is kept, and the label is shown."""

    id: OptionId
    label: Label


def _option(written: object) -> object:
    """An option that is only words has its id from them."""
    if not isinstance(written, str):
        return written
    return {"id": "-".join(re.findall(r"\w+", written.casefold())) or "option", "label": written}


class Choice(Simple):
    """One of the options. Who rewords one writes ``{id: …, label: …}`` with the id that it had."""

    kind: Literal["choice"]
    options: list[Annotated[Option, BeforeValidator(_option, json_schema_input_type=str | Option)]] = Field(
        min_length=2
    )

    @model_validator(mode="after")
    def _each_once(self) -> Choice:
        for what, names in (("option", self.choices()), ("id of an option", self.choice_ids())):
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                fix = "Keep one of the two." if what == "option" else "Write each as “{id: …, label: …}”."
                raise rule_error(f"The {what} “{twice[0]}” is used twice.", fix)
        return self

    def choices(self) -> list[str]:
        """The options as they are shown."""
        return [option.label for option in self.options]

    def choice_ids(self) -> list[str]:
        """The options as they are kept."""
        return [option.id for option in self.options]

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is an option, as it is shown."""
        return value in self.choices()


class Tick(Simple):
    """A box to tick."""

    kind: Literal["tick"]

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is true or false."""
        return isinstance(value, bool)


class Scale(Simple):
    """Whole numbers from ``low`` to ``high``; the two labels say what the ends mean."""

    is_number: ClassVar[bool] = True
    sums: ClassVar[str] = "number"

    kind: Literal["scale"]
    low: int = 1
    high: int = 5
    low_label: Label
    high_label: Label

    @model_validator(mode="after")
    def _goes_up(self) -> Scale:
        if not 1 <= self.high - self.low <= 10:
            message = f"A scale from {self.low} to {self.high} cannot be answered."
            raise rule_error(message, "Make it go up, by ten at most: “low: 1” and “high: 5”.")
        return self

    def choices(self) -> list[str]:
        """The numbers, as a person picks them."""
        return [str(number) for number in range(self.low, self.high + 1)]

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is a number of the scale."""
        return isinstance(value, int) and str(value) in self.choices()

    def parsed(self, text: str) -> float:
        """The number."""
        return float(text)


AnyField = TextField | LongText | DateField | Number | Money | Choice | Tick | Scale
FIELD_KINDS: dict[str, type[Simple]] = {
    get_args(kind.model_fields["kind"].annotation)[0]: kind for kind in get_args(AnyField)
}
