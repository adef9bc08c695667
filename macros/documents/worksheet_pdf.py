"""The PDF form: A4, tagged, every box a field with a name; room to write by hand."""

from __future__ import annotations

from macros.models.worksheets import Worksheet
from macros.paths import VIEWS
from macros.rendering.colophon import Imprint
from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render
from macros.rendering.worksheet_view import Drawn


def draw(worksheet: Worksheet, imprint: Imprint, filled: bool) -> bytes:
    """The worksheet as a PDF to fill in, or with its example where ``filled``."""
    words = imprint.strings["documents"]
    title = words["example_title"].format(title=worksheet.title) if filled else worksheet.title
    html = render(
        "worksheet/worksheet-document.html",
        sheet=Drawn(worksheet, imprint.strings),
        title=title,
        imprint=imprint,
        is_example=filled,
        t=imprint.strings,
        fonts=FONTS,
        css=(VIEWS / "print/worksheet-paper.css").as_uri(),
        logo=imprint.logo.as_uri(),
    )
    return to_pdf(html, fillable=not filled)
