"""The whole project as one workbook: an overview, then a sheet for each table of each worksheet."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.documents.answer_names import cell_names, project_identity, table_name
from macros.documents.workbook.model import WIDTH, Book, Cell, Formula, Ref, Row, Sheet
from macros.documents.workbook.names import NAME_LIMIT, sheet_names
from macros.documents.workbook.offers import Offers
from macros.documents.workbook.rows import about, over
from macros.documents.workbook.table_sheet import TableSheets, lead_rows, table_area
from macros.models.fields import DateField
from macros.models.worksheets import Box, Worksheet
from macros.rendering.colophon import Colophon
from macros.rendering.worksheet_outline import Content, Notice, SectionBlock, TableBlock, outline

KEEP_UNTIL = "keep_until"  # the field of each worksheet that says when it must be deleted
COMMUNITY = "project.community"
WIDTHS = [WIDTH * share for share in (0.06, 0.24, 0.26, 0.28, 0.16)]
DELETE_BY = 4  # the column of the overview
ROW_HEIGHT = 8.0  # mm
CLOSED = "worked_out"  # the grey of cells in which nothing is to be written


@dataclass(frozen=True)
class Part:
    """A worksheet of the project: its ``number`` from 1, and the title of the ``step`` that it serves."""

    number: int
    worksheet: Worksheet
    step: str
    strings: dict[str, Any]

    @cached_property
    def tables(self) -> list[TableBlock]:
        """Its tables, in order."""
        return [table for block in self._blocks if isinstance(block, SectionBlock) for table in block.tables]

    @property
    def notices(self) -> list[Notice]:
        """What must be known before anybody writes."""
        return [block for block in self._blocks if isinstance(block, Notice)]

    @property
    def keep_until(self) -> DateField | None:
        """The question when the worksheet must be deleted, where it asks that."""
        fields = self.worksheet.fields()
        return next((field for field in fields if field.id == KEEP_UNTIL and isinstance(field, DateField)), None)

    @property
    def prefix(self) -> str:
        """What stands before the address of each of its boxes, so that no two worksheets share a name."""
        return f"{self.worksheet.id}."

    @cached_property
    def _blocks(self) -> list[Any]:
        return list(outline(Content(self.worksheet, self.strings)))


def plan_project(worksheets: Sequence[tuple[Worksheet, str]], colophon: Colophon) -> Book:
    """The empty workbook of ``worksheets``, each with the title of its step, in the order of the model."""
    return _Plan(worksheets, colophon).book


class _Plan:
    def __init__(self, worksheets: Sequence[tuple[Worksheet, str]], colophon: Colophon) -> None:
        self.t = colophon.strings
        self.words = self.t["project_workbook"]
        self.parts = [Part(number, worksheet, step, self.t) for number, (worksheet, step) in enumerate(worksheets, 1)]
        labels = [_tab(part, block) for part in self.parts for block in part.tables]
        wanted = [self.words["overview"], *labels, self.words["offers"], self.t["sheet"]["lists"]]
        self.overview, *names, offers, lists = sheet_names(wanted)
        each = iter(names)
        self.names = {(part.number, block.table.id): next(each) for part in self.parts for block in part.tables}
        leads = {
            (part.number, block.table.id): lead_rows(block, self._way_back(part))
            for part in self.parts
            for block in part.tables
        }
        self.offers = Offers(offers, self.words["offers"])
        for part in self.parts:
            for block in part.tables:
                place = part.number, block.table.id
                self.offers.add_table(part.worksheet.id, block.table, self.names[place], len(leads[place]))
        sheets = [self._overview(colophon)]
        areas: dict[str, Ref] = {}
        for part in self.parts:
            drawing = TableSheets(part.worksheet, self.t, False, part.prefix, self.offers.of(part.worksheet))
            for block in part.tables:
                place = part.number, block.table.id
                sheet = drawing.sheet(block, self.names[place], leads[place])
                areas[table_name(block.table.id, part.worksheet.id)] = table_area(sheet, len(block.table.row_keys))
                sheet.rows += [over("intro", f"{notice.title} {notice.text}") for notice in part.notices]
                sheets.append(sheet)
        sheets += self.offers.sheets()
        names_of_cells = cell_names(cell.name for sheet in sheets for _, _, cell in sheet.named())
        identity = project_identity([part.worksheet for part in self.parts], colophon)
        self.book = Book(self.words["title"], self.words["about"], lists, sheets, names_of_cells, identity, areas)

    def _way_back(self, part: Part) -> Row:
        """The line under a sheet's title: which worksheet it is of, and the way to the overview."""
        line = self.words["way_back"].format(number=part.number, title=part.worksheet.title, step=part.step)
        return Row([Cell(line, "intro", link=self.overview, whole_row=True)])

    def _overview(self, colophon: Colophon) -> Sheet:
        rows = [over("title", self.words["title"]), over("intro", self.words["overview_help"])]
        rows.append(over("intro", self.words["offers_help"]))
        sheet = Sheet(self.overview, self.words["title"], WIDTHS, rows)
        community = Cell(style="text", name=COMMUNITY)
        rows.append(
            Row([Cell(style="intro"), Cell(self.t["project_page"]["community"], "label"), community], ROW_HEIGHT)
        )
        sheet.head = len(rows)
        heads = ("number", "worksheet", "step", "sheet", "delete_by")
        rows.append(Row([Cell(self.words[key], "head") for key in heads]))
        drawings = {part.number: TableSheets(part.worksheet, self.t, False, part.prefix) for part in self.parts}
        for part in self.parts:
            rows += self._lines(part, drawings[part.number])
        rows.append(self._earliest(sheet))
        rows += about(colophon)
        return sheet

    def _lines(self, part: Part, drawing: TableSheets) -> list[Row]:
        """A worksheet on the overview: a row for each of its tables, or one that says that it has none."""
        field = part.keep_until
        delete_by = drawing.input(Box(field.id, field)) if field else Cell(style=CLOSED)
        first = [Cell(part.number, "centre"), Cell(part.worksheet.title, "label"), Cell(part.step, "help")]
        begins = [first, *([Cell(style="help") for _ in first] for _ in part.tables[1:])]
        links = [self.names[part.number, block.table.id] for block in part.tables]
        ways = [Cell(name, "link", link=name) for name in links] or [Cell(self.words["no_table"], "help")]
        ends = [delete_by, *(Cell(style=CLOSED) for _ in part.tables[1:])]
        return [Row([*begin, way, end], ROW_HEIGHT) for begin, way, end in zip(begins, ways, ends, strict=True)]

    def _earliest(self, sheet: Sheet) -> Row:
        """The earliest of the dates: by then the whole workbook must be looked at."""
        first, last = sheet.head + 1, len(sheet.rows) - 1
        dates: dict[str, Ref | str] = {"dates": Ref(first, DELETE_BY, last, DELETE_BY)}
        value = Formula('IF(COUNT({dates})=0;"";MIN({dates}))', dates)
        label = Cell(self.words["earliest"], "label")
        return Row(
            [Cell(style="label"), label, Cell(style="label"), Cell(style="label"), Cell(value, "date")], ROW_HEIGHT
        )


def _tab(part: Part, block: TableBlock) -> str:
    """What a sheet is called: the number of its worksheet, as on the overview, and whole words of the table's label."""
    return textwrap.shorten(f"{part.number} {block.table.label}", NAME_LIMIT, placeholder="…")
