"""Whether a worksheet's example could have been written into its fields."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from pydantic_core import PydanticCustomError

from macros.core.validation import rule_error
from macros.models.fields import Simple
from macros.models.tables import Table
from macros.models.texts import printable

Place = tuple[Hashable, ...]  # keys and list positions from the top of the file


def check_fits(field: Simple | Table, value: Any, name: str, at: Place) -> None:
    """Raise unless an example's ``value`` could have been written into ``field``.

    ``name`` says in words which value it is, and ``at`` where it stands.
    """
    if isinstance(field, Table):
        _table_fits(field, value, name, at)
        return
    if not field.accepts(value):
        raise rule_error(f"The example's “{name}” does not fit its field: {value!r}.", f"Write {field.wanted()}.", at)
    if isinstance(value, str):
        try:
            printable(value, "\n" if field.several_lines else "")
        except PydanticCustomError as error:
            context = error.context or {}
            raise rule_error(context["problem"], context["fix"], at) from error


def _table_fits(table: Table, value: Any, name: str, at: Place) -> None:
    if table.row_labels and isinstance(value, dict):
        rows = [(key, row, (*at, key)) for key, row in value.items()]
    elif not table.row_labels and isinstance(value, list):
        rows = [(str(number + 1), row, (*at, number)) for number, row in enumerate(value)]
    else:
        fix = "Write a list of rows, or one entry for each labelled row."
        raise rule_error(f"The example's “{name}” is not a list of rows.", fix, at)
    columns = {column.id: column for column in table.columns}
    for key, row, here in rows:
        if key not in table.row_keys:
            message = f"The example's “{name}” has a row “{key}” that the table does not have."
            raise rule_error(message, "Delete it, or add rows.", here)
        if not isinstance(row, dict):
            message = f"The example's “{name}”, row {key}, does not have columns with values."
            raise rule_error(message, f"Write columns and values, such as {{{table.columns[0].id}: …}}.", here)
        for column, cell in row.items():
            if column not in columns:
                fix = f"Use one of: {', '.join(columns)}."
                raise rule_error(
                    f"The example's “{name}” fills in “{column}”, which is not a column.", fix, (*here, column)
                )
            check_fits(columns[column], cell, f"{name}, row {key}, {column}", (*here, column))
