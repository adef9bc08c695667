"""What an edition has of its own in a document that all editions share, each drawn as a page as large as its place."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pikepdf

from macros.rendering.colophon import ANYWHERE, Colophon
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

POINTS = 0.75  # to one pixel of CSS
PLACE_HEIGHT = 1.25  # of a place for a text, in its letters


@dataclass(frozen=True)
class Stamp:
    """What goes into the places called ``name``: a ``text``, or the ``picture`` at an address.

    ``alt`` describes a picture where its place does not. A link round the place of a text leads to ``link``. ``wide``
    and ``high``, in pixels, are those of its places.
    """

    name: str
    text: str = ""
    link: str = ""
    picture: str = ""
    alt: str = ""
    wide: float = 0
    high: float = 0


# By what a view calls their places. Only what a document has a place for is asked for.
STAMPS: dict[str, Callable[[Colophon], Stamp]] = {
    "name": lambda colophon: Stamp("name", text=colophon.edition.running_title),
    "line": lambda colophon: Stamp("line", text=f"{colophon.edition.programme}. {colophon.version}."),
    "address": lambda colophon: Stamp("address", text=colophon.address, link=colophon.address),
    "logo": lambda colophon: Stamp("logo", picture=colophon.logo.as_uri(), alt=colophon.logo_alt),
    "code": lambda colophon: Stamp("code", picture=colophon.qr),
}


@lru_cache(maxsize=4)  # a worksheet and its example have the same
def drawn(stamps: tuple[Stamp, ...], title: str, language: str) -> bytes:
    """A PDF with a page for each of ``stamps``; where a text is longer than its place, the page is wider."""
    pdf = _pages(stamps, title, language)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        lengths = [length(page) / POINTS for page in document.pages]
    wider = tuple(replace(stamp, wide=max(stamp.wide, wide)) for stamp, wide in zip(stamps, lengths, strict=True))
    return pdf if wider == stamps else _pages(wider, title, language)


def length(page: pikepdf.Page) -> float:
    """How far, in points, the text of a stamp's ``page`` goes to the right; 0 for a picture. It is drawn as a link."""
    return max((float(link.Rect[2]) for link in page.obj.get("/Annots", ())), default=0)


def _pages(stamps: Sequence[Stamp], title: str, language: str) -> bytes:
    html = render(
        "stamp/edition-stamp.html",
        stamps=stamps,
        anywhere=ANYWHERE,
        line_height=PLACE_HEIGHT,
        language=language,
        title=title,
        fonts=FONTS_ADDRESS,
    )
    return to_pdf(html)
