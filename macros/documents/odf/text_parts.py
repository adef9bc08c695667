"""Parts of an OpenDocument text: a place to write for each kind of field, and the styles of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from odfdo import Element

from macros.documents.odf.package import node
from macros.models.kinds import ByKind
from macros.models.worksheets import Box
from macros.rendering.field_labels import Strings, label

ODF_ROW = 12  # mm, of a table: enough to write in by hand
LINE_HEIGHT, ANSWER_HEIGHT = 8, 9  # mm: of a line of an answer, and of an answer at least
NOTHING = "\u2002" * 5  # what a list shows until something is chosen
UNTICKED, TICKED = "☐", "☒"


def place_to_write(box: Box, value: str, strings: Strings) -> list[Element]:
    """What stands in the cell of ``box``: a list of what there is to choose, or the example's ``value``, or nothing.

    A bookmark with the box's name comes first: by it an answer is found, whatever somebody types after it.
    """
    return [node("text:bookmark", {"text:name": box.name}), *FIELDS[box.field.kind](box, value, strings)]


def _written(_box: Box, value: str, _strings: Strings) -> list[Element]:
    # No placeholder: only LibreOffice can be told not to print one, and what is typed over it leaves its bookmark.
    return [node("text:span", None, value)] if value else []


def _chosen(box: Box, value: str, strings: Strings) -> list[Element]:
    # LibreOffice shows the first entry until one is chosen. Blanks are first: they print nothing, and can be clicked.
    first = NOTHING
    return [_drop_down(label(box, strings), [first, *box.field.choices()], value or first)]


def _ticked(box: Box, value: str, strings: Strings) -> list[Element]:
    # Boxes to click are form controls, which lie over the text, have no name that a bookmark can hold, and are lost
    # in programs other than LibreOffice. A list of the two marks is standard, is a click, and is only text to a
    # program that does not know such lists: it still shows an empty or a ticked box, and prints it.
    chosen = _drop_down(label(box, strings), [UNTICKED, TICKED], TICKED if value else UNTICKED)
    return [node("text:span", {"text:style-name": "Tick"}, chosen)]


FIELDS: ByKind[Callable[[Box, str, Strings], list[Element]]] = ByKind(
    "The OpenDocument text",
    {
        "text": _written,
        "long_text": _written,
        "date": _written,
        "number": _written,
        "money": _written,
        "choice": _chosen,
        "tick": _ticked,
        "scale": _chosen,
    },
)


def _drop_down(name: str, options: list[str], chosen: str) -> Element:
    labels = [
        node("text:label", {"text:value": option} | ({"text:current-selected": "true"} if option == chosen else {}))
        for option in options
    ]
    return node("text:drop-down", {"text:name": name}, *labels, chosen)


def table_styles(width: float, shares: list[int], name: str, *, goes_with_next: bool = False) -> list[Element]:
    """Styles of one table: its ``width`` in mm, and its columns by their ``shares`` of it.

    ``goes_with_next`` keeps it on the page of what stands behind it.
    """
    whole = {"style:width": f"{width}mm", "table:align": "left"}
    if goes_with_next:
        whole["fo:keep-with-next"] = "always"
    looks: list[tuple[str, str, str, dict[str, str]]] = [(name, "table", "table-properties", whole)]
    for at, share in enumerate(shares):
        column = {"style:column-width": f"{width * share / sum(shares):.2f}mm"}
        looks.append((f"{name}.{at}", "table-column", "table-column-properties", column))
    return [_style(*look) for look in looks]


def row_and_cell_styles(lines: Iterable[int]) -> list[Element]:
    """Styles that all tables use, and of a heading on a new page; ``lines``: how many an answer may take by hand."""
    heights = {"Row": ODF_ROW} | {f"Row {many}": max(ANSWER_HEIGHT, LINE_HEIGHT * many) for many in lines}
    cell = {"fo:border": "0.5pt solid #000000", "fo:padding": "1mm"}
    return [
        *(_style(name, "table-row", "table-row-properties", _high(height)) for name, height in heights.items()),
        _style("Head row", "table-row", "table-row-properties", {"fo:keep-together": "always"}),
        _style("Cell", "table-cell", "table-cell-properties", cell),
        _style("Head", "table-cell", "table-cell-properties", cell | {"fo:background-color": "#e6e6e6"}),
        _style("Heading apart", "paragraph", "paragraph-properties", {"fo:break-before": "page"}, "Heading_20_1"),
    ]


def _high(height: int) -> dict[str, str]:
    return {"style:min-row-height": f"{height}mm", "fo:keep-together": "always"}  # at least: it grows with the text


def _style(name: str, family: str, properties: str, looks: dict[str, str], parent: str = "") -> Element:
    attributes = {"style:name": name.replace(" ", "_20_"), "style:family": family}
    if parent:
        attributes["style:parent-style-name"] = parent
    return node("style:style", attributes, node(f"style:{properties}", looks))
