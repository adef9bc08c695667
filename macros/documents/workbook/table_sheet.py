"""A table of a worksheet as a sheet: its heads, its rows to write in, its sums and averages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from macros.content.strings import Strings
from macros.documents.workbook.column_formulas import average_down, sum_down
from macros.documents.workbook.inputs import INPUTS, check_of, offering
from macros.documents.workbook.model import SHEET_WIDTH, Cell, Check, Formula, Ref, Row, Scored, Sheet, Value
from macros.documents.workbook.rows import over
from macros.models.fields import Scale
from macros.models.tables import Table
from macros.models.worksheets import Box, Worksheet, example_sum, example_value, table_boxes
from macros.rendering.field_labels import hints
from macros.rendering.worksheet_outline import TableBlock

TABLE_ROW = 12.0  # mm: enough to write in by hand
LABEL_SHARE = 3  # of a first column with the rows' labels
NUMBER_WIDTH = 18.0  # mm, of a first column with the rows' numbers, and “Average” under them


class TableSheets:
    """Draws the tables of one worksheet, to fill in or with its example where ``filled``.

    ``strings`` are all interface words. ``prefix`` stands before the address of each box. ``offers`` gives for an
    address, "field" or "table.column", the cells of other sheets whose values are offered there.
    """

    def __init__(
        self,
        worksheet: Worksheet,
        strings: Strings,
        filled: bool,
        prefix: str = "",
        offers: Mapping[str, Ref] | None = None,
    ) -> None:
        self.worksheet, self.t, self.filled = worksheet, strings, filled
        self.prefix, self.offers = prefix, offers or {}

    def sheet(self, block: TableBlock, name: str, lead: Sequence[Row]) -> Sheet:
        """The sheet ``name`` of a table, with the rows ``lead`` above its heads."""
        table = block.table
        labels = {row.id: row.label for row in table.row_labels}
        shares = [column.width for column in table.columns]
        first = SHEET_WIDTH * LABEL_SHARE / (LABEL_SHARE + sum(shares)) if labels else NUMBER_WIDTH
        widths = [first, *((SHEET_WIDTH - first) * share / sum(shares) for share in shares)]
        sheet = Sheet(name, table.label, widths, [*lead], head=len(lead))
        begin: str | float = self.t["worksheet"]["row_label"] if labels else self.t["sheet"]["row"]
        heads = [Cell(column.label, "head", tuple(hints(column, self.t))) for column in table.columns]
        sheet.rows.append(Row([Cell(begin, "head"), *heads]))
        boxes = list(table_boxes(table))
        for key in table.row_keys:
            begin = labels[key] if labels else int(key)
            cells = [self._in_table(box, table, len(sheet.rows)) for box in boxes if box.row == key]
            sheet.rows.append(Row([Cell(begin, "label"), *cells], TABLE_ROW))
        self._score(sheet, table)
        self._sum(sheet, table)
        return sheet

    def _in_table(self, box: Box, table: Table, row: int) -> Cell:
        """A box to write in, or the sum that it is."""
        if not table.total or box.field.id != table.total.into:
            return self.input(box)
        at = {column.id: number for number, column in enumerate(table.columns, 1)}
        parts: dict[str, Ref | str] = {part: Ref(row, at[part]) for part in table.total.of}
        every = ";".join(f"{{{part}}}" for part in parts)
        value = self.value(box)
        added = [column.label for column in table.columns if column.id in table.total.of]
        message = self.t["sheet"]["added_up"].format(columns=" + ".join(added))
        formula = Formula(f'IF(COUNT({every})=0;"";SUM({every}))', parts, value if isinstance(value, float) else "")
        style = INPUTS[box.field.kind].total
        return Cell(formula, style, check=Check("any", box.field.label, message), name=self.prefix + box.name)

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
        sheet.rows.append(Row(averages, TABLE_ROW))

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
        sheet.rows.append(Row(cells, TABLE_ROW))

    def input(self, box: Box) -> Cell:
        """A box to write in."""
        check = check_of(box.field, self.t)
        offered = self.offers.get(f"{box.table.id}.{box.field.id}" if box.table else box.field.id)
        if offered:
            check = offering(box.field, check, offered, self.t)
        return Cell(self.value(box), INPUTS[box.field.kind].style, check=check, name=self.prefix + box.name)

    def value(self, box: Box) -> str | float | date | None:
        """What the example has in a box; nothing where it is to be filled in."""
        text = example_value(self.worksheet, box) if self.filled else ""
        return box.field.parsed(text) if text else None


def lead_rows(block: TableBlock, *between: Row) -> list[Row]:
    """What stands above the heads of a table's own sheet: its label, rows ``between``, and its help."""
    lines = [text for text in (block.section_help, block.table.help) if text]
    return [over("title", block.table.label), *between, *(over("intro", text) for text in lines)]


def table_area(sheet: Sheet, rows: int) -> Ref:
    """The cells of a table: its heads and its rows."""
    return Ref(sheet.head, 0, sheet.head + rows, len(sheet.widths) - 1, sheet.name, fixed=True)


def result(cell: Cell) -> Value:
    """What a cell shows."""
    return cell.value.result if isinstance(cell.value, Formula) else cell.value
