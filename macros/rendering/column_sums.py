"""The row under a table with the sums of its columns: the word for it first, a sum under each column that has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.models.fields import Simple
from macros.models.tables import Table
from macros.models.worksheets import Worksheet, example_sum
from macros.rendering.example_text import IN_WORDS


@dataclass(frozen=True)
class SumCell:
    """A cell of the row: ``text`` stands in it; ``column`` is what is added up in it, None where nothing is."""

    text: str
    column: Simple | None = None


def sum_row(worksheet: Worksheet, table: Table, strings: dict[str, Any], filled: bool) -> list[SumCell]:
    """The cells of the row, as many as the table has columns; none where it adds nothing up.

    ``filled``: with the sums of the example. ``strings`` are all interface words.
    """
    if not table.sum_columns:
        return []
    cells = [_cell(worksheet, table, column, strings, filled) for column in table.columns]
    first = SumCell(strings["worksheet"]["sum_row"])
    return [first, *(cells if table.row_labels else cells[1:])]


def _cell(worksheet: Worksheet, table: Table, column: Simple, strings: dict[str, Any], filled: bool) -> SumCell:
    if not column.adds_down:
        return SumCell("")
    value = example_sum(worksheet, table, column) if filled else ""
    return SumCell(IN_WORDS[column.kind](value, strings) if value else "", column)
