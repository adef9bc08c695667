"""Slides as a PowerPoint file: real titles, lists and notes, large enough for the back of a room."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Mm, Pt

from macros.core.archives import same_bytes
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import Gap, Line, OutlinePart, PaperOutline, plain
from macros.rendering.qr import qr_png

WIDE_SLIDE = (Mm(338.7), Mm(190.5))  # 16 to 9
TITLE_AND_CONTENT = 1  # the layout of that name in python-pptx's template
FONT = "Arial"
TITLE_SIZE, TEXT_SIZE, SMALL = Pt(30), Pt(26), Pt(12)
SLIDE_MARGIN = Mm(18)
CODE_ON_SLIDE, CODE_BELOW = Mm(20), Mm(4)  # the size of the code, and what is free under it
BOOKMARK = "bmk"  # ECMA-376 part 1, 21.1.2.3.9


def draw(outline: PaperOutline, colophon: Colophon) -> bytes:
    """The slides as a .pptx, one for each part, with what the speaker says as notes."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDE_SLIDE
    _properties(presentation, outline, colophon)
    for number, part in enumerate(outline.parts, 1):
        _slide(presentation, part, colophon, is_last=number == len(outline.parts))
    out = io.BytesIO()
    presentation.save(out)
    return same_bytes(out.getvalue())


def _properties(presentation: Any, outline: PaperOutline, colophon: Colophon) -> None:
    properties = presentation.core_properties
    properties.title, properties.subject = outline.paper.title, outline.paper.purpose
    properties.author = properties.last_modified_by = colophon.edition.publisher
    properties.language, properties.version = colophon.strings["site"]["language"], colophon.release.version
    properties.created = properties.modified = datetime.combine(colophon.release.day, time(12))
    properties.revision = 1


def _slide(presentation: Any, part: OutlinePart, colophon: Colophon, *, is_last: bool) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_CONTENT])
    width, height = WIDE_SLIDE
    inner = Emu(width - 2 * SLIDE_MARGIN)
    title, content = slide.shapes.title, slide.placeholders[1]
    title.left, title.top, title.width, title.height = SLIDE_MARGIN, Mm(14), inner, Mm(34)
    content.left, content.top, content.width, content.height = (
        SLIDE_MARGIN,
        Mm(54),
        inner,
        Emu(height - Mm(54) - Mm(24)),
    )
    _write(title.text_frame.paragraphs[0], part.heading)
    _look(title.text_frame, TITLE_SIZE, bold=True, colour=RGBColor.from_string(colophon.edition.look.primary[1:]))
    lines = [(line, block.kind == "list") for block in part.blocks for line in block.lines]
    frame = content.text_frame
    for at, (line, bullet) in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _write(paragraph, line)
        paragraph.space_after = Pt(10)
        if not bullet:
            paragraph._p.get_or_add_pPr().insert(0, paragraph._p.makeelement(qn("a:buNone"), {}))
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE  # what is filled in may be long
    _look(frame, TEXT_SIZE, bold=False, colour=RGBColor(0, 0, 0))
    _foot(slide, colophon, is_last=is_last)
    if part.notes:
        notes = slide.notes_slide.notes_text_frame
        for at, line in enumerate(line for block in part.notes for line in block.lines):
            _write(notes.paragraphs[0] if at == 0 else notes.add_paragraph(), line)


def _foot(slide: Any, colophon: Colophon, *, is_last: bool) -> None:
    """Whose slides these are and which version; on the last one also the page that says whether they are current."""
    width, height = WIDE_SLIDE
    inner = Emu(width - 2 * SLIDE_MARGIN)
    about = [f"{colophon.edition.programme}. {colophon.version}."]
    if is_last and colophon.current:
        about.append(colophon.is_current)
        code = slide.shapes.add_picture(
            io.BytesIO(qr_png(colophon.current)),
            Emu(width - SLIDE_MARGIN - CODE_ON_SLIDE),
            Emu(height - CODE_ON_SLIDE - CODE_BELOW),
            height=CODE_ON_SLIDE,
        )
        code.name = "QR"
        code._element.nvPicPr.cNvPr.set("descr", colophon.qr_alt)
        inner = Emu(inner - CODE_ON_SLIDE)
    foot = slide.shapes.add_textbox(SLIDE_MARGIN, Emu(height - Mm(16)), inner, Mm(10))
    foot.text_frame.text = " ".join(about)
    foot.text_frame.word_wrap = True
    _look(foot.text_frame, SMALL, bold=False, colour=RGBColor(0x40, 0x40, 0x40))


def _write(paragraph: Any, line: Line) -> None:
    """The pieces of a line. A gap is a run with the gap's id as its mark: a script fills it by that."""
    for piece in line:
        run = paragraph.add_run()
        run.text = plain([piece])
        if isinstance(piece, Gap):
            run._r.get_or_add_rPr().set(BOOKMARK, piece.id)


def _look(frame: Any, size: Pt, *, bold: bool, colour: RGBColor) -> None:
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.name, run.font.size, run.font.bold = FONT, size, bold
            run.font.color.rgb = colour
