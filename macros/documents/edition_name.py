"""The name of an edition, put onto the pages of parts that were drawn without it.

So a part is the same for every edition whose words are the same, and drawn once for all of them. The name is a small
PDF of its own, with its own typeface, and is laid over each page: no letter of it can be missing in a part.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import cache

from pikepdf import Dictionary, Page, Pdf

from macros.rendering.pdf import FONTS, to_pdf
from macros.rendering.views import render

NAME = "/EditionName"
TAGGED = re.compile(rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC")  # what begins a piece of text that is read aloud


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
        page.contents_add(whole.make_stream(b"q"), prepend=True)  # a page may leave its directions turned round
        page.contents_add(whole.make_stream(b"Q q %s Do Q" % NAME.encode()))


def open_name(drawn: bytes) -> Pdf:
    """The small PDF, ready to be laid over pages: nobody wants to hear it on each of them."""
    name = Pdf.open(io.BytesIO(drawn))
    page = name.pages[0]
    page.contents_coalesce()
    page.Contents = name.make_stream(TAGGED.sub(b"/Artifact BMC", page.Contents.read_bytes()))
    return name
