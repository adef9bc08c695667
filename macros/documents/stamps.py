"""What an edition has of its own in a document that all editions share, each drawn as a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import pikepdf

from macros.rendering.colophon import ANYWHERE, Colophon
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

LONGEST, TEXT_HIGH = 9000, 20  # pixels: of a page for a text
PLACE_HEIGHT = 1.25  # of a place for a text, in its letters


@dataclass(frozen=True)
class Stamp:
    """What goes into the places called ``name``: a ``text``, the ``picture`` at an address, or the ``code`` of one.

    Where there is both, the text stands beside the picture, its bold ``letters`` so many pixels high; any other is as
    high as its place. ``alt`` describes a picture where its place does not. A link round the place of a text leads to
    ``link``. ``wide`` and ``high``, in pixels, are those of its page.
    """

    name: str
    text: str = ""
    link: str = ""
    picture: str = ""
    code: str = ""
    alt: str = ""
    letters: float = 0
    wide: float = 0
    high: float = 0


Stamps = Mapping[str, Callable[[Colophon], Stamp]]
# By what a view calls their places. Only what a document has a place for is asked for.
STAMPS: Stamps = {
    "name": lambda colophon: Stamp("name", text=colophon.edition.running_title),
    "line": lambda colophon: Stamp("line", text=f"{colophon.edition.programme}. {colophon.version}."),
    "address": lambda colophon: Stamp("address", text=colophon.address, link=colophon.address),
    "logo": lambda colophon: Stamp("logo", picture=colophon.logo.as_uri(), alt=colophon.logo_alt),
    "code": lambda colophon: Stamp("code", code=colophon.current),
}


def for_place(stamp: Stamp, wide: float, high: float) -> Stamp:
    """``stamp`` as it is drawn for a place of this size, in pixels. A text is drawn once for places of all sizes."""
    if not stamp.text:
        return replace(stamp, wide=wide, high=high)
    return replace(stamp, wide=LONGEST, high=high if stamp.picture else TEXT_HIGH)


@lru_cache(maxsize=64)  # a name and a logo are the same in all documents, and an address in all forms of a worksheet
def drawn(stamp: Stamp, language: str) -> bytes:
    """A PDF with one page, the text or the picture of ``stamp``."""
    html = render(
        "stamp/edition-stamp.html",
        stamp=stamp,
        anywhere=ANYWHERE,
        letters=stamp.letters or stamp.high / PLACE_HEIGHT,
        line_height=PLACE_HEIGHT,
        language=language,
        fonts=FONTS_ADDRESS,
    )
    return to_pdf(html)


def length(page: pikepdf.Page) -> float:
    """How far, in points, the text of a stamp's ``page`` goes to the right. It is drawn as a link."""
    return max(float(link.Rect[2]) for link in page.obj.Annots)
