"""Slides as an OpenDocument presentation: titles, lists and notes, by the same measures as the PowerPoint file."""

from __future__ import annotations

from odfdo import Document, Element

from macros.documents.odf.package import new_document, node, set_view, to_bytes
from macros.documents.odf.pictures import code_frames
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import Block, Gap, Line, OutlinePart, PaperOutline, plain

CODE_ON_SLIDE = 20  # mm
CODE_PLACE = {"svg:x": "300.7mm", "svg:y": "166.5mm"}  # in the corner below the slide's text


def draw(outline: PaperOutline, colophon: Colophon) -> bytes:
    """The slides as an .odp, one page for each part, with what the speaker says as notes."""
    document = new_document("presentation", colophon, outline.paper.title, outline.paper.purpose)
    set_view(document, "styles.xml", "office/open-slides-styles.xml", colophon=colophon)
    body = document.body
    body.clear()
    for number, part in enumerate(outline.parts, 1):
        foot = _foot(document, colophon, is_last=number == len(outline.parts))
        body.append(_page(part, number, foot))
    return to_bytes(document)


def _page(part: OutlinePart, number: int, foot: list[Element]) -> Element:
    attributes = {"draw:name": f"page{number}", "draw:style-name": "slide", "draw:master-page-name": "Default"}
    page = node("draw:page", attributes)
    page.append(_frame("title", "Default-title", (18, 14, 302, 34), node("text:p", None, *_pieces(part.heading))))
    content = [child for block in part.blocks for child in _block(block)]
    page.append(_frame("outline", "Default-outline1", (18, 54, 302, 112), *content))
    for frame in foot:
        page.append(frame)
    if part.notes:
        notes = node("presentation:notes", {"draw:style-name": "slide"})
        lines = [node("text:p", None, *_pieces(line)) for block in part.notes for line in block.lines]
        notes.append(_frame("notes", "Default-notes", (20, 150, 170, 120), *lines))
        page.append(notes)
    return page


def _foot(document: Document, colophon: Colophon, *, is_last: bool) -> list[Element]:
    """Whose slides these are and which version; on the last one also the page that says whether they are current."""
    about = [f"{colophon.edition.programme}. {colophon.version}."]
    codes = code_frames(document, colophon, CODE_PLACE, CODE_ON_SLIDE) if is_last else []
    if codes:
        about.append(colophon.is_current)
    wide = 302 - (CODE_ON_SLIDE if codes else 0)
    return [_frame("", "Foot", (18, 174, wide, 10), node("text:p", None, " ".join(about))), *codes]


def _frame(role: str, style: str, box: tuple[int, int, int, int], *children: Element) -> Element:
    left, top, width, height = (f"{side}mm" for side in box)
    attributes = {
        "svg:x": left,
        "svg:y": top,
        "svg:width": width,
        "svg:height": height,
        "presentation:style-name": style,
    }
    if role:
        attributes["presentation:class"] = role
    else:
        attributes["draw:style-name"] = attributes.pop("presentation:style-name")
    return node("draw:frame", attributes, node("draw:text-box", None, *children))


def _block(block: Block) -> list[Element]:
    if block.kind == "list":
        items = [node("text:list-item", None, node("text:p", None, *_pieces(line))) for line in block.lines]
        return [node("text:list", {"text:style-name": "Bullets"}, *items)]
    return [node("text:p", None, *_pieces(line)) for line in block.lines]


def _pieces(line: Line) -> list[Element | str]:
    """The pieces of a line. A gap's class is its id: Impress has no placeholders, and a script fills it by that."""
    return [
        node("text:span", {"text:class-names": f"gap-{piece.id}"}, plain([piece])) if isinstance(piece, Gap) else piece
        for piece in line
    ]
