"""The OpenDocument form: real headings and tables, and a cell with a bookmark for every box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from odfdo import Element

from macros.documents.answer_names import identity
from macros.documents.odf.package import new_document, node, set_view, to_bytes
from macros.documents.odf.pictures import ODF_LOGO, code_frames, picture_frame
from macros.documents.odf.text_nodes import cell_of, head_cell, paragraph, row_of, style_of_cell, sum_cell
from macros.documents.odf.text_parts import (
    place_to_write,
    row_and_cell_styles,
    table_styles,
)
from macros.documents.outline_drawing import OutlineDrawing
from macros.documents.word.oxml import as_png
from macros.models.worksheets import Box, Worksheet, table_boxes
from macros.rendering.colophon import Colophon
from macros.rendering.column_sums import sum_row
from macros.rendering.example_text import example_text
from macros.rendering.field_labels import hints
from macros.rendering.worksheet_outline import (
    Credit,
    Effort,
    FieldBlock,
    Notice,
    Purpose,
    SectionBlock,
    TableBlock,
    Title,
    answer_lines,
)

PORTRAIT = (210, 297)
ODF_MARGIN = 15


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The worksheet as an .odt to fill in, or with its example where ``filled``."""
    return _Drawing(worksheet, colophon, filled).file()


class _Drawing(OutlineDrawing):
    def __init__(self, worksheet: Worksheet, colophon: Colophon, filled: bool) -> None:
        super().__init__(worksheet, colophon, filled)
        about = identity(worksheet, colophon)
        self.document = new_document("text", colophon, self.title_text, worksheet.purpose, about)
        page = PORTRAIT if worksheet.orientation == "portrait" else PORTRAIT[::-1]
        self.width = page[0] - 2 * ODF_MARGIN
        set_view(
            self.document,
            "styles.xml",
            "office/open-text-styles.xml",
            colophon=colophon,
            page=page,
            margin=ODF_MARGIN,
            orientation=worksheet.orientation,
            amounts=any(box.field.stands_right for box in worksheet.boxes()),
            foot=colophon.credit,
        )
        set_view(self.document, "settings.xml", "office/open-text-settings.xml")
        self.body = self.document.body
        self.body.clear()
        self.looks = self.document.content.get_element("//office:automatic-styles")
        lines = {answer_lines(worksheet, box.field) for box in worksheet.boxes() if not box.table}
        for style in row_and_cell_styles(sorted(lines)):
            self._look(style)
        self._logo()
        for block in self.blocks:
            ODF_BLOCKS[block.kind](self, block)
        self._say("", "Last")  # LibreOffice puts a paragraph after a table at the end, and this one takes no room

    def file(self) -> bytes:
        return to_bytes(self.document)

    def _say(self, text: str, style: str) -> None:
        self.body.append(paragraph(style, text))

    def _logo(self) -> None:
        alt = self.colophon.logo_alt
        line = [picture_frame(self.document, "Logo", as_png(self.colophon.logo), alt, ODF_LOGO)]
        self.body.append(paragraph("Logo", *line, *code_frames(self.document, self.colophon)))

    def title(self, block: Title) -> None:
        self._say(block.text, "Title")

    def purpose(self, block: Purpose) -> None:
        self._say(block.text, "Subtitle")

    def effort(self, block: Effort) -> None:
        self._say(block.line, "Small")

    def credit(self, _block: Credit) -> None:
        """It stands in the foot, so that no page is turned for it."""

    def _look(self, style: Element) -> None:
        assert self.looks is not None
        self.looks.append(style)

    def notice(self, block: Notice) -> None:
        strong = node("text:span", {"text:style-name": "Strong"}, block.title)
        self.body.append(paragraph("Help", strong, f" {block.text}"))

    def section(self, block: SectionBlock) -> None:
        style = "Heading_20_apart" if block.section.apart else "Heading_20_1"
        heading = {"text:style-name": style, "text:outline-level": "1"}
        self.body.append(node("text:h", heading, block.section.title))
        if block.section.help:
            self._say(block.section.help, "Text body")
        if block.stands_in_a_row:
            self._in_a_row([inside for inside in block.blocks if isinstance(inside, FieldBlock)])
            return
        for inside in block.blocks:
            ODF_BLOCKS[inside.kind](self, inside)

    def _in_a_row(self, fields: list[FieldBlock]) -> None:
        """Short fields beside each other, their labels over them."""
        table = self._table("first", [1] * len(fields))
        table.extend([self._heads([[block.field.label, *hints(block.field, self.t)] for block in fields])])
        cells = [cell_of(paragraph("Table cell", *self._write(block.box))) for block in fields]
        table.extend([row_of(cells)])
        self.body.append(table)

    def field(self, block: FieldBlock) -> None:
        field = block.field
        self._say(field.label, "Field label")
        for line in hints(field, self.t):
            self._say(line, "Help")
        table = self._table(f"answer_{field.id}", [1], goes_with_next=block is self.goes_with_last)
        cell = cell_of(paragraph("Answer", *self._write(block.box)))
        table.extend([row_of([cell], f"Row_20_{answer_lines(self.worksheet, field)}")])
        self.body.append(table)

    def _table(self, name: str, shares: list[int], *, goes_with_next: bool = False) -> Element:
        """An empty table over the whole width, its columns in these shares."""
        for style in table_styles(self.width, shares, name, goes_with_next=goes_with_next):
            self._look(style)
        columns = [
            node("table:table-column", {"table:style-name": f"{name}.{number}"}) for number in range(len(shares))
        ]
        return node("table:table", {"table:name": name, "table:style-name": name}, *columns)

    def _heads(self, heads: list[list[str]]) -> Element:
        """The row that stands again at the top of each page."""
        row = node("table:table-row", {"table:style-name": "Head_20_row"}, *[head_cell(*lines) for lines in heads])
        return node("table:table-header-rows", None, row)

    def table(self, block: TableBlock) -> None:
        field = block.table
        if block.named:
            self._say(field.label, "Field label")
        if field.help:
            self._say(field.help, "Help")
        labels = field.printed_rows
        table = self._table(
            field.id, ([1 if field.numbered else 3] if labels else []) + [column.width for column in field.columns]
        )
        heads = [[self.t["worksheet"]["row_number" if field.numbered else "row_label"]]] if labels else []
        table.extend([self._heads(heads + [[column.label, *hints(column, self.t)] for column in field.columns])])
        boxes = list(table_boxes(field))
        for key in field.row_keys:
            cells = [cell_of(paragraph("Table cell", labels[key]))] if labels else []
            cells += [
                cell_of(paragraph(style_of_cell(box.field), *self._write(box))) for box in boxes if box.row == key
            ]
            table.extend([row_of(cells)])
        if sums := [sum_cell(cell, field.id) for cell in sum_row(self.worksheet, field, self.t, self.filled)]:
            table.extend([row_of(sums)])
        self.body.append(table)

    def _example(self, box: Box) -> str:
        return example_text(self.worksheet, box, self.t) if self.filled else ""

    def _write(self, box: Box) -> list[Element]:
        return place_to_write(box, self._example(box), self.t)


ODF_BLOCKS: dict[str, Callable[[_Drawing, Any], None]] = {
    "title": _Drawing.title,
    "purpose": _Drawing.purpose,
    "effort": _Drawing.effort,
    "notice": _Drawing.notice,
    "section": _Drawing.section,
    "field": _Drawing.field,
    "table": _Drawing.table,
    "credit": _Drawing.credit,
}
