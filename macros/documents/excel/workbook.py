"""The Excel form of a worksheet that holds a table: real formulas, drop-downs, and a named cell for every box."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from xlsxwriter import Workbook

from macros.core.archives import same_bytes
from macros.documents.excel.chart import insert_chart
from macros.documents.excel.parts import (
    FONT,
    PIXEL,
    Lists,
    at,
    formats,
    formula,
    growing_rows,
    insert_picture,
    running_lines,
    with_language,
)
from macros.documents.workbook.model import SHEET_MARGIN, Book, Cell, Check, CheckKind, Formula, Ref, Scored, Sheet
from macros.documents.workbook.plan import plan
from macros.documents.workbook.row_heights import POINT, SMALL_TEXT, height
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon

PAPER_A4 = 9
INCH = 25.4  # in mm
TITLE_LIMIT, MESSAGE_LIMIT = 32, 255  # Excel's, of what is said to the person who is in a cell
VALIDATION_RULES: dict[CheckKind, dict[str, Any]] = {
    "any": {"validate": "any"},
    "list": {"validate": "list"},
    "offer": {"validate": "list", "show_error": False},
    "date": {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1)},
    "number": {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12},
}
WRITER_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    # Where a computer lacks Excel's own font, columns would widen, and a sheet would print smaller.
    "default_format_properties": {"font_name": FONT, "font_size": 10, "font_scheme": "none"},
}


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The worksheet as an .xlsx to fill in, or with its example where ``filled``."""
    return write(plan(worksheet, colophon, filled), colophon)


def write(book: Book, colophon: Colophon) -> bytes:
    """A planned workbook as an .xlsx."""
    out = io.BytesIO()
    workbook = Workbook(out, WRITER_OPTIONS)
    then = datetime.combine(colophon.release.day, time(12))
    properties = {"title": book.title, "subject": book.subject, "author": colophon.edition.publisher, "created": then}
    workbook.set_properties(properties)
    for key, value in book.identity.items():
        workbook.set_custom_property(key, value, "text")
    drawing = _Drawing(workbook, book)
    for sheet in book.sheets:
        running_lines(drawing.sheet(sheet), book, colophon)
    for name, area in book.areas.items():
        workbook.define_name(name, f"={at(area)}")
    drawing.lists.write()
    workbook.close()
    edits = {
        f"xl/worksheets/sheet{number}.xml": growing_rows({row for row, _ in sheet.charted()})
        for number, sheet in enumerate(book.sheets, 1)
    }
    language = with_language(colophon.strings["site"]["language"])
    return same_bytes(out.getvalue(), {"docProps/core.xml": language, **edits})


class _Drawing:
    def __init__(self, workbook: Workbook, book: Book) -> None:
        self.workbook, self.book = workbook, book
        self.format, self.lists = formats(workbook), Lists(workbook, book.lists)

    def sheet(self, sheet: Sheet) -> Any:
        worksheet = self.workbook.add_worksheet(sheet.name)
        for column, width in enumerate(sheet.widths):
            worksheet.set_column_pixels(column, column, round(width / PIXEL))
        for number, row in enumerate(sheet.rows):
            worksheet.set_row(number, height(sheet, row) / POINT)
            for column, cell in enumerate(row.cells):
                self._cell(worksheet, sheet, number, column, cell)
            if row.picture:
                insert_picture(worksheet, number, row.picture)
        for down, across, cell in sheet.named():
            place = at(Ref(down, across, sheet=sheet.name, fixed=True))
            self.workbook.define_name(self.book.names[cell.name], f"={place}")
        for scored in sheet.scored:
            self._shade(worksheet, scored)
        for row_number, chart in sheet.charted():
            insert_chart(self.workbook, worksheet, row_number, chart)
        worksheet.freeze_panes(sheet.head + 1, 0)
        worksheet.repeat_rows(sheet.head)
        worksheet.print_area(0, 0, len(sheet.rows) - 1, len(sheet.widths) - 1)
        worksheet.set_landscape()
        worksheet.set_paper(PAPER_A4)
        worksheet.fit_to_pages(1, 0)  # one page wide, as many long as it takes
        worksheet.set_margins(SHEET_MARGIN / INCH, SHEET_MARGIN / INCH, 0.75, 0.75)
        worksheet.hide_gridlines(2)
        if sheet.hidden:
            worksheet.hide()
        return worksheet

    def _cell(self, worksheet: Any, sheet: Sheet, row: int, column: int, cell: Cell) -> None:
        look, value = self.format(cell.style, 0), cell.value
        if cell.whole_row:
            worksheet.merge_range(row, column, row, len(sheet.widths) - 1, "", look)
        if cell.link:
            worksheet.write_url(row, column, f"internal:'{cell.link}'!A1", look, string=value)
        elif cell.lines:
            small = self.format("small", SMALL_TEXT)
            worksheet.write_rich_string(
                row, column, self.format("head", 0), value, small, "\n" + "\n".join(cell.lines), look
            )
        elif isinstance(value, Formula):
            worksheet.write_formula(row, column, formula(value), look, value.result)
        elif isinstance(value, date):
            worksheet.write_datetime(row, column, datetime.combine(value, time()), look)
        elif isinstance(value, (int, float)):
            worksheet.write_number(row, column, value, look)
        elif value is None:
            worksheet.write_blank(row, column, None, look)
        else:
            worksheet.write_string(row, column, value, look)  # a text that begins with "=" stays a text
        if cell.check:
            worksheet.data_validation(row, column, row, column, self._rule(cell.check))

    def _rule(self, check: Check) -> dict[str, Any]:
        rule = dict(VALIDATION_RULES[check.kind])
        if check.options:
            rule["source"] = self.lists.source(check.options)
        if check.source:
            rule["source"] = "=" + at(check.source)
        if check.message:
            rule |= {"input_title": shorten(check.title, TITLE_LIMIT), "input_message": shorten(check.message)}
        if check.wrong:
            rule |= {"error_title": shorten(check.title, TITLE_LIMIT), "error_message": shorten(check.wrong)}
        return rule

    def _shade(self, worksheet: Any, scored: Scored) -> None:
        """A grey bar as long as the score; the highest bold, with a line round it. Neither needs colour."""
        cells, ends = at(scored.cells), {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": scored.high}
        if scored.highest:
            first = Ref(scored.cells.row, scored.cells.column)
            all_of = at(Ref(*scored.cells.corners()[0], *scored.cells.corners()[1], fixed=True))
            best = f"=AND(ISNUMBER({at(first)}),{at(first)}=MAX({all_of}))"
            look = self.workbook.add_format({"bold": True, "border": 1, "border_color": "#000000", "underline": 1})
            worksheet.conditional_format(cells, {"type": "formula", "criteria": best, "format": look})
        bar = {"type": "data_bar", "bar_color": "#bfbfbf", "bar_solid": True, "bar_border_color": "#595959", **ends}
        worksheet.conditional_format(cells, bar)


def shorten(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """``text``, or as much of it as fits, with "…" where it was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
