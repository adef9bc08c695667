"""The PDF form: A4, tagged, every box a field with a name; room to write by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from macros.documents.answer_names import identity
from macros.documents.pdf_form.fields import complete_fields
from macros.documents.pdf_form.last_page import is_nearly_empty
from macros.models.worksheets import Worksheet
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render
from macros.rendering.worksheet_outline import Content, title
from macros.rendering.worksheet_view import WorksheetView

if TYPE_CHECKING:
    import pikepdf


LOW, MIDDLE, HIGH = 5.6, 7, 9  # mm: how high a line of a short form may be
ROOMS = (1, 1.08, 1.16, 1.25, 1.35)  # how much higher boxes and lines may be drawn


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The worksheet as a PDF to fill in, or with its example where ``filled``.

    At its end stands a line for where to send it, unless that would cost a page. Where a line or two would stand alone
    on the last page, all boxes get more room, until more stands there.
    """
    if not filled and not worksheet.for_residents:
        with_line = _drawn(worksheet, colophon, filled, 1, send_back=True)
        if not is_nearly_empty(with_line):
            return with_line
    first = b""
    for room in ROOMS:
        pdf = _drawn(worksheet, colophon, filled, room)
        if not is_nearly_empty(pdf):
            return pdf
        first = first or pdf
    return first


def draw_short(worksheet: Worksheet, colophon: Colophon, _filled: bool) -> bytes:
    """The worksheet with its labels alone, for who knows it: on one page where it can be, else on as few as it can be.

    Its lines are only as low as saves a page.
    """
    pdf = _drawn(worksheet, colophon, False, 1, row=MIDDLE)
    pages = _pages(pdf)
    other = _drawn(worksheet, colophon, False, 1, row=HIGH if pages == 1 else LOW, at_most=max(1, pages - 1))
    return other or pdf


def _pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def _drawn(
    worksheet: Worksheet,
    colophon: Colophon,
    filled: bool,
    room: float,
    *,
    send_back: bool = False,
    row: float | None = None,
    at_most: int = 0,
) -> bytes:
    """``row`` is given for a short form: the height of its lines in millimetres. ``at_most``: as of ``to_pdf``."""
    view = WorksheetView(worksheet, colophon.strings, filled, colophon.credit, short=row is not None)
    name, words = title(Content(worksheet, colophon.strings, filled)), colophon.strings["documents"]
    short = words["short_title"].format(title=name)
    html = render(
        "worksheet/worksheet-document.html",
        sheet=view,
        title=short if row else name,
        file_title=short if row else name if filled else words["sheet_title"].format(title=name),
        colophon=colophon,
        is_example=filled,
        room=room,
        row=row,
        send_back=send_back,
        t=colophon.strings,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/worksheet-paper.css").as_uri(),
        logo=colophon.logo.as_uri(),
    )
    about = identity(worksheet, colophon)

    def finish(document: pikepdf.Pdf) -> None:
        for key, value in about.items():
            document.docinfo[f"/{key}"] = value
        complete_fields(document, words["room_for"])

    return to_pdf(html, fillable=not filled, at_most=at_most, finish=finish)
