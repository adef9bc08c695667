"""A paper as a Word file: real headings and lists, and a named content control for every gap."""

from __future__ import annotations

import io

from docx.document import Document as DocumentType
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from macros.core.archives import same_bytes
from macros.documents.word.oxml import add_picture, as_png, element
from macros.documents.word.package import new_document
from macros.documents.word.page import LOGO_HEIGHT, add_code, running_lines
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import Block, Gap, Line, PaperOutline, plain

PAPER_MARGIN = Mm(18)
CONTROL_LETTERS = 64  # letters of a control's title and tag that Word takes


def draw(outline: PaperOutline, colophon: Colophon) -> bytes:
    """The paper as a .docx whose gaps are content controls named by the gap's id."""
    words = colophon.strings["papers"]
    document = new_document(colophon, outline.paper.title, outline.paper.purpose)
    _page(document, colophon)
    alt = colophon.logo_alt
    add_picture(document.add_paragraph(style="Logo"), as_png(colophon.logo), alt, LOGO_HEIGHT)
    document.add_paragraph(outline.paper.title, "Title")
    if outline.paper.adviser:
        document.add_paragraph(outline.paper.adviser, "Help")
    if outline.subject:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{words['subject']}: ").bold = True
        _write(paragraph, outline.subject)
    for part in outline.parts:
        if part.heading:
            heading = document.add_heading(level=1)
            if part.timing:
                heading.add_run(f"{part.timing}: ")
            _write(heading, part.heading)
        if part.who:
            _write(document.add_paragraph(style="Small"), part.who)
        _blocks(document, part.blocks)
        if part.notes:
            document.add_paragraph(words["notes"], "Field label")
            _blocks(document, part.notes)
    document.paragraphs[-1].paragraph_format.keep_with_next = True  # so that no page is turned for the colophon alone
    last = document.add_paragraph(style="Colophon")
    add_code(last, colophon, beside=True)
    last.add_run(" ".join(filter(None, [colophon.credit, colophon.is_current])))
    out = io.BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())


def _page(document: DocumentType, colophon: Colophon) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = PAPER_MARGIN
    running_lines(section, colophon)


def _blocks(document: DocumentType, blocks: list[Block]) -> None:
    for block in blocks:
        style = "List Bullet" if block.kind == "list" else None
        for line in block.lines:
            _write(document.add_paragraph(style=style), line)


def _write(paragraph: Paragraph, line: Line) -> None:
    for piece in line:
        if isinstance(piece, Gap):
            _gap(paragraph, piece)
        else:
            paragraph.add_run(piece)


def _gap(paragraph: Paragraph, gap: Gap) -> None:
    """A control that shows the question until somebody writes there."""
    control, properties = element("sdt"), element("sdtPr")
    properties.append(element("alias", val=gap.prompt[:CONTROL_LETTERS]))
    properties.append(element("tag", val=gap.id[:CONTROL_LETTERS]))
    properties.append(element("showingPlcHdr"))
    properties.append(element("text"))
    content, run, face, words = element("sdtContent"), element("r"), element("rPr"), element("t")
    face.append(element("color", val="595959"))
    words.text = plain([gap])
    run.append(face)
    run.append(words)
    content.append(run)
    control.append(properties)
    control.append(content)
    paragraph._p.append(control)
