"""How high the rows of a workbook are when it is opened: high enough for their text, and to write in by hand."""

from __future__ import annotations

import textwrap

from macros.documents.workbook.model import CELL_STYLES, Cell, Row, Sheet

POINT = 25.4 / 72  # in mm
LETTER = 0.54  # the width of an average letter of Arial, of its height; bold ones are wider
BOLD_WIDTH = 0.6
CELL_LEADING = 1.25  # from line to line
CELL_PADDING = 1.5  # mm, in a cell, both sides together
CHART_MARGIN = 3.0  # mm below a chart
SMALL_TEXT = 8  # points, of the lines under a heading


def height(sheet: Sheet, row: Row) -> float:
    """The height of ``row`` in mm. Every program may change it when somebody types in the row."""
    needed = [_cell(cell, width) for cell, width in zip(row.cells, sheet.widths, strict=False) if not cell.whole_row]
    needed += [_cell(cell, sum(sheet.widths[at:])) for at, cell in enumerate(row.cells) if cell.whole_row]
    return max([row.height, 5.5, *needed, *(chart.size[1] + CHART_MARGIN for chart in row.charts)])


def _cell(cell: Cell, width: float) -> float:
    style = CELL_STYLES[cell.style]
    text = cell.value if isinstance(cell.value, str) else ""
    over = _lines(text, width, style.size, BOLD_WIDTH if style.bold else LETTER) * style.size
    under = sum(_lines(line, width, SMALL_TEXT, LETTER) for line in cell.lines) * SMALL_TEXT
    return (over + under) * CELL_LEADING * POINT + CELL_PADDING


def _lines(text: str, width: float, size: int, letter: float) -> int:
    letters = max(4, int((width - CELL_PADDING) / (size * POINT * letter)))
    return sum(max(1, len(textwrap.wrap(line, letters))) for line in text.split("\n"))
