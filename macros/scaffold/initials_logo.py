"""A neutral mark for an edition that has no logo yet: initials on its colour.

They are drawn as shapes, so that they look the same on every machine, in the browser, in PDF and in Word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from macros.paths import FONT_FILES
from macros.rendering.views import render

BOLD_FONTS = (
    "atkinson-hyperlegible-next-latin-700-normal.woff2",
    "atkinson-hyperlegible-next-latin-ext-700-normal.woff2",
)
SIDE, WIDEST, TALLEST = 64.0, 46.0, 30.0  # of the square, and of the letters in it


@dataclass(frozen=True)
class Glyph:
    """A letter as our typeface draws it, in the font's own units."""

    font: TTFont
    name: str

    @property
    def width(self) -> float:
        """How far it moves the next letter."""
        return float(self.font["hmtx"][self.name][0])

    @property
    def height(self) -> float:
        """How far it stands above the line."""
        pen = BoundsPen(self.font.getGlyphSet())
        self.font.getGlyphSet()[self.name].draw(pen)
        return float(pen.bounds[3]) if pen.bounds else 0.0

    def path(self, scale: float, x: float, y: float) -> str:
        """The outline as an SVG path whose line begins at ``x``, ``y``."""
        glyphs = self.font.getGlyphSet()
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
        glyphs[self.name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        return str(pen.getCommands())


def letter_shape(letter: str) -> tuple[float, float, str] | None:
    """Width, height and outline of a letter in the font's own units, as SVG counts them; None where there is none."""
    glyph = _glyph(letter)
    return (glyph.width, glyph.height, glyph.path(1, 0, 0)) if glyph else None


def mark(letters: str, colour: str, name: str) -> str:
    """An SVG of ``letters`` in white on ``colour`` (``#rrggbb``); ``name`` is what it is a mark of.

    Letters that our typeface does not have are left out; where none is left, the mark is a ring.
    """
    glyphs = [glyph for letter in letters if (glyph := _glyph(letter))]
    width, height = sum(glyph.width for glyph in glyphs), max((glyph.height for glyph in glyphs), default=0.0)
    scale = min(WIDEST / width, TALLEST / height) if width and height else 0.0
    x, paths = (SIDE - width * scale) / 2, []
    for glyph in glyphs:
        paths.append(glyph.path(scale, x, (SIDE + height * scale) / 2))
        x += glyph.width * scale
    return render("scaffold/mark.svg", name=name, colour=colour, paths=paths) + "\n"


@cache
def _font(file: str) -> TTFont:
    return TTFont(FONT_FILES / file)


def _glyph(letter: str) -> Glyph | None:
    for file in BOLD_FONTS:
        font = _font(file)
        if name := font.getBestCmap().get(ord(letter)):
            return Glyph(font, name)
    return None
