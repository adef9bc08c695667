"""The picture that is shown where somebody shares a link to the site: programme, council, colours and logo."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

from macros.core import colour
from macros.documents.share_meta import HEIGHT, WIDTH
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

# Pixels of the programme's letters: the largest at which all of it fits.
PROGRAMME_SIZES = (92, 78, 66, 56, 46, 38, 30, 24)
LARGEST_IMAGE = 60_000  # bytes: it is asked for again each time that somebody shares a link
COLOURS = (96, 32, 12)  # the most of them with which the picture is small enough


def share_picture(colophon: Colophon) -> bytes:
    """The picture as a PNG. The same edition gives the same bytes."""
    return _drawn(share_page(colophon))


def share_page(colophon: Colophon) -> bytes:
    """The picture as a PDF of one page, which holds every word whole however long the names are."""
    page = b""
    for size in PROGRAMME_SIZES:
        page = to_pdf(_html(colophon, size))
        with pypdfium2.PdfDocument(page) as document:
            if len(document) == 1:  # what does not fit would stand on another page
                break
    return page


def _html(colophon: Colophon, size: int) -> str:
    edition = colophon.edition
    tokens = colour.tokens(edition.look.primary, edition.look.accent, "light")
    return render(
        "book/share.html",
        t=colophon.strings,
        edition=edition,
        size=size,
        ink=tokens["on-primary"],
        fonts=FONTS_ADDRESS,
        logo=colophon.logo.as_uri(),
    )


def _drawn(page: bytes) -> bytes:
    with pypdfium2.PdfDocument(page) as document:
        drawn = document[0].render(scale=2 * WIDTH / document[0].get_width()).to_pil().convert("RGB")
    small = drawn.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    png = b""
    for colours in COLOURS:
        out = io.BytesIO()
        small.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        png = out.getvalue()
        if len(png) < LARGEST_IMAGE:
            break
    return png
