"""Parts of an Excel file: how cells look, what drop-downs offer, formulas, pictures, what runs on each page."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from macros.documents.workbook.model import CELL_STYLES, Book, Formula, Picture, Ref
from macros.rendering.colophon import Colophon

FONT = "Arial"
PIXEL = 25.4 / 96  # in mm
LINE_LIMIT = 255  # Excel's, of everything above a page, and of everything below
NUMBER_FORMATS = {"text": "@", "date": "d mmmm yyyy", "day": "d mmm yyyy"}
NUMBER_FORMATS |= {"tenths": "0.0", "percent": "0%", "money": "£#,##0.00"}
Formats = Callable[[str, int], Format]


def formats(workbook: Workbook) -> Formats:
    """A function from a style's name to its format; a number of points above 0 takes the place of the style's size."""
    known: dict[tuple[str, int], Format] = {}

    def of(name: str, size: int = 0) -> Format:
        if (name, size) not in known:
            known[name, size] = _format(workbook, name, size)
        return known[name, size]

    return of


def _format(workbook: Workbook, name: str, size: int) -> Format:
    style = CELL_STYLES[name]
    properties: dict[str, Any] = {
        "font_name": FONT,
        "font_scheme": "none",  # else it goes by the theme's font
        "font_size": size or style.size,
        "text_wrap": True,
        "valign": "top",
    }
    properties |= {"bold": True} if style.bold else {}
    properties |= {"border": 1} if style.box else {}
    properties |= {"bg_color": style.fill} if style.fill else {}
    properties |= {"align": "center" if style.centre else "right" if style.right else "left"}
    properties |= {"num_format": NUMBER_FORMATS[style.format]} if style.format else {}
    return workbook.add_format(properties)


def at(ref: Ref) -> str:
    """A place as a formula says it, such as "'Main sheet'!$B$3:$B$9"."""
    cells = ":".join(xl_rowcol_to_cell(*corner, row_abs=ref.fixed, col_abs=ref.fixed) for corner in ref.corners())
    return f"{quote_sheetname(ref.sheet)}!{cells}" if ref.sheet else cells


def formula(value: Formula) -> str:
    """A formula as Excel keeps it."""
    return "=" + value.written(",", {name: at(ref) for name, ref in value.refs().items()})


class Lists:
    """What drop-downs offer, in columns of a hidden sheet: a list in the cell's own rule could hold no comma."""

    def __init__(self, workbook: Workbook, name: str) -> None:
        self.workbook, self.name = workbook, name
        self.known: dict[tuple[str | int, ...], str] = {}

    def source(self, options: tuple[str | int, ...]) -> str:
        """Where ``options`` will be."""
        if options not in self.known:
            column = len(self.known)
            self.known[options] = "=" + at(Ref(0, column, len(options) - 1, column, self.name, fixed=True))
        return self.known[options]

    def write(self) -> None:
        """Add the sheet, after all others."""
        if not self.known:
            return
        sheet = self.workbook.add_worksheet(self.name)
        sheet.hide()
        for column, options in enumerate(self.known):
            for row, option in enumerate(options):
                if isinstance(option, str):
                    sheet.write_string(row, column, option)
                else:
                    sheet.write_number(row, column, option)


def running_lines(sheet: Any, book: Book, colophon: Colophon) -> None:
    """What stands above and below each page."""
    words, edition = colophon.strings["documents"], colophon.edition
    sheet.set_header(_line(book.title, edition.running_title))
    sheet.set_footer(_line(f"{words['credit']} {words['licence']}", "", "&P / &N"))


def _line(left: str, right: str, codes: str = "") -> str:
    """A line with something on the left and on the right, shortened to what Excel takes.

    "&" begins a code there, and stands for itself when doubled. A space ends the size, which would swallow digits.
    """
    small = "&8 "
    room = LINE_LIMIT - len(f"&L{small}&R{small}{codes}")
    right = _fit(right, min(room, 120))
    left = _fit(left, room - len(right))
    return f"&L{small}{left}&R{small}{right}{codes}"


def _fit(text: str, room: int) -> str:
    whole = text.replace("&", "&&")
    while len(whole) > room:
        text = text[:-2].rstrip() + "…"
        whole = text.replace("&", "&&")
    return whole


def insert_picture(sheet: Any, row: int, picture: Picture) -> None:
    """Put ``picture`` into ``row``, counted from 0. It moves with its row, and keeps its size."""
    scale = picture.size / PIXEL / int.from_bytes(picture.content[16:20], "big")  # where every PNG says its width
    options = {"image_data": io.BytesIO(picture.content), "x_scale": scale, "y_scale": scale, "object_position": 2}
    sheet.insert_image(row, picture.column, "picture.png", {**options, "description": picture.alt})


def with_language(language: str) -> Callable[[bytes], bytes]:
    """An edit of docProps/core.xml that says the file's language, which XlsxWriter has no call for."""

    def edit(core: bytes) -> bytes:
        end = b"</cp:coreProperties>"
        return core.replace(end, f"<dc:language>{language}</dc:language>".encode() + end)

    return edit


def growing_rows(fixed: set[int]) -> Callable[[bytes], bytes]:
    """An edit of a sheet whose rows keep their height until somebody types in them, and then fit what was typed.

    XlsxWriter says of each height that a person chose it; Excel would then cut off what does not fit. Only the rows
    ``fixed``, counted from 0, keep theirs: a chart stands there.
    """

    def edit(sheet: bytes) -> bytes:
        sheet = sheet.replace(b' customHeight="1"', b"")
        for row in sorted(fixed):
            start = b'<row r="%d" ' % (row + 1)
            sheet = sheet.replace(start, start + b'customHeight="1" ', 1)
        return sheet

    return edit
