"""Whether a worksheet's example could have been written into its fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from macros.checked import wrong
from macros.fields import printable
from macros.tables import Table


def check_fits(field: Any, value: Any, place: str) -> None:
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
    if isinstance(value, str):
        printable(value, "\n" if field.kind == "long_text" else "")


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
            check_fits(columns[column], cell, f"{place}, row {key}, {column}")


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
