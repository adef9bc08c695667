"""What the views of a worksheet are given, the same for the page and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros import charts as pictures
from macros.models.fields import Simple
from macros.models.tables import Table
from macros.models.worksheets import Box, Section, Worksheet, table_boxes
from macros.rendering.column_sums import SumCell, sum_row
from macros.rendering.column_widths import column_widths
from macros.rendering.example_text import example_text
from macros.rendering.field_labels import choices_hint, described, hints, label
from macros.rendering.worksheet_outline import Content, outline


@dataclass(frozen=True)
class DrawnRow:
    """A row of a table: its printed label, its boxes, and whether the example fills in any of them."""

    label: str
    boxes: list[Box]
    filled: bool


class WorksheetView:
    """A worksheet, and how to walk its outline, its boxes, its example and its pictures.

    ``strings`` are all interface words; ``filled`` and ``credit`` as for the outline. ``short``: labels without help.
    """

    def __init__(
        self,
        worksheet: Worksheet,
        strings: dict[str, Any],
        filled: bool = False,
        credit: str = "",
        *,
        short: bool = False,
    ) -> None:
        self.worksheet = worksheet
        self.outline = outline(Content(worksheet, strings, filled, credit))
        self.box = {box.name: box for box in worksheet.boxes()}
        self.short = short
        self._words = strings

    def example(self, box: Box) -> str:
        """What the example writes in ``box``."""
        return example_text(self.worksheet, box, self._words)

    def label(self, box: Box) -> str:
        """What ``box`` is called."""
        return label(box, self._words)

    def hints(self, field: Simple) -> list[str]:
        """What stands under the label of ``field``; in a short form only what there is to choose from."""
        return choices_hint(field, self._words) if self.short else hints(field, self._words)

    def described(self, box: Box) -> str:
        """Label and hints of ``box`` in one line."""
        return described(box, self._words)

    def rows(self, table: Table) -> list[DrawnRow]:
        """The rows of ``table``."""
        labels = table.printed_rows
        boxes = list(table_boxes(table))
        rows = []
        for key in table.row_keys:
            in_row = [box for box in boxes if box.row == key]
            rows.append(DrawnRow(labels.get(key, ""), in_row, any(map(self.example, in_row))))
        return rows

    def widths(self, table: Table) -> list[int]:
        """How wide each column of ``table`` is on a screen, in rem, with the column of row labels first."""
        return column_widths(table)

    def sums(self, table: Table, filled: bool) -> list[SumCell]:
        """The row with the sums of the columns of ``table``; those of the example where ``filled``."""
        return sum_row(self.worksheet, table, self._words, filled)

    def filled(self, section: Section) -> bool:
        """Whether the example writes anything in ``section``."""
        ids = {field.id for field in section.fields}
        return any(self.example(box) for box in self.box.values() if (box.table or box.field).id in ids)

    def still(self, table: Table) -> pictures.Still | None:
        """The picture of the example's ``table``, if it has one."""
        return pictures.still(self.worksheet, table, self._words["pictures"])

    def live(self, table: Table) -> dict[str, Any]:
        """What the page's script needs to draw ``table`` as it is filled in."""
        return pictures.settings(table, self._words["pictures"])
