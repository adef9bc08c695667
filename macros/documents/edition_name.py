"""The name of an edition, put onto the pages of parts that were drawn without it.

So a part is the same for every edition whose words are the same, and drawn once for all of them. The name is a small
PDF of its own, with its own typeface, and is laid over each page: no letter of it can be missing in a part. It is a
line in the margin, which nobody hears on each page: :mod:`macros.rendering.pdf_tags`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pikepdf import Dictionary, Page, Pdf

from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

NAME_KEY = "/EditionName"


@cache
def drawn_name(programme: str, language: str) -> bytes:
    """A page with nothing but the name of the programme, at the left of its foot. Drawn once in each process."""
    return to_pdf(render("book/edition-name.html", programme=programme, language=language, fonts=FONTS_ADDRESS))


def stamp_name(whole: Pdf, pages: Iterable[Page], name: Pdf) -> None:
    """Lay the page of ``name`` over each of these ``pages`` of ``whole``: it belongs to no paragraph."""
    laid = whole.copy_foreign(name.pages[0].as_form_xobject())
    for page in pages:
        resources = page.obj.Resources
        resources.XObject = Dictionary({**dict(resources.get("/XObject", {}).items()), NAME_KEY: laid})
        page.contents_add(whole.make_stream(b"q"), prepend=True)  # a page may leave its directions turned round
        page.contents_add(whole.make_stream(b"Q q /Artifact <</Type /Pagination>> BDC %s Do EMC Q" % NAME_KEY.encode()))
