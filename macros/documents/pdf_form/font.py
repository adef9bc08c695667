"""The font in which people type into a PDF: the whole of it, Latin and Latin Extended in one file.

The site has the typeface in two files, because a browser fetches the second one only where it is needed. A field of a
PDF has one font, and a letter that it lacks is lost in some viewers.
"""

from __future__ import annotations

import io
import logging
from functools import cache
from typing import TYPE_CHECKING

from macros.paths import FONT_STYLES

if TYPE_CHECKING:
    import pikepdf
    from fontTools.ttLib import TTFont

FACES = ("latin", "latin-ext")
FONT_FILE = "../fonts/atkinson-hyperlegible-next-{face}-400-normal.woff2"  # seen from the styles
# What a viewer that places letter after letter does not use, and what differs between the two files.
UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "gasp", "prep", "DSIG")
CMAP_BLOCK = 100  # letters that one block of a CMap may hold
PROSE = "The quick brown fox jumps over the lazy dog, and 12 people met in York on Monday. We wrote to each of them. "


@cache
def whole_font() -> TTFont:
    """The typeface as one font."""
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.WARNING)
    files = []
    for face in FACES:
        font = TTFont((FONT_STYLES.parent / FONT_FILE.format(face=face)).resolve(), recalcTimestamp=False)
        font.flavor = None
        for table in UNUSED_TABLES:
            if table in font:
                del font[table]
        file = io.BytesIO()
        font.save(file)
        file.seek(0)
        files.append(file)
    merged: TTFont = Merger().merge(files)
    merged.recalcTimestamp = False
    merged["head"].created = merged["head"].modified = 0  # a merged font says otherwise when it was made
    return merged


@cache
def file_of_font() -> bytes:
    """The font as a file."""
    out = io.BytesIO()
    whole_font().save(out)
    return out.getvalue()


def letters() -> frozenset[str]:
    """Every letter that the font has."""
    return frozenset(map(chr, whole_font().getBestCmap()))


def width(text: str) -> float:
    """How wide ``text`` is, in heights of a letter. One that the font lacks counts as wide as an "m"."""
    font = whole_font()
    names, widths = font.getBestCmap(), font["hmtx"]
    units: int = sum(widths[names.get(ord(letter), "m")][0] for letter in text)
    return units / int(font["head"].unitsPerEm)


@cache
def usual_width() -> float:
    """How wide a letter of English prose is, blanks counted, in heights of a letter."""
    return width(PROSE) / len(PROSE)


def embed(document: pikepdf.Pdf) -> pikepdf.Object:
    """Put the font into ``document``, and return the object by which fields call it."""
    import pikepdf

    font = whole_font()
    name = pikepdf.Name("/" + str(font["name"].getDebugName(6) or "Font"))
    per = 1000 / font["head"].unitsPerEm
    head, lines = font["head"], font["hhea"]
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=32,  # not a symbol
        FontBBox=[round(edge * per) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)],
        ItalicAngle=0,
        Ascent=round(lines.ascent * per),
        Descent=round(lines.descent * per),
        CapHeight=round(font["OS/2"].sCapHeight * per),
        StemV=80,
        FontFile2=document.make_indirect(pikepdf.Stream(document, file_of_font())),
    )
    glyphs = font.getBestCmap()
    widths: list[object] = []
    for code, glyph in sorted(glyphs.items()):
        widths += [code, [round(font["hmtx"][glyph][0] * per)]]
    inside = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=document.make_indirect(descriptor),
        DW=1000,
        W=widths,
        CIDToGIDMap=document.make_indirect(pikepdf.Stream(document, _places(font))),
    )
    return document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=name,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=[document.make_indirect(inside)],
            ToUnicode=document.make_indirect(pikepdf.Stream(document, _to_unicode(font))),
        )
    )


def _places(font: TTFont) -> bytes:
    """The number of each letter's glyph, two bytes for each code up to the last one.

    A letter goes by its own code. Were it to go by its glyph's number, PDFium would take the code of a letter that the
    font lacks for the number of another one's glyph, and draw that.
    """
    glyphs = font.getBestCmap()
    numbers = font.getReverseGlyphMap()
    return b"".join(numbers[glyphs.get(code, ".notdef")].to_bytes(2) for code in range(max(glyphs) + 1))


def _to_unicode(font: TTFont) -> bytes:
    """Says of each code that it is its own letter, as a CMap (PDF 1.7, 9.10.3): viewers look up what is typed in it."""
    codes = sorted(font.getBestCmap())
    blocks = []
    for start in range(0, len(codes), CMAP_BLOCK):
        block = codes[start : start + CMAP_BLOCK]
        lines = "\n".join(f"<{code:04x}> <{code:04x}>" for code in block)
        blocks.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar")
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
            *blocks,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode()
