"""Where the last page of a part stays free, it has lines to write on: paper is kept, and written on."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2

from macros.documents.pdf_form.last_page import DARK, FOOT, HEAD, MILLIMETRE

FREE = 0.62  # how full a page may be to get lines
BELOW, APART, ABOVE_FOOT = 16, 9, 20  # mm: from the text to the first line, between lines, and above the page's foot
Sides = tuple[float, float]
# From where to where lines go, in mm: on a left page and on a right one.
LINE_ENDS: tuple[Sides, Sides] = ((68, 192), (18, 142))
WHOLE: tuple[Sides, Sides] = ((22, 192), (22, 192))


def with_lines(pdf: bytes, left: Sides, right: Sides) -> bytes:
    """``pdf``, whose first page is a left one, with lines on what its last page leaves free."""
    fill = _fill(pdf, left, right)
    if fill > FREE:
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[-1]
        high = float(page.mediabox[3]) / MILLIMETRE
        start, end = left if len(document.pages) % 2 else right
        height = high - HEAD - fill * (high - HEAD - FOOT) - BELOW
        strokes = []
        while height > ABOVE_FOOT:
            x, y, to = (round(point * MILLIMETRE, 2) for point in (start, height, end))
            strokes.append(f"{x} {y} m {to} {y} l S")
            height -= APART
        drawn = f"/Artifact BMC q 0.4 w 0.3 G {' '.join(strokes)} Q EMC"
        page.contents_add(document.make_stream(b"q"), prepend=True)
        page.contents_add(document.make_stream(b"Q " + drawn.encode()))
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _fill(pdf: bytes, left: Sides, right: Sides) -> float:
    """How far down its column the text of the last page goes, from 0 to 1; notes and the tab are beside it."""
    with pypdfium2.PdfDocument(pdf) as document:
        start, end = left if len(document) % 2 else right
        image = document[len(document) - 1].render(scale=1, may_draw_forms=False).to_pil().convert("L")
    high = image.size[1]
    sides = (int(start * MILLIMETRE), int(HEAD * MILLIMETRE), int(end * MILLIMETRE), int(high - FOOT * MILLIMETRE))
    column = image.crop(sides)
    box = column.point(lambda level: 255 if level < DARK else 0).getbbox()
    return float(box[3] / column.size[1]) if box else 0
