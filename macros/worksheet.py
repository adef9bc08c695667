"""Worksheets: the checked definition, and the list of boxes that every form of a worksheet must offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.checked import Strict, wrong

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


class Section(Strict):
    """Fields under one heading."""

    title: Label
    help: Words | None = None
    fields: list[WorksheetField] = Field(min_length=1)


class Frame(Strict):
    """The sections that every worksheet begins and ends with."""

    before: Section
    after: Section


class Example(Strict):
    """The worksheet filled in for an invented community; ``values`` are by field id."""

    community: Words
    about: Words
    values: dict[str, Any]


@dataclass(frozen=True)
class Box:
    """One place to write: the same name and label in every form of the worksheet."""

    name: str  # such as partners.2.organisation
    label: str  # such as "Organisation, row 2"
    field: Simple
    table: Table | None = None
    row: str = ""


class Worksheet(Strict):
    """What to fill in. It comes in several forms, all drawn from this."""

    id: str
    title: Label
    purpose: Words
    minutes: int = Field(ge=5, le=480)
    who: Words
    orientation: Literal["portrait", "landscape"]
    step: str  # the page that it serves, as a path in docs/
    keep: Words | None = None
    sections: list[Section] = Field(min_length=1)
    example: Example

    @model_validator(mode="after")
    def _sound(self) -> Worksheet:
        fields = self.fields()
        unique([field.id for field in fields], "field")
        known = {field.id: field for field in fields}
        for key, value in self.example.values.items():
            if key not in known:
                mend = f"Use one of: {', '.join(known)}."
                raise wrong(f"The example fills in “{key}”, which is not a field of this worksheet.", mend)
            _fits(known[key], value, key)
        return self

    def fields(self) -> list[Any]:
        """Every field, in order."""
        return [field for section in self.sections for field in section.fields]

    def boxes(self) -> Iterator[Box]:
        """Every place to write, in reading order."""
        for field in self.fields():
            if isinstance(field, Table):
                yield from table_boxes(field)
            else:
                yield Box(field.id, field.label, field)


def table_boxes(table: Table) -> Iterator[Box]:
    """The boxes of one table, row by row."""
    labels = {row.id: row.label for row in table.row_labels}
    for key in table.row_keys:
        for column in table.columns:
            place = f"{column.label}: {labels[key]}" if key in labels else f"{column.label}, row {key}"
            yield Box(f"{table.id}.{key}.{column.id}", place, column, table, key)


def example_value(worksheet: Worksheet, box: Box) -> str:
    """What the example writes in ``box``, as text; empty where it writes nothing."""
    values: Any = worksheet.example.values
    if box.table is None:
        return _said(values.get(box.field.id))
    filled = values.get(box.table.id, {})
    if isinstance(filled, list):
        at = int(box.row) - 1
        row = filled[at] if at < len(filled) else {}
    else:
        row = filled.get(box.row, {})
    return _said(row.get(box.field.id))


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else ""
    return str(value)


def unique(ids: list[str], what: str) -> None:
    """Raise when an id stands twice; ``what`` names the kind of thing, such as "field"."""
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise wrong(f"The {what} id “{twice[0]}” stands twice.", "Give each its own id; never re-use an old one.")


def _fits(field: Any, value: Any, place: str) -> None:
    """Raise unless an example's ``value`` could have been written into ``field``."""
    if isinstance(field, Table):
        _table_fits(field, value, place)
        return
    fits: dict[str, Callable[[], bool]] = {
        "tick": lambda: isinstance(value, bool),
        "number": lambda: isinstance(value, (int, float)) and not isinstance(value, bool),
        "scale": lambda: isinstance(value, int) and str(value) in field.options,
        "choice": lambda: value in field.options,
        "date": lambda: isinstance(value, str) and _is_date(value),
    }
    if not fits.get(field.kind, lambda: isinstance(value, str) and bool(value.strip()))():
        options = (
            f" one of {', '.join(field.options)}" if hasattr(field, "options") else f" a {field.kind.replace('_', ' ')}"
        )
        raise wrong(f"The example's “{place}” does not fit its field: {value!r}.", f"Write{options}.")


def _table_fits(table: Table, value: Any, place: str) -> None:
    if table.row_labels and isinstance(value, dict):
        rows = list(value.items())
    elif not table.row_labels and isinstance(value, list):
        rows = [(str(number), row) for number, row in enumerate(value, 1)]
    else:
        raise wrong(
            f"The example's “{place}” is not rows.", "Write a list of rows, or one entry for each labelled row."
        )
    columns = {column.id: column for column in table.columns}
    for key, row in rows:
        if key not in table.row_keys:
            raise wrong(
                f"The example's “{place}” has a row “{key}” that the table does not have.", "Delete it, or add rows."
            )
        for column, cell in row.items():
            if column not in columns:
                mend = f"Use one of: {', '.join(columns)}."
                raise wrong(f"The example's “{place}” fills in “{column}”, which is not a column.", mend)
            _fits(columns[column], cell, f"{place}, row {key}, {column}")


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
