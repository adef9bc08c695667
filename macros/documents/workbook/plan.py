"""A worksheet as a workbook: which sheets, rows, cells, formulas and checks it has. Both kinds of file follow it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.documents.answer_names import cell_names, identity, table_name
from macros.documents.outline_drawing import OutlineDrawing
from macros.documents.workbook.model import SHEET_WIDTH, Book, Cell, Row, Sheet
from macros.documents.workbook.names import sheet_names
from macros.documents.workbook.rows import about, over
from macros.documents.workbook.table_sheet import TableSheets, lead_rows, table_area
from macros.models.tables import Table
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon
from macros.rendering.field_labels import hints
from macros.rendering.worksheet_outline import (
    Block,
    Credit,
    Effort,
    FieldBlock,
    Notice,
    Purpose,
    SectionBlock,
    TableBlock,
    Title,
)

PLANNED_LINE = 9.0
MAIN_WIDTHS = [SHEET_WIDTH * 0.26, SHEET_WIDTH * 0.28, SHEET_WIDTH * 0.46]


def has_table(worksheet: Worksheet) -> bool:
    """Whether the worksheet holds a table; one that does not has no spreadsheet form."""
    return any(isinstance(field, Table) for field in worksheet.fields())


def plan(worksheet: Worksheet, colophon: Colophon, filled: bool) -> Book:
    """The workbook to fill in, or with the example where ``filled``."""
    return _Plan(worksheet, colophon, filled).book


class _Plan(OutlineDrawing):
    def __init__(self, worksheet: Worksheet, colophon: Colophon, filled: bool) -> None:
        super().__init__(worksheet, colophon, filled)
        blocks = self.blocks
        tables = [inside for block in blocks if isinstance(block, SectionBlock) for inside in block.tables]
        wanted = [self.t["sheet"]["main"], *(block.table.label for block in tables), self.t["sheet"]["lists"]]
        main, *others, lists = sheet_names(wanted)
        self.names = dict(zip([block.table.id for block in tables], others, strict=True))
        self.drawing = TableSheets(worksheet, self.t, filled)
        sheets = [
            self._main(main, self.title_text, blocks),
            *(self.drawing.sheet(block, self.names[block.table.id], lead_rows(block)) for block in tables),
        ]
        names = cell_names(box.name for box in worksheet.boxes())
        areas = {
            table_name(block.table.id): table_area(sheet, len(block.table.row_keys))
            for block, sheet in zip(tables, sheets[1:], strict=True)
        }
        self.book = Book(self.title_text, worksheet.purpose, lists, sheets, names, identity(worksheet, colophon), areas)

    def _main(self, name: str, sheet_title: str, blocks: list[Block]) -> Sheet:
        """The sheet with everything that stands outside tables, and the way to each table."""
        sheet = Sheet(name, sheet_title, MAIN_WIDTHS)
        for block in blocks:
            if block.part == "body" and not sheet.head:
                sheet.head = len(sheet.rows)
                sheet.rows.append(Row([Cell(self.t["sheet"][key], "head") for key in ("label", "help", "answer")]))
            sheet.rows += PLANNED_BLOCKS[block.kind](self, block)
        return sheet

    def title(self, block: Title) -> list[Row]:
        return [over("title", block.text)]

    def purpose(self, block: Purpose) -> list[Row]:
        return [over("intro", block.text)]

    def effort(self, block: Effort) -> list[Row]:
        return [over("intro", block.line)]

    def notice(self, block: Notice) -> list[Row]:
        return [over("intro", f"{block.title} {block.text}")]

    def section(self, block: SectionBlock) -> list[Row]:
        rows = [over("section", block.section.title)]
        if block.section.help:
            rows.append(over("intro", block.section.help))
        return [*rows, *(row for inside in block.blocks for row in PLANNED_BLOCKS[inside.kind](self, inside))]

    def field(self, block: FieldBlock) -> list[Row]:
        field = block.field
        help_text = "\n".join(hints(field, self.t)) or None
        cells = [Cell(field.label, "label"), Cell(help_text, "help"), self.drawing.input(block.box)]
        return [Row(cells, PLANNED_LINE * field.room())]

    def way_to_table(self, block: TableBlock) -> list[Row]:
        name = self.names[block.table.id]
        link = Cell(self.t["sheet"]["go_to"].format(sheet=name), "link", link=name)
        return [Row([Cell(block.table.label, "label"), Cell(block.table.help, "help"), link])]

    def credit(self, _block: Credit) -> list[Row]:
        return about(self.colophon, MAIN_WIDTHS)


PLANNED_BLOCKS: dict[str, Callable[[_Plan, Any], list[Row]]] = {
    "title": _Plan.title,
    "purpose": _Plan.purpose,
    "effort": _Plan.effort,
    "notice": _Plan.notice,
    "section": _Plan.section,
    "field": _Plan.field,
    "table": _Plan.way_to_table,
    "credit": _Plan.credit,
}
