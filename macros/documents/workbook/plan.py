"""A worksheet as a workbook: which sheets, rows, cells, formulas and checks it has. Both kinds of file follow it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from macros.documents.answer_names import cell_names, identity, table_name
from macros.documents.outline_drawing import OutlineDrawing
from macros.documents.workbook.column_formulas import average_down, sum_down
from macros.documents.workbook.inputs import INPUTS, check_of
from macros.documents.workbook.model import (
    WIDTH,
    Book,
    Cell,
    Check,
    Formula,
    Ref,
    Row,
    Scored,
    Sheet,
    Value,
)
from macros.documents.workbook.names import sheet_names
from macros.documents.workbook.rows import about, over
from macros.models.fields import Scale
from macros.models.tables import Table
from macros.models.worksheets import Box, Worksheet, example_sum, example_value, table_boxes
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

ROW_HEIGHT = 12.0  # mm: enough to write in by hand
LINE = 9.0
LABEL_SHARE = 3  # of a first column with the rows' labels
NUMBER_WIDTH = 18.0  # mm, of a first column with the rows' numbers, and “Average” under them
MAIN_WIDTHS = [WIDTH * 0.26, WIDTH * 0.28, WIDTH * 0.46]


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
        sheets = [self._main(main, self.title_text, blocks), *(self._of_table(block) for block in tables)]
        names = cell_names(box.name for box in worksheet.boxes())
        areas = {
            table_name(block.table.id): _area(sheet, len(block.table.row_keys))
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
            sheet.rows += BLOCKS[block.kind](self, block)
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
        return [*rows, *(row for inside in block.blocks for row in BLOCKS[inside.kind](self, inside))]

    def field(self, block: FieldBlock) -> list[Row]:
        field = block.field
        help_text = "\n".join(hints(field, self.t)) or None
        cells = [Cell(field.label, "label"), Cell(help_text, "help"), self._input(block.box)]
        return [Row(cells, LINE * field.room())]

    def way_to_table(self, block: TableBlock) -> list[Row]:
        name = self.names[block.table.id]
        link = Cell(self.t["sheet"]["go_to"].format(sheet=name), "link", link=name)
        return [Row([Cell(block.table.label, "label"), Cell(block.table.help, "help"), link])]

    def credit(self, _block: Credit) -> list[Row]:
        return about(self.colophon)

    def _of_table(self, block: TableBlock) -> Sheet:
        table = block.table
        labels = {row.id: row.label for row in table.row_labels}
        shares = [column.width for column in table.columns]
        first = WIDTH * LABEL_SHARE / (LABEL_SHARE + sum(shares)) if labels else NUMBER_WIDTH
        widths = [first, *((WIDTH - first) * share / sum(shares) for share in shares)]
        sheet = Sheet(self.names[table.id], table.label, widths)
        lines = [text for text in (block.section_help, table.help) if text]
        sheet.rows = [over("title", table.label), *(over("intro", text) for text in lines)]
        sheet.head = len(sheet.rows)
        begin: str | float = self.t["worksheet"]["row_label"] if labels else self.t["sheet"]["row"]
        heads = [Cell(column.label, "head", tuple(hints(column, self.t))) for column in table.columns]
        sheet.rows.append(Row([Cell(begin, "head"), *heads]))
        boxes = list(table_boxes(table))
        for key in table.row_keys:
            begin = labels[key] if labels else int(key)
            cells = [self._in_table(box, table, len(sheet.rows)) for box in boxes if box.row == key]
            sheet.rows.append(Row([Cell(begin, "label"), *cells], ROW_HEIGHT))
        self._score(sheet, table)
        self._sum(sheet, table)
        return sheet

    def _in_table(self, box: Box, table: Table, row: int) -> Cell:
        """A box to write in, or the sum that it is."""
        if not table.total or box.field.id != table.total.into:
            return self._input(box)
        at = {column.id: number for number, column in enumerate(table.columns, 1)}
        parts: dict[str, Ref | str] = {part: Ref(row, at[part]) for part in table.total.of}
        every = ";".join(f"{{{part}}}" for part in parts)
        value = self._value(box)
        added = [column.label for column in table.columns if column.id in table.total.of]
        message = self.t["sheet"]["added_up"].format(columns=" + ".join(added))
        formula = Formula(f'IF(COUNT({every})=0;"";SUM({every}))', parts, value if isinstance(value, float) else "")
        style = INPUTS[box.field.kind].total
        return Cell(formula, style, check=Check("any", box.field.label, message), name=box.name)

    def _score(self, sheet: Sheet, table: Table) -> None:
        """Under scored columns, their averages; in them, shading."""
        scales = {column.id: column for column in table.columns if isinstance(column, Scale)}
        if not scales:
            return
        into = table.total.into if table.total else ""
        summed = [scales[part] for part in (table.total.of if table.total else []) if part in scales]
        at = {column.id: number for number, column in enumerate(table.columns, 1)}
        first, last = sheet.head + 1, sheet.head + len(table.row_keys)
        averages = [Cell(self.t["sheet"]["average"], "label")]
        for column in table.columns:
            if column.id not in scales and column.id != into:
                averages.append(Cell(style="label"))
                continue
            of = [scales[column.id]] if column.id in scales else summed
            number = at[column.id]
            ends = sum(scale.low for scale in of), sum(scale.high for scale in of)
            cells = Ref(first, number, last, number)
            sheet.scored.append(Scored(cells, *ends, highest=column.id == (into or column.id)))
            shown = [value for row in sheet.rows[first:] if isinstance(value := result(row.cells[number]), float)]
            average = sum(shown) / len(shown) if shown else ""
            averages.append(Cell(average_down(sheet, [at[scale.id] for scale in of], average), "average"))
        sheet.rows.append(Row(averages, ROW_HEIGHT))

    def _sum(self, sheet: Sheet, table: Table) -> None:
        """Under the columns that are added up, their sums."""
        if not table.sum_columns:
            return
        at = {column.id: number for number, column in enumerate(table.columns, 1)}
        cells = [Cell(self.t["worksheet"]["sum_row"], "label")]
        for column in table.columns:
            if not column.adds_down:
                cells.append(Cell(style="label"))
                continue
            known = example_sum(self.worksheet, table, column) if self.filled else ""
            result: str | float = float(known) if known else ""
            is_total = table.total is not None and column.id == table.total.into
            parts = table.total.of if table.total and is_total else [column.id]
            cells.append(Cell(sum_down(sheet, [at[part] for part in parts], result), INPUTS[column.kind].total))
        sheet.rows.append(Row(cells, ROW_HEIGHT))

    def _input(self, box: Box) -> Cell:
        return Cell(self._value(box), INPUTS[box.field.kind].style, check=check_of(box.field, self.t), name=box.name)

    def _value(self, box: Box) -> str | float | date | None:
        text = example_value(self.worksheet, box) if self.filled else ""
        return box.field.parsed(text) if text else None


def _area(sheet: Sheet, rows: int) -> Ref:
    """The cells of a table: its heads and its rows."""
    return Ref(sheet.head, 0, sheet.head + rows, len(sheet.widths) - 1, sheet.name, fixed=True)


BLOCKS: dict[str, Callable[[_Plan, Any], list[Row]]] = {
    "title": _Plan.title,
    "purpose": _Plan.purpose,
    "effort": _Plan.effort,
    "notice": _Plan.notice,
    "section": _Plan.section,
    "field": _Plan.field,
    "table": _Plan.way_to_table,
    "credit": _Plan.credit,
}


def result(cell: Cell) -> Value:
    """What a cell shows."""
    return cell.value.result if isinstance(cell.value, Formula) else cell.value
