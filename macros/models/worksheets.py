"""Worksheets: the checked definition, and the list of boxes that every form of a worksheet must offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, model_validator

from macros.core.validation import StrictModel, rule_error
from macros.models.customisable import Replaceable
from macros.models.examples import check_fits
from macros.models.fields import Simple
from macros.models.tables import Table, WorksheetField, join_pictures, tell_columns_apart
from macros.models.takes_over import TakesOver, check_takes_over
from macros.models.texts import Label, Words, unique


class Section(StrictModel):
    """Fields under one heading."""

    title: Label
    help: Words | None = None
    optional: bool = False  # a sheet without it counts as filled in
    apart: bool = False  # on paper it begins a page of its own, to be handed out another day
    fields: list[WorksheetField] = Field(min_length=1)


class Frame(Replaceable):
    """The sections that every worksheet begins and ends with."""

    before: Section
    after: Section


class Example(StrictModel):
    """The worksheet filled in for an invented community; ``values`` are by field id."""

    community: Words
    about: Words
    values: dict[str, Any]


@dataclass(frozen=True)
class Box:
    """One place to write: the same name in every form of the worksheet."""

    name: str  # such as partners.2.organisation
    field: Simple
    table: Table | None = None
    row: str = ""  # its key
    row_label: str = ""  # what is printed before the row


class Worksheet(Replaceable):
    """What to fill in. It comes in several forms, all drawn from this."""

    id: str
    title: Label
    purpose: Words
    minutes: int = Field(ge=5, le=480)
    who: Words
    orientation: Literal["portrait", "landscape"]
    step: str  # the page that it serves, as a path in docs/
    keep: Words | None = None
    for_residents: bool = False  # without the lines that ask who filled it in, and what that officer does next
    takes_over: TakesOver = Field(default_factory=dict)
    workbook: Literal["baseline"] | None = None  # a spreadsheet of its own that goes with this worksheet
    sections: list[Section] = Field(min_length=1)
    example: Example

    @model_validator(mode="after")
    def _sound(self) -> Worksheet:
        fields = self.fields()
        unique([field.id for field in fields], "field")
        tell_columns_apart([field for field in fields if isinstance(field, Table)])
        join_pictures(fields)
        known = {field.id: field for field in fields}
        for key, value in self.example.values.items():
            if key not in known:
                fix = f"Use one of: {', '.join(known)}."
                message = f"The example fills in “{key}”, which is not a field of this worksheet."
                raise rule_error(message, fix, ("example", "values", key))
            check_fits(known[key], value, key, ("example", "values", key))
        check_takes_over(self.id, self.takes_over, fields)
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
                yield Box(field.id, field)


def table_boxes(table: Table) -> Iterator[Box]:
    """The boxes of one table, row by row."""
    labels = {row.id: row.label for row in table.row_labels}
    for key in table.row_keys:
        for column in table.columns:
            yield Box(f"{table.id}.{key}.{column.id}", column, table, key, labels.get(key, ""))


def example_value(worksheet: Worksheet, box: Box) -> str:
    """What the example writes in ``box``, as text; empty where it writes nothing."""
    values: Any = worksheet.example.values
    if box.table is None:
        return _text(values.get(box.field.id))
    filled = values.get(box.table.id, {})
    if isinstance(filled, list):
        at = int(box.row) - 1
        row = filled[at] if at < len(filled) else {}
    else:
        row = filled.get(box.row, {})
    return _text(row.get(box.field.id))


def example_sum(worksheet: Worksheet, table: Table, column: Simple) -> str:
    """The sum of what the example writes in a column, as text; empty where it writes nothing."""
    boxes = [box for box in table_boxes(table) if box.field.id == column.id]
    values = [Decimal(value) for box in boxes if (value := example_value(worksheet, box))]
    return str(sum(values)) if values else ""


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else ""
    return str(value)
