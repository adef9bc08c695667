"""The OpenDocument form: real headings and tables, and a field with a bookmark for every box."""

from __future__ import annotations

from odfdo import Element

from macros.documents.odf.package import new_document, node, set_view, to_bytes
from macros.documents.odf.text_parts import logo, place_to_write, row_and_cell_styles, table_styles
from macros.documents.word.oxml import as_png
from macros.models.tables import Table
from macros.models.worksheets import Box, Section, Worksheet, table_boxes
from macros.rendering.colophon import Colophon
from macros.rendering.example_text import example_text
from macros.rendering.field_labels import hints

PORTRAIT = (210, 297)
MARGIN = 15


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The worksheet as an .odt to fill in, or with its example where ``filled``."""
    return _Drawing(worksheet, colophon, filled).bytes()


class _Drawing:
    def __init__(self, worksheet: Worksheet, colophon: Colophon, filled: bool) -> None:
        self.worksheet, self.colophon, self.filled = worksheet, colophon, filled
        self.t = colophon.strings
        title = worksheet.title
        self.title = self.t["documents"]["example_title"].format(title=title) if filled else title
        self.document = new_document("text", colophon, self.title, worksheet.purpose)
        page = PORTRAIT if worksheet.orientation == "portrait" else PORTRAIT[::-1]
        self.width = page[0] - 2 * MARGIN
        set_view(
            self.document,
            "styles.xml",
            "office/open-text-styles.xml",
            colophon=colophon,
            page=page,
            margin=MARGIN,
            orientation=worksheet.orientation,
            lines=sorted({box.field.room() for box in worksheet.boxes() if not box.table} - {1}),
        )
        set_view(self.document, "settings.xml", "office/open-text-settings.xml")
        self.body = self.document.body
        self.body.clear()
        self.looks = self.document.content.get_element("//office:automatic-styles")
        self._opening()
        for section in worksheet.sections:
            self._section(section)
        self._say(colophon.credit, "Small")

    def bytes(self) -> bytes:
        return to_bytes(self.document)

    def _say(self, text: str, style: str) -> None:
        self.body.append(paragraph(style, text))

    def _opening(self) -> None:
        words, worksheet = self.t["worksheet"], self.worksheet
        for style in row_and_cell_styles():
            self._look(style)
        alt = self.t["documents"]["logo_alt"].format(council=self.colophon.edition.council)
        self.body.append(paragraph("Logo", logo(self.document, as_png(self.colophon.logo), alt)))
        self._say(self.title, "Title")
        self._say(worksheet.purpose, "Subtitle")
        self._say(f"{words['minutes'].format(minutes=worksheet.minutes)}. {worksheet.who}.", "Small")
        if self.filled:
            self._notice(words["invented"], worksheet.example.about)
        if worksheet.keep:
            self._notice(words["keep_title"], worksheet.keep)

    def _look(self, style: Element) -> None:
        assert self.looks is not None
        self.looks.append(style)

    def _notice(self, title: str, text: str) -> None:
        strong = node("text:span", {"text:style-name": "Strong"}, title)
        self.body.append(paragraph("Help", strong, f" {text}"))

    def _section(self, section: Section) -> None:
        heading = {"text:style-name": "Heading_20_1", "text:outline-level": "1"}
        self.body.append(node("text:h", heading, section.title))
        if section.help:
            self._say(section.help, "Text body")
        for field in section.fields:
            if isinstance(field, Table):
                self._table(field, section)
                continue
            self._say(field.label, "Field label")
            for line in hints(field, self.t):
                self._say(line, "Help")
            box = Box(field.id, field)
            style = "Answer" if field.room() == 1 or self._said(box) else f"Answer {field.room()} lines"
            self.body.append(paragraph(style, *self._write(box)))

    def _table(self, field: Table, section: Section) -> None:
        if field.label != section.title:
            self._say(field.label, "Field label")
        if field.help:
            self._say(field.help, "Help")
        labels = {row.id: row.label for row in field.row_labels}
        shares = ([3] if labels else []) + [column.width for column in field.columns]
        for style in table_styles(self.width, shares, field.id):
            self._look(style)
        table = node("table:table", {"table:name": field.id, "table:style-name": field.id})
        for at in range(len(shares)):
            table.append(node("table:table-column", {"table:style-name": f"{field.id}.{at}"}))
        heads = [[self.t["worksheet"]["row_label"]]] if labels else []
        heads += [[column.label, *hints(column, self.t)] for column in field.columns]
        head_row = node("table:table-row", {"table:style-name": "Head_20_row"}, *[_head(*lines) for lines in heads])
        table.append(node("table:table-header-rows", None, head_row))  # stands again at the top of each page
        boxes = list(table_boxes(field))
        for key in field.row_keys:
            cells = [_cell(paragraph("Table cell", labels[key]))] if labels else []
            cells += [_cell(paragraph("Table cell", *self._write(box))) for box in boxes if box.row == key]
            table.append(node("table:table-row", {"table:style-name": "Row"}, *cells))
        self.body.append(table)

    def _said(self, box: Box) -> str:
        return example_text(self.worksheet, box, self.t) if self.filled else ""

    def _write(self, box: Box) -> list[Element]:
        return place_to_write(box, self._said(box), self.t)


def paragraph(style: str, *children: Element | str) -> Element:
    """A paragraph in ``style``, which may be named as a person sees it ("Table cell")."""
    return node("text:p", {"text:style-name": style.replace(" ", "_20_")}, *children)


def _cell(*children: Element, style: str = "Cell") -> Element:
    said = {"table:style-name": style, "office:value-type": "string"}
    return node("table:table-cell", said, *children)


def _head(label: str, *lines: str) -> Element:
    help_lines = [paragraph("Table help", line) for line in lines]
    return _cell(paragraph("Table head", label), *help_lines, style="Head")
