"""The PDF form: A4, tagged, every box a field with a name; room to write by hand.

It is drawn once for every edition with the same words, with places for what is an edition's own, which is stamped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from macros.core.cache import kept_at
from macros.documents.answer_names import identity
from macros.documents.edition_stamp import stamped
from macros.documents.pdf_form.fields import complete_fields
from macros.documents.pdf_form.last_page import is_nearly_empty, last_rows_alone, page_fills
from macros.models.worksheets import Worksheet
from macros.paths import VIEWS
from macros.rendering.blank_pictures import blank_picture
from macros.rendering.colophon import PUBLISHER, Colophon
from macros.rendering.pdf import FONTS_ADDRESS, lay_out, to_pdf
from macros.rendering.views import render
from macros.rendering.worksheet_outline import Content, title
from macros.rendering.worksheet_view import WorksheetView

if TYPE_CHECKING:
    import pikepdf


LOW, MIDDLE, HIGH = 5.6, 7, 9  # mm: how high a line of a short form may be
MORE = (HIGH, 10.5, 12)  # mm: and where its last page would be nearly empty
ROOMS = (1, 1.08, 1.16, 1.25, 1.35)  # how much higher boxes and lines may be drawn
ROWS = (1.35, 1.15)  # how much higher the rows of a page that lies may be, on as many pages
TIGHT = 0.97  # how high they may be where the last row of a table would else begin a page alone
LOOSE = 0.75  # how full every page has to be for its rows to stay as they are


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool, shared: Path | None = None) -> bytes:
    """The worksheet as a PDF to fill in, or with its example where ``filled``.

    ``shared`` is where what all editions share of it is kept, if it is.
    """
    pdf = kept_at(shared, lambda: _roomy(worksheet, colophon.shared(), filled))
    return stamped(pdf, colophon, identity(worksheet, colophon))


def draw_short(worksheet: Worksheet, colophon: Colophon, _filled: bool, shared: Path | None = None) -> bytes:
    """The worksheet with its labels alone, for who knows it; ``shared`` as of :func:`draw`."""
    pdf = kept_at(shared, lambda: _short(worksheet, colophon.shared()))
    return stamped(pdf, colophon, identity(worksheet, colophon))


def _roomy(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The form as all editions share it.

    At its end stands a line for where to send it, unless that would cost a page. Where a line or two would stand alone
    on the last page, all boxes get more room, until more stands there.
    """
    if not filled and not worksheet.for_residents:
        with_line = _drawn(worksheet, colophon, filled, 1, send_back=True)
        if not is_nearly_empty(with_line):
            return _higher(with_line, worksheet, colophon)
    first = b""
    for room in ROOMS:
        pdf = _drawn(worksheet, colophon, filled, room)
        if not is_nearly_empty(pdf):
            return pdf
        first = first or pdf
    return first


def _higher(pdf: bytes, worksheet: Worksheet, colophon: Colophon) -> bytes:
    """``pdf`` with higher rows, where its pages lie and have room for them.

    Where a page would begin with the last row of a table, the row before it goes along, if that takes no more pages.
    """
    if worksheet.orientation != "landscape":
        return pdf
    fills = page_fills(pdf)
    rooms = (*ROWS, 1) if min(fills) < LOOSE else (1,)

    def drawn(room: float, *, is_kept: bool) -> bytes:
        if room == 1 and not is_kept:
            return pdf
        return _drawn(worksheet, colophon, False, room, send_back=True, is_kept=is_kept, at_most=len(fills))

    chosen = next(other for room in rooms if (other := drawn(room, is_kept=False)))
    if not last_rows_alone(chosen):
        return chosen
    return next((other for room in (*rooms, TIGHT) if (other := drawn(room, is_kept=True))), chosen)


def _short(worksheet: Worksheet, colophon: Colophon) -> bytes:
    """The short form as all editions share it: on one page where it can be, else on as few as it can be.

    Its lines are only as low as saves a page.
    """
    laid_out = lay_out(_html(worksheet, colophon, False, 1, row=MIDDLE), fillable=True)
    pages = laid_out.pages
    other = lay_out(_html(worksheet, colophon, False, 1, row=HIGH if pages == 1 else LOW), fillable=True)
    chosen = other if other.pages <= max(1, pages - 1) else laid_out
    pdf = chosen.to_pdf(finish=_finisher(colophon))
    for row in MORE if is_nearly_empty(pdf) else ():  # room to write in place of a page with a line on it
        higher = _drawn(worksheet, colophon, False, 1, row=row, at_most=pages)
        if higher and not is_nearly_empty(higher):
            return higher
    return pdf


def _drawn(
    worksheet: Worksheet,
    colophon: Colophon,
    filled: bool,
    room: float,
    *,
    send_back: bool = False,
    row: float | None = None,
    is_kept: bool = False,
    at_most: int = 0,
) -> bytes:
    """``at_most``: as of ``to_pdf``; the rest as of :func:`_html`."""
    html = _html(worksheet, colophon, filled, room, send_back=send_back, row=row, is_kept=is_kept)
    return to_pdf(html, fillable=not filled, at_most=at_most, finish=_finisher(colophon))


def _html(
    worksheet: Worksheet,
    colophon: Colophon,
    filled: bool,
    room: float,
    *,
    send_back: bool = False,
    row: float | None = None,
    is_kept: bool = False,
) -> str:
    """``row`` is given for a short form: the height of its lines in millimetres.

    ``is_kept`` keeps the last two rows of each table on one page.
    """
    view = WorksheetView(worksheet, colophon.strings, filled, colophon.credit, short=row is not None)
    name, words = title(Content(worksheet, colophon.strings, filled)), colophon.strings["documents"]
    short = words["short_title"].format(title=name)
    return render(
        "worksheet/worksheet-document.html",
        sheet=view,
        title=short if row else name,
        file_title=short if row else name if filled else words["sheet_title"].format(title=name),
        colophon=colophon,
        is_example=filled,
        room=room,
        row=row,
        send_back=send_back,
        is_kept=is_kept,
        t=colophon.strings,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/worksheet-paper.css").as_uri(),
        publisher=PUBLISHER,
        place=blank_picture,
    )


def _finisher(colophon: Colophon) -> Callable[[pikepdf.Pdf], None]:
    """What completes the drawn document: its fields."""
    return partial(complete_fields, limit=colophon.strings["documents"]["room_for"])
