"""Small pictures of the first page of each worksheet, all in one file: a list of them asks for one, not for thirty."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache

import pypdfium2
from PIL import Image

from macros.documents.thumbnail_places import THUMBNAIL_WIDTH, Thumbnails

GREYS = 4  # a worksheet is drawn in black, white and grey


def picture(pdfs: Mapping[str, bytes], pages: Thumbnails) -> bytes:
    """The picture as a WebP: of each of ``pdfs`` the first page, where ``pages`` has its place."""
    whole = Image.new("L", (pages.width, pages.height), 255)
    for name, place in pages.places.items():
        with pypdfium2.PdfDocument(pdfs[name]) as document:
            page = document[0]
            drawn = (
                page.render(scale=2 * THUMBNAIL_WIDTH / page.get_width(), may_draw_forms=False).to_pil().convert("L")
            )
        whole.paste(drawn.resize((place.width, place.height), Image.Resampling.LANCZOS), (place.x, place.y))
    out = io.BytesIO()
    few = whole.quantize(GREYS, dither=Image.Dither.NONE).convert("RGB")
    few.save(out, "WEBP", lossless=True, method=4, quality=100)  # 5 and 6 take a hundred times as long, for 70 bytes
    return out.getvalue()


def first_page_of(picture: bytes, name: str, pages: Thumbnails) -> bytes:
    """The first page of one worksheet out of the ``picture`` of them all, as a PNG of its own."""
    place = pages.places[name]
    part = _opened(picture).crop((place.x, place.y, place.x + place.width, place.y + place.height)).convert("L")
    out = io.BytesIO()
    part.quantize(GREYS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=1)
def _opened(picture: bytes) -> Image.Image:
    """The ``picture`` of all worksheets, unpacked once for all of them."""
    with Image.open(io.BytesIO(picture)) as whole:
        return whole.copy()
