"""The OpenDocument spreadsheet of a worksheet that holds a table: the same workbook as the Excel form."""

from __future__ import annotations

from odfdo import Element

from macros.documents.odf.cells import names, texts, typed
from macros.documents.odf.chart import add_chart
from macros.documents.odf.package import new_document, node, set_view, to_bytes
from macros.documents.odf.pictures import picture_frame
from macros.documents.odf.spreadsheet_parts import Rules, shading
from macros.documents.workbook.model import CELL_STYLES, SHEET_MARGIN, Book, Cell, Picture, Row, Sheet, styles_in
from macros.documents.workbook.plan import plan
from macros.documents.workbook.row_heights import CELL_LEADING, POINT, SMALL_TEXT, height
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon

SPARE = 4.5  # mm under a text: one line


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The worksheet as an .ods to fill in, or with its example where ``filled``."""
    return write(plan(worksheet, colophon, filled), colophon)


def write(book: Book, colophon: Colophon) -> bytes:
    """A planned workbook as an .ods."""
    return _Drawing(book, colophon).file()


class _Drawing:
    def __init__(self, book: Book, colophon: Colophon) -> None:
        self.document = new_document("spreadsheet", colophon, book.title, book.subject, book.identity)
        set_view(
            self.document,
            "styles.xml",
            "office/open-sheet-styles.xml",
            colophon=colophon,
            book=book,
            styles=styles_in(book),
            margin=SHEET_MARGIN,
            spare=SPARE,
        )
        set_view(self.document, "settings.xml", "office/open-sheet-settings.xml", book=book)
        self.looks = self.document.content.get_element("//office:automatic-styles")
        assert self.looks is not None
        self.looks.clear()
        self.known: set[str] = set()
        self.rules = Rules()
        tables = [self._sheet(sheet) for sheet in book.sheets]
        body = self.document.body
        body.clear()
        body.append(self.rules.element())
        for table in tables:
            body.append(table)
        body.append(names(book))

    def file(self) -> bytes:
        return to_bytes(self.document)

    def _look(self, name: str, family: str, properties: str, looks: dict[str, str], **more: str) -> str:
        """Add a style unless it is there, and return its name."""
        if name not in self.known:
            self.known.add(name)
            attributes = {"style:name": name, "style:family": family} | {
                f"style:{key}": value for key, value in more.items()
            }
            assert self.looks is not None
            self.looks.append(node("style:style", attributes, node(f"style:{properties}", looks)))
        return name

    def _sheet(self, sheet: Sheet) -> Element:
        master = {"master-page-name": "Sheet"}
        shown = {"table:display": "false" if sheet.hidden else "true"}
        look = self._look("hidden" if sheet.hidden else "sheet", "table", "table-properties", shown, **master)
        table = node("table:table", {"table:name": sheet.name, "table:style-name": look})
        for width in sheet.widths:
            attributes = {"style:column-width": f"{width:.2f}mm"}
            name = self._look(f"column-{width:.2f}", "table-column", "table-column-properties", attributes)
            table.extend([node("table:table-column", {"table:style-name": name})])
        scored: dict[tuple[int, int], str] = {}
        for part in sheet.scored:
            name = f"score-{len(self.known)}"
            self.known.add(name)
            parent = sheet.rows[part.cells.row].cells[part.cells.column].style
            assert self.looks is not None
            self.looks.append(shading(part, sheet.name, name, parent))
            scored |= {(row, part.cells.column): name for row in range(part.cells.row, (part.cells.to_row or 0) + 1)}
        for number, row in enumerate(sheet.rows):
            element = self._row(sheet, row, number, scored)
            table.extend([node("table:table-header-rows", None, element) if number == sheet.head else element])
        return table

    def _row(self, sheet: Sheet, row: Row, number: int, scored: dict[tuple[int, int], str]) -> Element:
        high = height(sheet, row)
        fits = "false" if row.charts else "true"
        attributes = {"style:row-height": f"{high:.2f}mm", "style:use-optimal-row-height": fits}
        name = f"{'charts' if row.charts else 'row'}-{high:.2f}"
        element = node(
            "table:table-row", {"table:style-name": self._look(name, "table-row", "table-row-properties", attributes)}
        )
        for column, cell in enumerate(row.cells):
            look = self._tall(cell.style, row.height) if row.height and not column else cell.style
            element.extend([self._cell(sheet, cell, column, scored.get((number, column), look))])
            if cell.whole_row:
                element.extend(node("table:covered-table-cell") for _ in sheet.widths[column + 1 :])
        if not row.cells:
            element.extend([node("table:table-cell", None, *self._charts(sheet, row))])
        if row.picture:
            element.children[row.picture.column].append(self._picture(row.picture))
        return element

    def _charts(self, sheet: Sheet, row: Row) -> list[Element]:
        return [add_chart(self.document, sheet, chart, self._drawn()) for chart in row.charts]

    def _picture(self, picture: Picture) -> Element:
        place = {"draw:style-name": self._drawn(), "svg:x": "0mm", "svg:y": "0mm"}
        return picture_frame(self.document, "QR", picture.content, picture.alt, picture.size, place)

    def _drawn(self) -> str:
        """The style of what is drawn over a sheet: no frame of its own."""
        return self._look("chart", "graphic", "graphic-properties", {"draw:stroke": "none", "draw:fill": "none"})

    def _tall(self, parent: str, high: float) -> str:
        """A style for the first cell of a row: room under its text keeps the row ``high`` where all else is empty.

        LibreOffice fits each row to its text when it opens a file, whatever height is given.
        """
        room = {"fo:padding-bottom": f"{high - CELL_STYLES[parent].size * CELL_LEADING * POINT - 1:.2f}mm"}
        more = {"parent-style-name": parent}
        return self._look(f"{parent}-{high:.0f}", "table-cell", "table-cell-properties", room, **more)

    def _cell(self, sheet: Sheet, cell: Cell, column: int, look: str) -> Element:
        attributes = {"table:style-name": look}
        if cell.check:
            attributes["table:content-validation-name"] = self.rules.name(cell.check, sheet.name)
        if cell.whole_row:
            spanned = len(sheet.widths) - column
            attributes |= {"table:number-columns-spanned": str(spanned), "table:number-rows-spanned": "1"}
        element = node("table:table-cell", attributes | typed(cell))
        small = self._look(
            "under", "text", "text-properties", {"fo:font-size": f"{SMALL_TEXT}pt", "fo:font-weight": "normal"}
        )
        element.extend(texts(cell, small))
        return element
