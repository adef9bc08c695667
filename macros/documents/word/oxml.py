"""Parts of a Word file that python-docx has no call for, built from the WordprocessingML elements they are.

Element names and their order: ECMA-376 part 1, section 17.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Emu, Length
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from macros.rendering.pdf import to_pdf
from macros.rendering.views import render


def element(name: str, /, **attributes: str) -> Any:
    """``<w:name w:attribute="…"/>``."""
    created = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        created.set(qn(f"w:{key}"), value)
    return created


def add_bookmark(paragraph: Paragraph, number: int, name: str, text: str | None = None) -> None:
    """Add a bookmark, round ``text`` in bold where it is given; each of a file has another ``number``."""
    paragraph._p.append(element("bookmarkStart", id=str(number), name=name))
    if text is not None:
        paragraph.add_run(text).bold = True
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def repeat_header(row: _Row) -> None:
    """Print the row again at the top of each page, and do not break it."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("tblHeader"))
    keep_whole(row)


def keep_whole(row: _Row) -> None:
    """Do not break the row between two pages."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def set_widths(table: Table, shares: list[int], width: int) -> None:
    """Give the columns their shares of the page, which is ``width`` wide (in EMU) between its margins.

    In parts of a hundred, so that the table still fits when somebody puts the sheet into a report.
    """
    table.autofit = False
    total = sum(shares)
    _in_percent(table._tbl.tblPr, "tblW", 1)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(width * share // total)
    for row in table.rows:
        for cell, share in zip(row._tr.tc_lst, shares, strict=True):
            _in_percent(cell.get_or_add_tcPr(), "tcW", share / total)


def _in_percent(properties: Any, name: str, part: float) -> None:
    width = properties.find(qn(f"w:{name}"))
    if width is None:
        width = element(name)
        properties.insert(0, width)
    width.set(qn("w:type"), "pct")
    width.set(qn("w:w"), str(round(5000 * part)))  # fiftieths of a hundredth


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


def add_picture(paragraph: Paragraph, picture: bytes, alt: str, height: Length) -> InlineShape:
    """Add a picture, a PNG, with its description. Returns the shape that stands in the text as a letter does."""
    shape: InlineShape = paragraph.add_run().add_picture(io.BytesIO(picture), height=height)
    shape._inline.docPr.set("descr", alt)
    return shape


def set_beside(shape: InlineShape) -> None:
    """Set a picture to the right margin, from the top of its paragraph on; text goes on to the left of it.

    ECMA-376 part 1, 20.4.2.3.
    """
    inline = shape._inline
    anchor = parse_xml(render("office/word-anchor.xml"))
    for child in list(inline):
        if child.tag.endswith("}extent"):
            anchor.insert(list(anchor).index(anchor.find(qn("wp:wrapSquare"))), child)
        else:
            anchor.append(child)
    inline.getparent().replace(inline, anchor)


def as_png(picture: Path) -> bytes:
    """An SVG, PNG or JPEG as a PNG with a height of about 300 pixels. Word takes no SVG by itself.

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
