"""The whole project as one workbook: an overview, a sheet of single answers, then one for each table."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.content.strings import Strings
from macros.documents.answer_names import cell_names, project_identity, table_name
from macros.documents.workbook.answers_sheet import answer_places, answers_sheet
from macros.documents.workbook.model import SHEET_WIDTH, Book, Cell, Formula, Ref, Row, Sheet
from macros.documents.workbook.names import NAME_LIMIT, sheet_names
from macros.documents.workbook.offers import Offers, followed
from macros.documents.workbook.project_charts import charts_sheet, counted
from macros.documents.workbook.results import RESULTS_AREA, Readings, data_sheet, readings_in
from macros.documents.workbook.rows import about, over
from macros.documents.workbook.table_sheet import TableSheets, lead_rows, table_area
from macros.models.fields import DateField
from macros.models.worksheets import Box, Worksheet
from macros.rendering.colophon import Colophon
from macros.rendering.worksheet_outline import Content, Notice, SectionBlock, TableBlock, outline

KEEP_UNTIL = "keep_until"  # the field of each worksheet that says when it must be deleted
COMMUNITY_NAME = "project.community"
PROJECT_WIDTHS = [SHEET_WIDTH * share for share in (0.06, 0.22, 0.24, 0.25, 0.08, 0.15)]
DELETE_BY = 5  # the column of the overview
COMMUNITY_AT = 2  # the column of the community's name
PROJECT_ROW = 8.0  # mm
CLOSED = "worked_out"  # the grey of cells in which nothing is to be written


@dataclass(frozen=True)
class Part:
    """A worksheet of the project: its ``number`` from 1, and the title of the ``step`` that it serves."""

    number: int
    worksheet: Worksheet
    step: str
    strings: Strings

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
        own_sheets = [self.words[key] for key in ("overview", "charts", "answers")]
        wanted = [*own_sheets, *labels, self.words["offers"], self.words["results"], self.t["sheet"]["lists"]]
        self.overview, self.charts, self.answers, *names, offers, self.results, lists = sheet_names(wanted)
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
        lead, top = self._answers_lead(), self._top()
        written = [part.worksheet for part in self.parts]
        self.offers.places |= dict(answer_places(written, self.answers, len(lead), KEEP_UNTIL))
        self.offers.places["community"] = Ref(len(top) - 1, COMMUNITY_AT, sheet=self.overview, fixed=True)
        drawn, hidden = self._charts()
        parts = [(part.number, part.worksheet, self.offers.of(part.worksheet)) for part in self.parts]
        answers = answers_sheet(self.answers, lead, parts, self.t, KEEP_UNTIL)
        sheets = [self._overview(top, colophon), drawn, answers]
        areas: dict[str, Ref] = {RESULTS_AREA: followed(hidden[0])} if hidden else {}
        for part in self.parts:
            drawing = TableSheets(part.worksheet, self.t, False, part.prefix, self.offers.of(part.worksheet))
            for block in part.tables:
                place = part.number, block.table.id
                sheet = drawing.sheet(block, self.names[place], leads[place])
                areas[table_name(block.table.id, part.worksheet.id)] = table_area(sheet, len(block.table.row_keys))
                sheet.rows += [over("intro", f"{notice.title} {notice.text}") for notice in part.notices]
                sheets.append(sheet)
        sheets += [*self.offers.sheets(), *hidden]
        areas |= self.offers.areas()
        names_of_cells = cell_names(cell.name for sheet in sheets for _, _, cell in sheet.named())
        identity = project_identity([part.worksheet for part in self.parts], colophon)
        self.book = Book(self.words["title"], self.words["about"], lists, sheets, names_of_cells, identity, areas)

    def _charts(self) -> tuple[Sheet, list[Sheet]]:
        """The sheet of charts, and the hidden one with the numbers of results; none where no worksheet asks for any."""
        tables = [(part.worksheet.id, block.table) for part in self.parts for block in part.tables]
        places = self.offers.places
        all_results = [results for name, table in tables if (results := readings_in(name, table, places))]
        choices = [choice for name, table in tables for choice in counted(name, table)]
        hidden = [data_sheet(self.results, self.words["results"], all_results[0])] if all_results else []
        readings: tuple[Readings, Sheet] | None = (all_results[0], hidden[0]) if all_results else None
        back = Cell(self.words["back"], "intro", link=self.overview, whole_row=True)
        lead = [over("title", self.words["charts"]), Row([back]), over("intro", self.words["charts_help"])]
        return charts_sheet(self.charts, lead, choices, places, readings, self.words), hidden

    def _way_back(self, part: Part) -> Row:
        """The line under a sheet's title: which worksheet it is of, and the way to the overview."""
        line = self.words["way_back"].format(number=part.number, title=part.worksheet.title, step=part.step)
        return Row([Cell(line, "intro", link=self.overview, whole_row=True)])

    def _answers_lead(self) -> list[Row]:
        """What stands above the single answers."""
        back = Cell(self.words["back"], "intro", link=self.overview, whole_row=True)
        return [over("title", self.words["answers"]), Row([back]), over("intro", self.words["answers_help"])]

    def _top(self) -> list[Row]:
        """What stands above the headings of the overview; the last row is for the name of the community."""
        ways = [("to_charts", self.charts), ("to_answers", self.answers)]
        community = Cell(style="text", name=COMMUNITY_NAME)
        return [
            over("title", self.words["title"]),
            over("intro", self.words["overview_help"]),
            over("intro", self.words["offers_help"]),
            *(Row([Cell(self.words[way], "intro", link=sheet, whole_row=True)]) for way, sheet in ways),
            Row([Cell(style="intro"), Cell(self.t["project_page"]["community"], "label"), community], PROJECT_ROW),
        ]

    def _overview(self, top: list[Row], colophon: Colophon) -> Sheet:
        rows = [*top]
        sheet = Sheet(self.overview, self.words["title"], PROJECT_WIDTHS, rows)
        sheet.head = len(rows)
        heads = ("number", "worksheet", "step", "sheet", "rows_in_use", "delete_by")
        rows.append(Row([Cell(self.words[key], "head") for key in heads]))
        drawings = {part.number: TableSheets(part.worksheet, self.t, False, part.prefix) for part in self.parts}
        for part in self.parts:
            rows += self._lines(part, drawings[part.number])
        rows.append(self._earliest(sheet))
        rows += about(colophon, PROJECT_WIDTHS)
        return sheet

    def _lines(self, part: Part, drawing: TableSheets) -> list[Row]:
        """A worksheet on the overview: a row for each of its tables, or one that says that it has none."""
        field = part.keep_until
        delete_by = drawing.input(Box(field.id, field)) if field else Cell(style=CLOSED)
        first = [Cell(part.number, "centre"), Cell(part.worksheet.title, "label"), Cell(part.step, "help")]
        begins = [first, *([Cell(style="help") for _ in first] for _ in part.tables[1:])]
        links = [self.names[part.number, block.table.id] for block in part.tables]
        ways = [Cell(name, "link", link=name) for name in links] or [Cell(self.words["no_table"], "help")]
        counts = [Cell(self._rows_in_use(part, block), CLOSED) for block in part.tables] or [Cell(style=CLOSED)]
        ends = [delete_by, *(Cell(style=CLOSED) for _ in part.tables[1:])]
        cells = zip(begins, ways, counts, ends, strict=True)
        return [Row([*begin, way, count, end], PROJECT_ROW) for begin, way, count, end in cells]

    def _rows_in_use(self, part: Part, block: TableBlock) -> Formula:
        """How many rows of a table have something in the first column to write in."""
        column = block.table.columns[0].id
        cells = self.offers.places[f"{part.worksheet.id}.{block.table.id}.{column}"]
        return Formula("COUNTA({cells})", {"cells": cells})

    def _earliest(self, sheet: Sheet) -> Row:
        """The earliest of the dates: by then the whole workbook must be looked at."""
        first, last = sheet.head + 1, len(sheet.rows) - 1
        dates: dict[str, Ref | str] = {"dates": Ref(first, DELETE_BY, last, DELETE_BY)}
        value = Formula('IF(COUNT({dates})=0;"";MIN({dates}))', dates)
        label = Cell(self.words["earliest"], "label")
        between = [Cell(style="label")] * (DELETE_BY - 2)
        return Row([Cell(style="label"), label, *between, Cell(value, "day")], PROJECT_ROW)


def _tab(part: Part, block: TableBlock) -> str:
    """What a sheet is called: the number of its worksheet, as on the overview, and whole words of the table's label."""
    return textwrap.shorten(f"{part.number} {block.table.label}", NAME_LIMIT, placeholder="…")
