"""The sheet of a project's workbook with every question that stands outside a table, worksheet by worksheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.content.strings import Strings
from macros.documents.workbook.model import SHEET_WIDTH, Cell, Ref, Row, Sheet
from macros.documents.workbook.table_sheet import TableSheets
from macros.models.tables import Table
from macros.models.worksheets import Box, Worksheet
from macros.rendering.field_labels import hints

WIDTHS = [SHEET_WIDTH * share for share in (0.05, 0.16, 0.22, 0.2, 0.37)]
ANSWER = 4  # the column of the answers
LINE = 6.0  # mm for each line of room
HEADS = ("number", "worksheet", "question", "help", "answer")


def single_fields(worksheet: Worksheet, elsewhere: str) -> list[Any]:
    """The questions of ``worksheet`` outside its tables, without the one with the id ``elsewhere``."""
    return [field for field in worksheet.fields() if not isinstance(field, Table) and field.id != elsewhere]


def answer_places(worksheets: Iterable[Worksheet], name: str, head: int, elsewhere: str) -> Iterator[tuple[str, Ref]]:
    """Where each answer stands on the sheet ``name`` with its headings in row ``head``, by "worksheet.field"."""
    row = head
    for worksheet in worksheets:
        for field in single_fields(worksheet, elsewhere):
            row += 1
            yield f"{worksheet.id}.{field.id}", Ref(row, ANSWER, sheet=name, fixed=True)


def answers_sheet(
    name: str,
    lead: list[Row],
    parts: Iterable[tuple[int, Worksheet, Mapping[str, Ref]]],
    strings: Strings,
    elsewhere: str,
) -> Sheet:
    """The sheet ``name`` with the rows ``lead`` above its headings.

    ``parts`` are each worksheet with its number and with what is offered at its questions; ``strings`` are all
    interface words. The question with the id ``elsewhere`` has its place on another sheet.
    """
    words = strings["project_workbook"]
    sheet = Sheet(name, words["answers"], WIDTHS, [*lead], head=len(lead))
    sheet.rows.append(Row([Cell(words[key], "head") for key in HEADS]))
    for number, worksheet, offered in parts:
        drawing = TableSheets(worksheet, strings, False, f"{worksheet.id}.", offered)
        for field in single_fields(worksheet, elsewhere):
            cells = [
                Cell(number, "centre"),
                Cell(worksheet.title, "help"),
                Cell(field.label, "label"),
                Cell("\n".join(hints(field, strings)) or None, "help"),
                drawing.input(Box(field.id, field)),
            ]
            sheet.rows.append(Row(cells, LINE * field.room()))
    return sheet
