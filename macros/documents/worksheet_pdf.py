"""The PDF form: A4, tagged, every box a field with a name; room to write by hand."""

from __future__ import annotations

from macros.documents.answer_names import identity
from macros.models.worksheets import Worksheet
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render
from macros.rendering.worksheet_outline import Content, title
from macros.rendering.worksheet_view import WorksheetView


def draw(worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
    """The worksheet as a PDF to fill in, or with its example where ``filled``."""
    view = WorksheetView(worksheet, colophon.strings, filled, colophon.credit)
    html = render(
        "worksheet/worksheet-document.html",
        sheet=view,
        title=title(Content(worksheet, colophon.strings, filled)),
        colophon=colophon,
        is_example=filled,
        t=colophon.strings,
        fonts=FONTS,
        css=(VIEWS / "print/worksheet-paper.css").as_uri(),
        logo=colophon.logo.as_uri(),
    )
    return to_pdf(html, fillable=not filled, identity=identity(worksheet, colophon))
