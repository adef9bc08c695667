"""How wide the columns of a table are on the page: as wide as their longest word, and as what goes into them."""

from __future__ import annotations

import re

from macros.models.fields import Simple
from macros.models.kinds import ByKind
from macros.models.tables import Table

# The least width of a column of each kind, in rem: what one sees of an answer while it is typed.
LEAST: ByKind[int] = ByKind(
    "Column widths of the page",
    {"text": 8, "long_text": 11, "date": 10, "number": 5, "money": 8, "choice": 8, "tick": 5, "scale": 5},
)
PER_LETTER = 0.6  # rem: a bold letter, with room round the word
COLUMN_PADDING = 1.4
SHARE = 2.0  # rem for each share of the row that a column asks for
WIDEST = 24
ROW_LABELS = 10


def column_widths(table: Table) -> list[int]:
    """A width in rem for each column of ``table``, with the column of row labels first where it has one."""
    rows = [ROW_LABELS] if table.row_labels else []
    return rows + [_width(column) for column in table.columns]


def _width(column: Simple) -> int:
    longest = max(len(word) for word in re.split(r"[\s/-]+", column.label))
    widths = (LEAST[column.kind], longest * PER_LETTER + COLUMN_PADDING, column.width * SHARE)
    return min(WIDEST, round(max(widths) + 0.4))
