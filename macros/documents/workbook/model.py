"""A workbook as plain data: what both kinds of spreadsheet file are drawn from.

Rows and columns count from 0. Lengths are in mm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

SHEET_WIDTH = 270.0  # of a page: A4 landscape between margins
SHEET_MARGIN = 13.5
TICK_MARK = "✓"


@dataclass(frozen=True)
class Ref:
    """A cell, or a block down to ``to_row`` and ``to_column``. ``fixed`` keeps it in place where a formula moves."""

    row: int
    column: int
    to_row: int | None = None
    to_column: int | None = None
    sheet: str = ""
    fixed: bool = False

    def corners(self) -> list[tuple[int, int]]:
        """The one cell, or the first and the last."""
        if self.to_row is None or self.to_column is None:
            return [(self.row, self.column)]
        return [(self.row, self.column), (self.to_row, self.to_column)]


@dataclass(frozen=True)
class Formula:
    """A formula with ";" between arguments and ``{name}`` for each of ``parts``: a place, a number, or a text.

    ``result`` is what it gives now, for programs that show a file without working anything out.
    """

    text: str
    parts: dict[str, Ref | str]
    result: str | float = ""

    def written(self, separator: str, places: dict[str, str]) -> str:
        """The formula's text with ``separator`` between arguments; ``places`` says each part that is a place."""
        quoted = {
            name: '"' + part.replace('"', '""') + '"' for name, part in self.parts.items() if isinstance(part, str)
        }
        return self.text.replace(";", separator).format(**quoted, **places)

    def refs(self) -> dict[str, Ref]:
        """The parts that are places."""
        return {name: part for name, part in self.parts.items() if isinstance(part, Ref)}


Value = str | float | date | Formula | None
CheckKind = Literal["any", "list", "offer", "date", "number"]


@dataclass(frozen=True)
class Check:
    """What a cell takes, and what is said to the person who is in it.

    An "offer" lists the values of the cells ``source``, and takes any other value too.
    """

    kind: CheckKind
    title: str
    message: str
    wrong: str = ""
    options: tuple[str | int, ...] = ()
    source: Ref | None = None


@dataclass(frozen=True)
class Cell:
    """A cell: ``lines`` stand small under its value; ``name`` is the box that it is; ``link`` is a sheet.

    One with ``whole_row`` goes on to the end of its row.
    """

    value: Value = None
    style: str = "text"
    lines: tuple[str, ...] = ()
    check: Check | None = None
    name: str = ""
    link: str = ""
    whole_row: bool = False


@dataclass(frozen=True)
class Scored:
    """Cells of one column with numbers from ``low`` to ``high``, shaded by them; ``highest`` marks the best."""

    cells: Ref
    low: float
    high: float
    highest: bool


ChartKind = Literal["bars", "dates"]


@dataclass(frozen=True)
class Chart:
    """A chart of ``size`` (width and height), ``left`` from the edge of its sheet.

    "bars" has a bar for each of ``names``. "dates" has a mark for each number over its day in ``names``, on a scale of
    its own. ``series`` are heading and numbers.
    """

    kind: ChartKind
    title: str
    alt: str
    names: Ref
    series: tuple[tuple[Ref, Ref], ...]
    left: float = 0
    size: tuple[float, float] = (SHEET_WIDTH - 5, 95.0)


@dataclass(frozen=True)
class Picture:
    """A square picture, a PNG ``size`` mm wide, at the left of the cell in ``column``, with its description.

    It fits into this column: programs whose columns are a little wider would stretch it over two.
    """

    content: bytes
    alt: str
    size: float
    column: int


@dataclass
class Row:
    """Cells from left to right, in a row at least ``height`` mm high, which grows with the text.

    One with ``charts`` is as high as the highest of them.
    """

    cells: list[Cell]
    height: float = 0
    charts: list[Chart] = field(default_factory=list)
    picture: Picture | None = None


@dataclass
class Sheet:
    """One sheet; ``head`` is the number of its heading row, which stays in sight and stands on every page.

    A sheet that is ``hidden`` holds what others need, and nothing to read.
    """

    name: str
    title: str
    widths: list[float]
    rows: list[Row] = field(default_factory=list)
    head: int = 0
    scored: list[Scored] = field(default_factory=list)
    hidden: bool = False

    def charted(self) -> Iterator[tuple[int, Chart]]:
        """Row and chart of each chart."""
        for down, row in enumerate(self.rows):
            for chart in row.charts:
                yield down, chart

    def named(self) -> Iterator[tuple[int, int, Cell]]:
        """Row, column and cell of each box."""
        for down, row in enumerate(self.rows):
            for across, cell in enumerate(row.cells):
                if cell.name:
                    yield down, across, cell


@dataclass
class Book:
    """A workbook. ``names`` gives each box's defined name, in the order of the worksheet.

    ``lists`` is a name for one more sheet, where a kind of file keeps what drop-downs offer. ``areas`` names blocks of
    cells, such as a table. ``identity`` is what the file says of itself: see ``macros.documents.answer_names``.
    """

    title: str
    subject: str
    lists: str
    sheets: list[Sheet]
    names: dict[str, str] = field(default_factory=dict)
    identity: dict[str, str] = field(default_factory=dict)
    areas: dict[str, Ref] = field(default_factory=dict)


@dataclass(frozen=True)
class Style:
    """How a cell looks. ``format`` is the kind of number."""

    size: int = 10
    bold: bool = False
    box: bool = False
    fill: str = ""
    centre: bool = False
    right: bool = False
    format: Literal["", "text", "date", "day", "tenths", "percent", "money"] = ""
    rare: bool = False  # written only into a workbook that uses it


CELL_STYLES = {
    "title": Style(18, bold=True),
    "intro": Style(10),
    "small": Style(9),
    "section": Style(13, bold=True),
    "head": Style(10, bold=True, box=True, fill="#e6e6e6"),
    "label": Style(10, bold=True, box=True),
    "help": Style(9, box=True),
    "text": Style(box=True, format="text"),  # so that 01134, 1-2 and 3/4 stay what they are
    "link": Style(box=True),
    "centre": Style(box=True, centre=True),
    "date": Style(box=True, format="date"),
    "worked_out": Style(box=True, centre=True, fill="#f2f2f2"),
    "short_date": Style(box=True, format="day", rare=True),
    "day": Style(box=True, fill="#f2f2f2", format="day", rare=True),
    "average": Style(box=True, bold=True, centre=True, fill="#f2f2f2", format="tenths"),
    "money": Style(box=True, right=True, format="money", rare=True),
    "money_sum": Style(box=True, bold=True, right=True, fill="#f2f2f2", format="money", rare=True),
    "percent": Style(box=True, centre=True, fill="#f2f2f2", format="percent"),
}


def styles_in(book: Book) -> dict[str, Style]:
    """The styles that a file of ``book`` has: all but the rare ones that no cell of it uses."""
    used = {cell.style for sheet in book.sheets for row in sheet.rows for cell in row.cells}
    return {name: style for name, style in CELL_STYLES.items() if name in used or not style.rare}
