"""The Word form: real headings, real tables, and a named content control for every box."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from macros.core.archives import same_bytes
from macros.documents.answer_names import identity, word_bookmark, word_sum
from macros.documents.outline_drawing import OutlineDrawing
from macros.documents.word.controls import add_control
from macros.documents.word.oxml import (
    add_bookmark,
    keep_whole,
    repeat_header,
    set_widths,
)
from macros.documents.word.package import add_blanks, add_custom_properties, new_document
from macros.documents.word.page import set_up_page
from macros.models.fields import Simple
from macros.models.tables import Table
from macros.models.worksheets import Box, Worksheet, example_value, table_boxes
from macros.rendering.colophon import Colophon
from macros.rendering.column_sums import sum_row
from macros.rendering.example_text import example_text
from macros.rendering.field_labels import hints, label
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

WORD_ROW = Mm(12)  # of a table: enough to write in by hand
LINE_HEIGHT = Mm(8)  # of a line of an answer
ANSWER_HEIGHT = Mm(9)  # at least


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The worksheet as a .docx to fill in, or with its example where ``filled``."""
    return _Drawing(worksheet, colophon, filled).file()


class _Drawing(OutlineDrawing):
    def __init__(self, worksheet: Worksheet, colophon: Colophon, filled: bool) -> None:
        super().__init__(worksheet, colophon, filled)
        self.bookmarks = 0
        self.document = new_document(colophon, self.title_text, worksheet.purpose)
        add_custom_properties(self.document, identity(worksheet, colophon))
        add_blanks(self.document)
        self.width = set_up_page(self.document, colophon, wide=worksheet.orientation == "landscape")
        for block in self.blocks:
            WORD_BLOCKS[block.kind](self, block)
        self.document.add_paragraph(style="Last")  # Word asks for a paragraph after a table at the end

    def file(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return same_bytes(out.getvalue())

    def title(self, block: Title) -> None:
        self.document.add_paragraph(block.text, "Title")

    def purpose(self, block: Purpose) -> None:
        self.document.add_paragraph(block.text, "Subtitle")

    def effort(self, block: Effort) -> None:
        self.document.add_paragraph(block.line, "Small")

    def notice(self, block: Notice) -> None:
        paragraph = self.document.add_paragraph(style="Help")
        paragraph.add_run(f"{block.title} ").bold = True
        paragraph.add_run(block.text)

    def credit(self, _block: Credit) -> None:
        """It stands in the foot, so that no page is turned for it."""

    def section(self, block: SectionBlock) -> None:
        heading = self.document.add_heading(block.section.title, 1)
        if block.section.apart:
            heading.paragraph_format.page_break_before = True
        if block.section.help:
            self.document.add_paragraph(block.section.help, "Section help")
        fields = [inside for inside in block.blocks if isinstance(inside, FieldBlock)]
        if block.stands_in_a_row:
            self._in_a_row(fields)
            return
        for inside in block.blocks:
            WORD_BLOCKS[inside.kind](self, inside)

    def _in_a_row(self, fields: list[FieldBlock]) -> None:
        """Short fields beside each other, their labels over them."""
        table = self.document.add_table(rows=2, cols=len(fields), style="Table Grid")
        for head, cell, block in zip(table.rows[0].cells, table.rows[1].cells, fields, strict=True):
            self._head(head, block.field)
            self._write(block.box, self._cell_paragraph(cell, block.field))
        repeat_header(table.rows[0])
        table.rows[1].height = WORD_ROW
        set_widths(table, [1] * len(fields), self.width)

    def _head(self, cell: _Cell, field: Simple) -> None:
        cell.paragraphs[0].style, cell.paragraphs[0].text = "Table head", field.label
        for line in hints(field, self.t):
            cell.add_paragraph(line, "Table help")

    def field(self, block: FieldBlock) -> None:
        self.document.add_paragraph(block.field.label, "Field label")
        for line in hints(block.field, self.t):
            self.document.add_paragraph(line, "Help")
        table = self.document.add_table(rows=1, cols=1, style="Table Grid")
        row = table.rows[0]
        if block is not self.goes_with_last:  # LibreOffice lets no row that stays whole go with what follows
            keep_whole(row)
        row.height = max(ANSWER_HEIGHT, LINE_HEIGHT * answer_lines(self.worksheet, block.field))
        paragraph = row.cells[0].paragraphs[0]
        paragraph.style = "Answer"
        paragraph.paragraph_format.keep_with_next = block is self.goes_with_last or None
        self._write(block.box, paragraph)
        set_widths(table, [1], self.width)

    def table(self, block: TableBlock) -> None:
        field = block.table
        if block.named:
            self.document.add_paragraph(field.label, "Field label")
        if field.help:
            self.document.add_paragraph(field.help, "Help")
        labels = field.printed_rows
        labelled = bool(labels)
        table = self.document.add_table(rows=1, cols=len(field.columns) + labelled, style="Table Grid")
        heads = table.rows[0].cells
        if labelled:
            heads[0].paragraphs[0].style = "Table head"
            heads[0].paragraphs[0].text = self.t["worksheet"]["row_number" if field.numbered else "row_label"]
        for cell, column in zip(heads[labelled:], field.columns, strict=True):
            self._head(cell, column)
        repeat_header(table.rows[0])
        boxes = list(table_boxes(field))
        for key in field.row_keys:
            row = table.add_row()
            keep_whole(row)
            row.height = WORD_ROW  # at least: a row grows with what is typed
            cells = row.cells
            if labelled:
                cells[0].paragraphs[0].style = "Table cell"
                cells[0].paragraphs[0].text = labels[key]
            for cell, box in zip(cells[labelled:], [box for box in boxes if box.row == key], strict=True):
                self._write(box, self._cell_paragraph(cell, box.field))
        self._sums(table, field)
        shares = ([1 if field.numbered else 3] if labelled else []) + [column.width for column in field.columns]
        set_widths(table, shares, self.width)

    def _sums(self, drawn: Any, table: Table) -> None:
        """The row with the sums. Each has a bookmark, by which the page writes it into the file."""
        sums = sum_row(self.worksheet, table, self.t, self.filled)
        if not sums:
            return
        row = drawn.add_row()
        keep_whole(row)
        row.height = WORD_ROW
        for cell, part in zip(row.cells, sums, strict=True):
            paragraph = self._cell_paragraph(cell, part.column)
            if part.column:
                self._bookmark(paragraph, word_sum(table.id, part.column.id), part.text)
            else:
                paragraph.add_run(part.text).bold = True

    def _cell_paragraph(self, cell: _Cell, field: Simple | None) -> Paragraph:
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph.style = "Table amount" if field is not None and field.stands_right else "Table cell"
        return paragraph

    def _bookmark(self, paragraph: Paragraph, name: str, text: str | None = None) -> None:
        self.bookmarks += 1
        add_bookmark(paragraph, self.bookmarks, name, text)

    def _write(self, box: Box, paragraph: Paragraph) -> None:
        value = example_value(self.worksheet, box) if self.filled else ""
        shown = example_text(self.worksheet, box, self.t) if value else ""
        self._bookmark(paragraph, word_bookmark(box.name))
        add_control(paragraph, box, label(box, self.t), value, shown)


WORD_BLOCKS: dict[str, Callable[[_Drawing, Any], None]] = {
    "title": _Drawing.title,
    "purpose": _Drawing.purpose,
    "effort": _Drawing.effort,
    "notice": _Drawing.notice,
    "section": _Drawing.section,
    "field": _Drawing.field,
    "table": _Drawing.table,
    "credit": _Drawing.credit,
}
