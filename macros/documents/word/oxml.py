"""Parts of a Word file that python-docx has no call for, built from the WordprocessingML elements they are.

Element names and their order: ECMA-376 part 1, section 17.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Length, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from macros.rendering.pdf import to_pdf
from macros.rendering.views import render

FONT = "Arial"  # the one face made for screens and print that every council laptop has
BLACK = RGBColor(0, 0, 0)


def element(name: str, /, **attributes: str) -> Any:
    """``<w:name w:attribute="…"/>``."""
    created = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        created.set(qn(f"w:{key}"), value)
    return created


def prepare_styles(document: DocumentType, language: str) -> None:
    """Set the document's language and its styles: all looks are in styles, none on a paragraph by hand."""
    styles = document.styles
    # python-docx looks through all styles for each paragraph, which took half of a document's time.
    document.part.get_style_id = cache(document.part.get_style_id)  # type: ignore[method-assign]
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for language_element in styles.element.iter(qn("w:lang")):
        language_element.set(qn("w:val"), language)
    for zoom in document.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")  # python-docx leaves out what the schema asks for
    for language_element in document.settings.element.iter(qn("w:themeFontLang")):
        language_element.set(qn("w:val"), language)
    normal.paragraph_format.space_after = Pt(4)
    for name, points in (("Title", 22), ("Heading 1", 14), ("Subtitle", 12)):
        _plain(styles[name], points, bold=name != "Subtitle")
    border = styles["Title"].element.find(f"./{qn('w:pPr')}/{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)
    styles["Heading 1"].paragraph_format.space_before = Pt(14)
    for name, points, bold in (
        ("Logo", 11, False),
        ("Small", 9, False),
        ("Help", 10, False),
        ("Field label", 11, True),
        ("Answer", 11, False),
        ("Table head", 10, True),
        ("Table help", 8, False),
        ("Table cell", 10, False),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _plain(style, points, bold)
        style.paragraph_format.space_after = Pt(2)
    styles["Logo"].paragraph_format.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
    styles["Field label"].paragraph_format.space_before = Pt(8)
    for name in ("Field label", "Help", "Table head"):
        styles[name].paragraph_format.keep_with_next = True
    _boxed(styles["Answer"])


def add_right_style(document: DocumentType, name: str, base: str) -> None:
    """Add a style like ``base`` whose text stands on the right."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    style.paragraph_format.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT


def bookmark(paragraph: Paragraph, number: int, name: str, text: str) -> None:
    """Add ``text``, in bold, with a bookmark round it; ``number`` is another one for each bookmark of the file."""
    paragraph._p.append(element("bookmarkStart", id=str(number), name=name))
    paragraph.add_run(text).bold = True
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def _plain(style: Any, points: int, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(points), bold
    style.font.italic, style.font.color.rgb = False, BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _boxed(style: Any) -> None:
    """A line all round, so that an answer has a place on paper too."""
    style.paragraph_format.space_after = Pt(6)
    borders = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(side, val="single", sz="6", space="4", color="000000"))
    properties = style.element.get_or_add_pPr()
    keep_next = properties.find(qn("w:keepNext"))
    properties.insert(0 if keep_next is None else 1, borders)


def repeat_header(row: _Row) -> None:
    """Print the row again at the top of each page, and do not break it."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("tblHeader"))
    keep_whole(row)


def keep_whole(row: _Row) -> None:
    """Do not break the row between two pages."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def set_widths(table: Table, widths: list[int]) -> None:
    """Fix the columns' widths (in EMU): Word and LibreOffice then agree."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(width)


def add_page_number(paragraph: Paragraph) -> None:
    """Add "3 / 7", which Word works out."""
    for at, name in enumerate(("PAGE", "NUMPAGES")):
        if at:
            paragraph.add_run(" / ")
        field = element("fldSimple", instr=name)
        run, text = element("r"), element("t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)


def add_picture(paragraph: Paragraph, picture: Path, alt: str, height: Length) -> None:
    """Add a picture with its description. Word takes no SVG by itself, so one is drawn as a PNG."""
    shape = paragraph.add_run().add_picture(io.BytesIO(as_png(picture)), height=height)
    shape._inline.docPr.set("descr", alt)


def as_png(picture: Path) -> bytes:
    """An SVG, PNG or JPEG as a PNG with a height of about 300 pixels.

    The same logo stands in every document, so it is drawn once, until its file changes.
    """
    return _png_of(picture, picture.stat().st_mtime_ns)


@cache
def _png_of(picture: Path, _changed: int) -> bytes:
    page = pypdfium2.PdfDocument(to_pdf(render("office/logo.html", logo=picture.as_uri())))[0]
    image = page.render(scale=4, fill_color=(255, 255, 255, 255)).to_pil()
    box = image.convert("L").point(lambda level: 255 if level < 250 else 0).getbbox()
    out = io.BytesIO()
    image.crop(box).save(out, "PNG", optimize=True)
    return out.getvalue()
