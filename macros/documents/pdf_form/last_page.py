"""How full the last page of a PDF is."""

from __future__ import annotations

import pypdfium2

MILLIMETRE = 72 / 25.4  # in points
HEAD, FOOT = 17, 19  # mm: the running lines
DARK = 160  # of 255: what is darker is ink
FULL_ENOUGH = 0.25


def page_fills(pdf: bytes) -> list[float]:
    """How far down each page its text goes, from 0 to 1, running lines left out."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_fill(page) for page in document]


def last_page_fill(pdf: bytes) -> float:
    """The same of the last page alone."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _fill(document[len(document) - 1])


def _fill(page: pypdfium2.PdfPage) -> float:
    image = page.render(scale=1, may_draw_forms=False).to_pil().convert("L")
    wide, high = image.size
    body = image.crop((0, int(HEAD * MILLIMETRE), wide, int(high - FOOT * MILLIMETRE)))
    box = body.point(lambda level: 255 if level < DARK else 0).getbbox()
    return float(box[3] / body.size[1]) if box else 0


def is_nearly_empty(pdf: bytes) -> bool:
    """Whether a page is turned for a line or two."""
    return len(pypdfium2.PdfDocument(pdf)) > 1 and last_page_fill(pdf) < FULL_ENOUGH
