"""What the tests of documents share: which worksheets they look at, how one is drawn, how its files are read back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from lxml import etree
from odfdo import Document, Element
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.workbook import Workbook

from macros.content.library import Library
from macros.documents.excel import workbook as spreadsheet
from macros.documents.formats import Colophon
from macros.documents.odf import spreadsheet as open_sheet
from macros.documents.odf import text as open_text
from macros.documents.store import Documents
from macros.documents.word import document as word
from macros.models.worksheets import Box, Worksheet
from macros.rendering.field_labels import label
from tests.conftest import ADDRESS, ROOT
from tests.support.worksheet_names import EVERY_KIND

WITH_TABLES = [
    name for name in EVERY_KIND if "kind: table" in (ROOT / f"templates/worksheets/{name}.yml").read_text("utf-8")
]
DRAWN: dict[str, Callable[[Worksheet, Colophon, bool], bytes]] = {
    "word": word.draw,
    "text": open_text.draw,
    "excel": spreadsheet.draw,
    "sheet": open_sheet.draw,
}
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
Draw = Callable[[str, str, bool], bytes]  # form, worksheet, filled
Place = tuple[str, int, int]  # sheet, row, column, from 1
Found = dict[Place, Any]


def drawer(library: Library) -> Draw:
    """Draws a form of a worksheet once, and gives the same file to every test that asks."""
    contents: dict[tuple[str, str, bool], bytes] = {}

    def get(form: str, name: str, filled: bool) -> bytes:
        if (form, name, filled) not in contents:
            contents[form, name, filled] = DRAWN[form](library.worksheets[name], colophon(library, name), filled)
        return contents[form, name, filled]

    return get


def colophon(library: Library, name: str) -> Colophon:
    return Documents(library, ADDRESS).colophon(f"worksheets/{name}/")


@lru_cache(maxsize=64)
def part(raw: bytes, name: str) -> etree._Element:
    """A file of a package, read once for all who ask; nobody changes it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read(name))


def places(raw: bytes) -> dict[str, Element]:
    """The cell of an OpenDocument text that begins with each bookmark, by the bookmark's name."""
    cells = {}
    for mark in Document(io.BytesIO(raw)).body.get_elements("//text:bookmark"):
        if str(mark.get_attribute("text:name")).startswith("sum_"):
            continue
        paragraph = mark.parent
        assert paragraph is not None and paragraph.children[0].get_attribute("text:name") == mark.get_attribute(
            "text:name"
        )
        cell = paragraph.parent
        assert cell is not None and cell.tag == "table:table-cell"
        cells[str(mark.get_attribute("text:name"))] = cell
    return cells


def words(element: Element) -> str:
    return "".join(map(str, element.xpath(".//text()")))


def seen_label(cell: Element) -> str:
    """The label and the help that a reader finds for a cell: above its table, or in the heading of its column."""
    table = cell.xpath("ancestor::table:table[1]")[0]
    heads = table.xpath("table:table-header-rows//table:table-cell")
    if heads:
        lines = [words(line) for line in heads[len(cell.xpath("preceding-sibling::table:table-cell"))].xpath("text:p")]
        return bundled(lines[0], lines[1:])
    above: list[str] = []
    for paragraph in reversed(table.xpath("preceding-sibling::*")):
        above.insert(0, words(paragraph))
        if paragraph.get_attribute("text:style-name") != "Help":
            break
    return bundled(above[0], above[1:])


def bundled(called: str, help_lines: list[str]) -> str:
    """A label and its help in one line."""
    end = "" if called[-1] in ".?!:" else "."
    return " ".join([called + end, *help_lines]) if help_lines else called


@cache
def excel(raw: bytes) -> Workbook:
    """A workbook, read once for all who ask; nobody changes it."""
    return load_workbook(io.BytesIO(raw), rich_text=True)


def in_excel(raw: bytes) -> Found:
    """Every cell that says something. A formula is said as Excel does, without "="."""
    return {
        (sheet.title, cell.row, cell.column): str(cell.value) if isinstance(cell.value, CellRichText) else cell.value
        for sheet in excel(raw).worksheets
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def in_open(raw: bytes) -> Found:
    contents: Found = {}
    for sheet in part(raw, "content.xml").iter(f"{TABLE}table"):
        for down, row in enumerate(sheet.iter(f"{TABLE}table-row"), 1):
            for across, cell in enumerate(row, 1):
                content = cell.get(f"{TABLE}formula") or _value(cell)
                if content not in (None, ""):
                    contents[sheet.get(f"{TABLE}name"), down, across] = content
    return contents


def _value(cell: etree._Element) -> Any:
    if cell.get(f"{OFFICE}value-type") == "float":
        return float(cell.get(f"{OFFICE}value"))
    if cell.get(f"{OFFICE}value-type") == "date":
        return cell.get(f"{OFFICE}date-value")
    return "\n".join("".join(paragraph.itertext()) for paragraph in cell if paragraph.tag == PARAGRAPH)


def alike(value: Any) -> Any:
    """A value in the words of both kinds of file."""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    if isinstance(value, (int, float)):
        return float(value)
    if value.startswith(("=", "of:=")):
        value = value.removeprefix("of:").replace(";", ",").replace("'.", "!").replace(":.", ":")
        value = re.sub(r"\$'|\[\.|[\[\]']", "", value)
    return value


def names_in_excel(raw: bytes) -> dict[str, Place]:
    places = {}
    for name, defined in excel(raw).defined_names.items():
        if name.startswith("table_"):
            continue
        ((sheet, cell),) = defined.destinations
        at = re.fullmatch(r"\$([A-Z]+)\$(\d+)", cell)
        assert at
        places[name] = (sheet, int(at[2]), ord(at[1]) - 64)
    return places


def names_in_open(raw: bytes) -> dict[str, Place]:
    places = {}
    for named in part(raw, "content.xml").iter(f"{TABLE}named-range"):
        if named.get(f"{TABLE}name").startswith("table_"):
            continue
        at = re.fullmatch(r"\$'(.+)'\.\$([A-Z])\$(\d+)", named.get(f"{TABLE}cell-range-address"))
        assert at
        places[named.get(f"{TABLE}name")] = (at[1], int(at[3]), ord(at[2]) - 64)
    return places


def as_written(worksheet: Worksheet) -> list[Box]:
    """The boxes as the sheets have them: first what stands outside tables, then table after table."""
    return sorted(worksheet.boxes(), key=lambda box: box.table is not None)


def short_label(box: Box, strings: dict[str, Any]) -> str:
    """What a box is called inside its own table."""
    return label(box, strings).removeprefix(f"{box.table.label}: " if box.table else "")


def label_of(box: Box, place: Place, cells: Found) -> str:
    """The label that a reader finds for a cell: in its row, or in the heading of its column and in its row."""
    sheet, row, column = place
    if box.table is None:
        return str(cells[sheet, row, 1])
    heads = {
        at[1] for at, content in cells.items() if at[0] == sheet and str(content).split("\n")[0] == box.field.label
    }
    head = max(at for at in heads if at < row)
    heading, begin = str(cells[sheet, head, column]).split("\n")[0], cells[sheet, row, 1]
    return f"{heading}: {begin}" if isinstance(begin, str) else f"{heading}, row {begin:g}"
