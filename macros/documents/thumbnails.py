"""Small pictures of the first page of each worksheet, all in one file: a list of them asks for one, not for thirty.

A page shows its part of the picture by an SVG's viewBox.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2
from PIL import Image

WIDTH = 160  # pixels of each page, as wide as it is shown
TALL, WIDE = 226, 113  # pixels: A4 standing and lying
GREYS = 4  # a worksheet is drawn in black, white and grey
COLUMN = 8  # pages below each other


@dataclass(frozen=True)
class Place:
    """Where one page stands in the picture, in pixels from its left and top."""

    x: int
    y: int
    height: int
    width: int = WIDTH


@dataclass(frozen=True)
class Thumbnails:
    """The places of all pages in the picture, by worksheet, and the picture's size in pixels."""

    places: dict[str, Place]
    width: int
    height: int


def arranged(wide: Mapping[str, bool]) -> Thumbnails:
    """Give each worksheet its place, in the order of ``wide``, which says whether its first page lies on its side."""
    places: dict[str, Place] = {}
    x = y = height = 0
    for number, (name, lies) in enumerate(wide.items()):
        if number and number % COLUMN == 0:
            x, y = x + WIDTH, 0
        places[name] = Place(x, y, WIDE if lies else TALL)
        y += places[name].height
        height = max(height, y)
    return Thumbnails(places, x + WIDTH, height)


def picture(pdfs: Mapping[str, bytes], pages: Thumbnails) -> bytes:
    """The picture as a WebP: of each of ``pdfs`` the first page, where ``pages`` has its place."""
    whole = Image.new("L", (pages.width, pages.height), 255)
    for name, place in pages.places.items():
        with pypdfium2.PdfDocument(pdfs[name]) as document:
            page = document[0]
            drawn = page.render(scale=2 * WIDTH / page.get_width(), may_draw_forms=False).to_pil().convert("L")
        whole.paste(drawn.resize((place.width, place.height), Image.Resampling.LANCZOS), (place.x, place.y))
    out = io.BytesIO()
    few = whole.quantize(GREYS, dither=Image.Dither.NONE).convert("RGB")
    few.save(out, "WEBP", lossless=True, method=6, quality=100)
    return out.getvalue()
