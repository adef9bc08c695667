"""Cells of an OpenDocument spreadsheet: their values, what they show, and the names of those to write in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from odfdo import Element

from macros.documents.odf.package import node
from macros.documents.odf.spreadsheet_parts import address, formula
from macros.documents.workbook.model import CELL_STYLES, Book, Cell, Formula, Ref
from macros.models.fields import pounds


def typed(cell: Cell) -> dict[str, str]:
    """The attributes that give a cell its value. A text that begins with "=" stays a text: only a formula is one."""
    value, attributes = cell.value, {}
    if isinstance(value, Formula):
        attributes["table:formula"] = formula(value)
        value = _known(value)
    if isinstance(value, date):
        return attributes | {"office:value-type": "date", "office:date-value": value.isoformat()}
    if isinstance(value, (int, float)):
        return attributes | {"office:value-type": "float", "office:value": f"{value:.15g}"}
    if value is None:
        return attributes
    return attributes | {"office:value-type": "string"}


def texts(cell: Cell, small: str) -> list[Element]:
    """What a cell shows, a paragraph for each line; those under its value in the style ``small``."""
    value = _known(cell.value) if isinstance(cell.value, Formula) else cell.value
    if value is None:
        return []
    if cell.link:
        link = {"xlink:href": f"#'{cell.link}'.A1", "xlink:type": "simple"}
        return [node("text:p", None, node("text:a", link, str(value)))]
    shown = NUMBERS_SHOWN[CELL_STYLES[cell.style].format](value) if isinstance(value, (int, float)) else str(value)
    under = [node("text:span", {"text:style-name": small}, line) for line in cell.lines]
    lines: list[Element | str] = [*shown.split("\n"), *under]
    return [node("text:p", None, line) for line in lines]


def _plain(value: float) -> str:
    return f"{value:.15g}"


# How a number is shown by programs that do not work it out by its style.
NUMBERS_SHOWN: dict[str, Callable[[float], str]] = {
    "": _plain,
    "text": _plain,
    "date": _plain,
    "day": _plain,
    "tenths": "{:.1f}".format,
    "percent": "{:.0%}".format,
    "money": pounds,
}


def _known(value: Formula) -> float | None:
    """What a formula gives, where it is a number. LibreOffice works out by itself what is not given, when it opens."""
    return None if isinstance(value.result, str) else value.result


def names(book: Book) -> Element:
    """The name of each box's cell, in the order of the worksheet, and of each table."""
    places = {
        cell.name: address(Ref(row, column), sheet.name) for sheet in book.sheets for row, column, cell in sheet.named()
    }
    ranges = {name: places[box] for box, name in book.names.items()}
    ranges |= {name: address(area, area.sheet) for name, area in book.areas.items()}
    named = [node("table:named-range", _named(name, place)) for name, place in ranges.items()]
    return node("table:named-expressions", None, *named)


def _named(name: str, place: str) -> dict[str, str]:
    """LibreOffice takes no name without a base cell, which is one cell also where the name is of a whole table."""
    base = place.partition(":$")[0]
    return {"table:name": name, "table:base-cell-address": base, "table:cell-range-address": place}
