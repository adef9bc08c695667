"""The page of a Word file: its size and margins, what runs at its top and foot, the logo, and the code of its age."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from macros.documents.word.oxml import add_page_number, add_picture, as_png, set_beside
from macros.rendering.colophon import Colophon
from macros.rendering.qr import QR_SIZE, qr_png

A4 = (Mm(210), Mm(297))
WORD_MARGIN = Mm(15)
LOGO_HEIGHT = Mm(10)


def set_up_page(document: Any, colophon: Colophon, *, wide: bool) -> int:
    """Prepare the empty ``document``; ``wide`` lays the paper on its side. Returns the width between the margins."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = A4[::-1] if wide else A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = WORD_MARGIN
    section.header_distance = section.footer_distance = Mm(8)
    running_lines(section, colophon)
    section.footer.add_paragraph(colophon.credit, "Table help")
    line = document.add_paragraph(style="Logo")
    add_picture(line, as_png(colophon.logo), colophon.logo_alt, LOGO_HEIGHT)
    add_code(line, colophon)
    return int(section.page_width) - 2 * int(WORD_MARGIN)


def add_code(paragraph: Paragraph, colophon: Colophon, *, beside: bool = False) -> None:
    """Add the code that leads to the page which says whether this copy is current; none where there is no address.

    ``beside`` sets it to the right of the paragraph's text, where it takes no line of its own.
    """
    if colophon.current:
        shape = add_picture(paragraph, qr_png(colophon.current), colophon.qr_alt, Mm(QR_SIZE))
        if beside:
            set_beside(shape)


def running_lines(section: Any, colophon: Colophon) -> None:
    """What stands at the top and at the foot of each page: whose it is, which version, where it is, its number."""
    header = section.header.paragraphs[0]
    header.text, header.style = colophon.edition.running_title, "Small"
    footer = section.footer.paragraphs[0]
    footer.text, footer.style = f"{colophon.version}. {colophon.address}  ", "Small"
    add_page_number(footer)
