"""The name of an edition, put onto the pages of parts that were drawn without it.

So a part is the same for every edition whose words are the same, and drawn once for all of them. The name is a small
PDF of its own, with its own typeface, and is laid over each page: no letter of it can be missing in a part.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache

from pikepdf import Dictionary, Name, Page, Pdf

from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render

NAME = "/EditionName"
LAID_OVER = b"q /Artifact <</Type /Pagination>> BDC " + NAME.encode() + b" Do EMC Q"


@cache
def drawn_name(programme: str, language: str) -> bytes:
    """A page with nothing but the name of the programme, at the left of its foot. Drawn once in each process."""
    return to_pdf(render("book/edition-name.html", programme=programme, language=language, fonts=FONTS))


def stamp_name(whole: Pdf, pages: Iterable[Page], name: Pdf) -> None:
    """Lay the page of ``name`` over each of these ``pages`` of ``whole``: it belongs to no paragraph."""
    laid = whole.copy_foreign(name.pages[0].as_form_xobject())
    for page in pages:
        resources = page.obj.Resources
        resources.XObject = Dictionary({**dict(resources.get("/XObject", {}).items()), NAME: laid})
        page.contents_add(whole.make_stream(LAID_OVER))


def open_name(drawn: bytes) -> Pdf:
    """The small PDF, ready to be laid over pages."""
    name = Pdf.open(io.BytesIO(drawn))
    del name.pages[0].obj[Name.StructParents]  # it holds nothing that is read aloud
    return name
