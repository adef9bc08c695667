"""A small picture of a document's first page, so that a reader sees what a worksheet looks like before opening it."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

WIDTH = 320  # pixels: twice the width at which it is shown
GREYS = 16  # a worksheet is drawn in black, white and grey


def first_page(pdf: bytes) -> bytes:
    """The first page of ``pdf`` as a PNG in shades of grey; a wide page and a tall one get the same width."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        drawn = page.render(scale=2 * WIDTH / page.get_width(), may_draw_forms=False).to_pil()
    small = drawn.convert("L").resize((WIDTH, round(drawn.height / 2)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.quantize(GREYS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
