"""Where the last page of a part stays free, it has lines to write on: paper is kept, and written on."""

from __future__ import annotations

import io

import pikepdf

from macros.documents.pdf_form.last_page import FOOT, HEAD, MILLIMETRE, last_page_fill

FREE = 0.62  # how full a page may be to get lines
BELOW, APART, ABOVE_FOOT = 16, 9, 20  # mm: from the text to the first line, between lines, and above the page's foot
Sides = tuple[float, float]
# From where to where lines go, in mm: on a left page and on a right one.
COLUMN: tuple[Sides, Sides] = ((68, 192), (18, 142))
WHOLE: tuple[Sides, Sides] = ((22, 192), (22, 192))


def with_lines(pdf: bytes, left: Sides, right: Sides) -> bytes:
    """``pdf``, whose first page is a left one, with lines on what its last page leaves free."""
    fill = last_page_fill(pdf)
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
