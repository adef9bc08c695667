"""The sheet of charts in the project's workbook: what people named, how actions stand, and results over time."""

from __future__ import annotations

from collections.abc import Iterable

from macros.content.strings import Strings
from macros.documents.workbook.model import SHEET_WIDTH, Cell, Chart, Formula, Ref, Row, Sheet
from macros.documents.workbook.results import RESULT_ROW, RESULT_WIDTHS, Readings, charts, summary
from macros.documents.workbook.rows import over
from macros.models.fields import Choice
from macros.models.tables import Table

# The choices that are counted, by "worksheet.table.column". What an edition does not have is left out.
COUNTED = ("barriers-log.barriers.type", "action-and-learning-log.action_log.state")
BAR, AROUND = 8.0, 22.0  # mm: a bar, and what stands above and below them
NAME, COUNT = 1, 2  # the columns of a count


def counted(worksheet: str, table: Table) -> Iterable[tuple[str, str, list[str]]]:
    """Address, label and options of each column of ``table`` that is counted."""
    for column in table.columns:
        place = f"{worksheet}.{table.id}.{column.id}"
        if place in COUNTED and isinstance(column, Choice):
            yield place, f"{table.label}: {column.label}", column.choices()


def charts_sheet(
    name: str,
    lead: list[Row],
    choices: list[tuple[str, str, list[str]]],
    places: dict[str, Ref],
    readings: tuple[Readings, Sheet] | None,
    words: Strings,
) -> Sheet:
    """The sheet ``name`` with the rows ``lead`` above its heads; ``readings`` come with the sheet of their numbers."""
    sheet = Sheet(name, words["charts"], RESULT_WIDTHS, [*lead])
    sheet.head = len(sheet.rows)
    if readings:
        sheet.rows += summary(*readings, words, len(sheet.rows))
        sheet.rows.append(over("small", words["small_help"]))
        sheet.rows += charts(*readings, words)
    for place, label, options in choices:
        sheet.rows += _count(sheet, places[place], label, options, words)
    return sheet


def _count(sheet: Sheet, cells: Ref, label: str, options: list[str], words: Strings) -> list[Row]:
    """How often each of ``options`` was chosen, and the same as bars."""
    first = len(sheet.rows) + 2
    rows = [over("section", label), Row([Cell("", "head"), Cell(label, "head"), Cell(words["count"], "head")])]
    for number, option in enumerate(options, 1):
        parts: dict[str, Ref | str] = {"cells": cells, "option": option}
        value = Formula("COUNTIF({cells};{option})", parts)
        rows.append(Row([Cell(number, "centre"), Cell(option, "label"), Cell(value, "worked_out")], RESULT_ROW))
    last = first + len(options) - 1
    names = Ref(first, NAME, last, NAME, sheet.name, fixed=True)
    series = (
        Ref(first - 1, COUNT, sheet=sheet.name, fixed=True),
        Ref(first, COUNT, last, COUNT, sheet.name, fixed=True),
    )
    alt = words["bars_alt"].format(label=label)
    size = (SHEET_WIDTH * 0.7, AROUND + BAR * len(options))
    return [*rows, Row([], charts=[Chart("bars", label, alt, names, (series,), size=size)])]
