"""A paper as an OpenDocument text: real headings and lists, and a placeholder for every gap."""

from __future__ import annotations

from collections import Counter

from odfdo import Element

from macros.documents.odf.package import new_document, node, set_view, to_bytes
from macros.documents.odf.pictures import BESIDE, ODF_LOGO, code_frames, picture_frame
from macros.documents.word.oxml import as_png
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import Block, Gap, Line, PaperOutline

PAGE, MARGIN = (210, 297), 18  # mm


def draw(outline: PaperOutline, colophon: Colophon) -> bytes:
    """The paper as an .odt whose gaps are LibreOffice's placeholders: click one and type."""
    words, paper = colophon.strings["papers"], outline.paper
    document = new_document("text", colophon, paper.title, paper.purpose)
    looks = {"page": PAGE, "margin": MARGIN, "orientation": "portrait", "amounts": False, "foot": ""}
    set_view(document, "styles.xml", "office/open-text-styles.xml", colophon=colophon, **looks)
    set_view(document, "settings.xml", "office/open-text-settings.xml")
    body = document.body
    body.clear()
    alt = colophon.logo_alt
    body.append(_paragraph("Logo", [], picture_frame(document, "Logo", as_png(colophon.logo), alt, ODF_LOGO)))
    body.append(_paragraph("Title", [paper.title]))
    if paper.adviser:
        body.append(_paragraph("Help", [paper.adviser]))
    if outline.subject:
        strong = node("text:span", {"text:style-name": "Strong"}, f"{words['subject']}: ")
        body.append(_paragraph("Text_20_body", outline.subject, strong))
    for part in outline.parts:
        if part.heading:
            attributes = {"text:style-name": "Heading_20_1", "text:outline-level": "1"}
            timing = [f"{part.timing}: "] if part.timing else []
            body.append(node("text:h", attributes, *timing, *_pieces(part.heading)))
        if part.who:
            body.append(_paragraph("Small", part.who))
        for block in part.blocks:
            body.append(_block(block))
        if part.notes:
            body.append(_paragraph("Field_20_label", [words["notes"]]))
            for block in part.notes:
                body.append(_block(block))
    lines = " ".join(filter(None, [colophon.credit, colophon.is_current]))
    body.append(_paragraph("Colophon", [lines], *code_frames(document, colophon, BESIDE)))
    _number_bookmarks(body)
    return to_bytes(document)


def _block(block: Block) -> Element:
    if block.kind == "list":
        return node(
            "text:list", None, *[node("text:list-item", None, _paragraph("Standard", line)) for line in block.lines]
        )
    return _paragraph("Text_20_body", block.lines[0])


def _paragraph(style: str, line: Line, *before: Element) -> Element:
    return node("text:p", {"text:style-name": style}, *before, *_pieces(line))


def _pieces(line: Line) -> list[Element | str]:
    """The pieces of a line. Before each placeholder stands a bookmark with the gap's id: a script fills it by that."""
    pieces: list[Element | str] = []
    for piece in line:
        if isinstance(piece, Gap):
            pieces.append(node("text:bookmark", {"text:name": piece.id}))
        pieces.append(_placeholder(piece) if isinstance(piece, Gap) else piece)
    return pieces


def _number_bookmarks(body: Element) -> None:
    """A name may stand once in a file: that of a gap's second place gets a number."""
    places: Counter[str] = Counter()
    for mark in body.get_elements("descendant::text:bookmark"):
        name = str(mark.get_attribute("text:name"))
        places[name] += 1
        if places[name] > 1:
            mark.set_attribute("text:name", f"{name}.{places[name]}")


def _placeholder(gap: Gap) -> Element:
    attributes = {"text:placeholder-type": "text", "text:description": gap.prompt}
    return node("text:placeholder", attributes, f"<{gap.prompt}>")  # the brackets are LibreOffice's own way to write it
