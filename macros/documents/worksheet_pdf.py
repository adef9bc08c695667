"""The PDF form: A4, tagged, every box a field with a name; room to write by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.documents.answer_names import identity
from macros.documents.pdf_form.fields import complete_fields
from macros.documents.pdf_form.last_page import is_nearly_empty
from macros.models.worksheets import Worksheet
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render
from macros.rendering.worksheet_outline import Content, title
from macros.rendering.worksheet_view import WorksheetView

if TYPE_CHECKING:
    import pikepdf


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


def _drawn(worksheet: Worksheet, colophon: Colophon, filled: bool, room: float, *, send_back: bool = False) -> bytes:
    view = WorksheetView(worksheet, colophon.strings, filled, colophon.credit)
    html = render(
        "worksheet/worksheet-document.html",
        sheet=view,
        title=title(Content(worksheet, colophon.strings, filled)),
        colophon=colophon,
        is_example=filled,
        room=room,
        send_back=send_back,
        t=colophon.strings,
        fonts=FONTS,
        css=(VIEWS / "print/worksheet-paper.css").as_uri(),
        logo=colophon.logo.as_uri(),
    )
    about = identity(worksheet, colophon)

    def finish(document: pikepdf.Pdf) -> None:
        for key, value in about.items():
            document.docinfo[f"/{key}"] = value
        complete_fields(document, colophon.strings["documents"]["room_for"])

    return to_pdf(html, fillable=not filled, finish=finish)
