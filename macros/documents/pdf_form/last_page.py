"""How full the pages of a PDF are, and which tables of a form leave a row alone on one."""

from __future__ import annotations

import io
from collections import defaultdict

import pikepdf
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


def last_rows_alone(pdf: bytes) -> list[str]:
    """The tables of a form that go on over pages and have one row alone on the last of these.

    A field of a table is called by the table, the row and the column.
    """
    rows: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages):
            for note in page.get("/Annots", pikepdf.Array()):
                table, _, place = _name(note).partition(".")
                row, _, column = place.partition(".")
                if column:
                    rows[table][number].add(row)
    return [table for table, pages in rows.items() if len(pages) > 1 and len(pages[max(pages)]) == 1]


def _name(field: pikepdf.Object | None) -> str:
    """The whole name of a field, with those of the fields above it."""
    names: list[str] = []
    while field is not None:
        names[:0] = [str(field["/T"])] if "/T" in field else []
        field = field.get("/Parent")
    return ".".join(names)
