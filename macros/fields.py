"""The kinds of field that a worksheet may have, and what each may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.checked import Strict, wrong

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FieldId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
RowId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]


def _clean(text: str) -> str:
    if not text.strip():
        raise wrong("The text is empty.", "Write something, or delete the line.")
    if any(ord(letter) < 32 for letter in text):
        raise wrong("The text holds a line break or a character that cannot be printed.", "Write it on one line.")
    return text.strip()


def _short(text: str) -> str:
    if len(text) > 60:
        raise wrong(
            f"The label has {len(text)} characters; 60 fit on paper.", "Shorten it, and use “help” for the rest."
        )
    return text


Words = Annotated[str, AfterValidator(_clean)]
Label = Annotated[str, AfterValidator(_clean), AfterValidator(_short)]


class Simple(Strict):
    """A field that holds one value, alone or as a column of a table."""

    id: FieldId
    label: Label
    help: Words | None = None
    width: int = Field(default=2, ge=1, le=12)  # share of the row, as a column


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

    @property
    def options(self) -> list[str]:
        """The numbers, as a person picks them."""
        return [str(number) for number in range(self.low, self.high + 1)]


Column = Annotated[TextField | LongText | DateField | Number | Choice | Tick | Scale, Field(discriminator="kind")]


class Row(Strict):
    """A row whose first cell is printed."""

    id: RowId
    label: Words


class Table(Strict):
    """Rows of the same columns: ``rows`` empty ones, or one for each of ``row_labels``."""

    id: FieldId
    kind: Literal["table"]
    label: Label
    help: Words | None = None
    columns: list[Column] = Field(min_length=1)
    rows: int | None = Field(default=None, ge=1, le=40)
    row_labels: list[Row] = Field(default_factory=list)

    @model_validator(mode="after")
    def _rows_said_once(self) -> Table:
        if (self.rows is None) == (not self.row_labels):
            raise wrong("The table needs either “rows” or “row_labels”.", "Write “rows: 6”, or list the rows' labels.")
        unique([column.id for column in self.columns], "column")
        unique([row.id for row in self.row_labels], "row")
        return self

    @property
    def row_keys(self) -> list[str]:
        """A key for each row: its id where it has a label, else its number from 1."""
        return [row.id for row in self.row_labels] or [str(number + 1) for number in range(self.rows or 0)]


WorksheetField = Annotated[
    TextField | LongText | DateField | Number | Choice | Tick | Scale | Table, Field(discriminator="kind")
]


def unique(ids: list[str], what: str) -> None:
    """Raise when an id stands twice; ``what`` names the kind of thing, such as "field"."""
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise wrong(f"The {what} id “{twice[0]}” stands twice.", "Give each its own id; never re-use an old one.")
