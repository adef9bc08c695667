"""Paragraphs and cells of an OpenDocument text."""

from __future__ import annotations

from odfdo import Element

from macros.documents.answer_names import word_sum
from macros.documents.odf.package import node
from macros.models.fields import Simple
from macros.rendering.column_sums import SumCell


def paragraph(style: str, *children: Element | str) -> Element:
    """A paragraph in ``style``, which may be named as a person sees it ("Table cell")."""
    return node("text:p", {"text:style-name": style.replace(" ", "_20_")}, *children)


def cell_of(*children: Element, style: str = "Cell") -> Element:
    """A cell of a table that holds these ``children``."""
    attributes = {"table:style-name": style, "office:value-type": "string"}
    return node("table:table-cell", attributes, *children)


def row_of(cells: list[Element], style: str = "Row") -> Element:
    """A row of a table."""
    return node("table:table-row", {"table:style-name": style}, *cells)


def style_of_cell(field: Simple) -> str:
    """The style of what stands in a cell for ``field``."""
    return "Table amount" if field.stands_right else "Table cell"


def sum_cell(cell: SumCell, table: str) -> Element:
    """A cell of the row with the sums. Each sum has a bookmark, by which the page writes it into the file."""
    strong = node("text:span", {"text:style-name": "Strong"}, cell.text)
    if not cell.column:
        return cell_of(paragraph("Table cell", strong))
    mark = node("text:bookmark", {"text:name": word_sum(table, cell.column.id)})
    return cell_of(paragraph(style_of_cell(cell.column), mark, strong))


def head_cell(label: str, *lines: str) -> Element:
    """The head of a column: its label, and lines of help below."""
    help_lines = [paragraph("Table help", line) for line in lines]
    return cell_of(paragraph("Table head", label), *help_lines, style="Head")
