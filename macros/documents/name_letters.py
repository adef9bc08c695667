"""Our typeface for the form of editions, which writes a council's name into finished PDFs in a reader's browser.

A finished PDF holds only the letters that it shows. So the neutral site carries one small file with all of them: two
fonts as a PDF takes them in, and for each letter its number and width.
"""

from __future__ import annotations

import base64
import io
import json
import unicodedata
import zlib
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from macros.paths import FONT_FILES

REGULAR = (
    "atkinson-hyperlegible-next-latin-400-normal.woff2",
    "atkinson-hyperlegible-next-latin-ext-400-normal.woff2",
)
LAST = 0x2122  # what lies behind is arrows and signs of money, which no name has
UNITS = 1000  # of a PDF, to the height of a letter


def draw() -> bytes:
    """The fonts, and where each letter of a name is in them, as JSON."""
    fonts: list[dict[str, Any]] = []
    letters: dict[str, list[float]] = {}
    for number, file in enumerate(REGULAR):
        font = _part_of(TTFont(FONT_FILES / file, recalcTimestamp=False), set(map(ord, letters)))
        scale = UNITS / font["head"].unitsPerEm
        for code, glyph in sorted(font.getBestCmap().items()):
            width = round(font["hmtx"][glyph][0] * scale, 2)
            letters[chr(code)] = [number, font.getGlyphID(glyph), width]
        fonts.append(_described(font, scale))
    return json.dumps({"fonts": fonts, "letters": letters}, ensure_ascii=False, separators=(",", ":")).encode()


def _part_of(font: TTFont, elsewhere: set[int]) -> TTFont:
    """The letters that names are written with and that no font before this one has."""
    wanted = {code for code in font.getBestCmap() if code <= LAST and unicodedata.category(chr(code))[0] != "C"}
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "meta", "name"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted - elsewhere)
    subsetter.subset(font)
    return font


def _described(font: TTFont, scale: float) -> dict[str, Any]:
    """The font's file, packed, and what a PDF says of it."""
    written = io.BytesIO()
    font.flavor = None
    font.save(written)
    head, heights = font["head"], font["OS/2"]
    return {
        "file": base64.b64encode(zlib.compress(written.getvalue(), 9)).decode(),
        "size": len(written.getvalue()),
        "box": [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "ascent": round(heights.sTypoAscender * scale),
        "descent": round(heights.sTypoDescender * scale),
        "capitals": round(heights.sCapHeight * scale),
    }
