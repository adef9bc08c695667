"""Parts of an OpenDocument text: a place to write for each kind of field, the logo, and the styles of a table."""

from __future__ import annotations

from typing import Any

from odfdo import Document, Element

from macros.documents.odf.package import node
from macros.models.worksheets import Box
from macros.rendering.field_labels import described, label

ROW_HEIGHT = 12  # mm: enough to write in by hand
UNTICKED, TICKED = "☐", "☒"
LOGO = "Pictures/logo.png"
LOGO_HEIGHT = 14  # mm


def place_to_write(box: Box, value: str, prompt: str, strings: dict[str, Any]) -> list[Element]:
    """What stands in the paragraph of ``box``: a field of its kind, or the example's ``value``.

    A pair of bookmarks with the box's name goes round it, by which an answer can be read back from a filled-in file.
    """
    name = {"text:name": box.name}
    return [node("text:bookmark-start", name), _field(box, value, prompt, strings), node("text:bookmark-end", name)]


def _field(box: Box, value: str, prompt: str, strings: dict[str, Any]) -> Element:
    kind = box.field.kind  # type: ignore[attr-defined]
    if kind == "tick":
        # Boxes to click are form controls, which lie over the text, have no name that a bookmark can hold, and are lost
        # in programs other than LibreOffice. A list of the two marks is standard, is a click, and is only text to a
        # program that does not know such lists: it still shows an empty or a ticked box, and prints it.
        marks = [UNTICKED, TICKED]
        return node(
            "text:span",
            {"text:style-name": "Tick"},
            _drop_down(label(box, strings), marks, TICKED if value else UNTICKED),
        )
    if hasattr(box.field, "options"):
        # LibreOffice shows the first entry until one is chosen: the prompt is first, so that nothing seems answered.
        return _drop_down(label(box, strings), [prompt, *box.field.options], value or prompt)
    if value:
        return node("text:span", None, value)
    said = {"text:placeholder-type": "text", "text:description": described(box, strings)}
    return node("text:placeholder", said, f"<{prompt}>")  # the brackets are LibreOffice's own way to write it


def _drop_down(name: str, options: list[str], chosen: str) -> Element:
    labels = [
        node("text:label", {"text:value": one} | ({"text:current-selected": "true"} if one == chosen else {}))
        for one in options
    ]
    return node("text:drop-down", {"text:name": name}, *labels, chosen)


def logo(document: Document, picture: bytes, alt: str) -> Element:
    """The logo with its description, its file put into the package."""
    assert document.container is not None
    document.container.set_part(LOGO, picture)
    document.manifest.add_full_path(LOGO, "image/png")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))  # where every PNG says its size
    frame = {
        "draw:name": "Logo",
        "draw:style-name": "Graphics",
        "text:anchor-type": "as-char",
        "svg:height": f"{LOGO_HEIGHT}mm",
        "svg:width": f"{LOGO_HEIGHT * width / height:.1f}mm",
    }
    link = {"xlink:href": LOGO, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    return node(
        "draw:frame", frame, node("draw:image", link), node("svg:title", None, alt), node("svg:desc", None, alt)
    )


def table_styles(width: float, shares: list[int], name: str) -> list[Element]:
    """Styles of one table: its ``width`` in mm, and its columns by their ``shares`` of it."""
    looks: list[tuple[str, str, str, dict[str, str]]] = [
        (name, "table", "table-properties", {"style:width": f"{width}mm", "table:align": "left"})
    ]
    for at, share in enumerate(shares):
        column = {"style:column-width": f"{width * share / sum(shares):.2f}mm"}
        looks.append((f"{name}.{at}", "table-column", "table-column-properties", column))
    return [_style(*one) for one in looks]


def row_and_cell_styles() -> list[Element]:
    """Styles that all tables use."""
    row = {"style:min-row-height": f"{ROW_HEIGHT}mm", "fo:keep-together": "always"}  # at least: it grows with the text
    cell = {"fo:border": "0.5pt solid #000000", "fo:padding": "1mm"}
    return [
        _style("Row", "table-row", "table-row-properties", row),
        _style("Head row", "table-row", "table-row-properties", {"fo:keep-together": "always"}),
        _style("Cell", "table-cell", "table-cell-properties", cell),
        _style("Head", "table-cell", "table-cell-properties", cell | {"fo:background-color": "#e6e6e6"}),
    ]


def _style(name: str, family: str, properties: str, looks: dict[str, str]) -> Element:
    said = {"style:name": name.replace(" ", "_20_"), "style:family": family}
    return node("style:style", said, node(f"style:{properties}", looks))
