"""The list at the back of a book of all addresses that its pages name: a part of its own, which other edits leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from macros.core.cache import DocumentCache, kept_at
from macros.documents.back_matter import Address
from macros.documents.drawing import Drawing, Request
from macros.documents.edition_stamp import stamped
from macros.documents.free_lines import WHOLE, with_lines
from macros.paths import VIEWS
from macros.rendering.blank_pictures import blank_picture
from macros.rendering.colophon import Colophon
from macros.rendering.page_numbers import NUMBER_PLACE
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

ADDRESS_LIST = "macros.documents.address_list"


@dataclass(frozen=True)
class AddressList:
    """The ``addresses`` of a book. The address of ``colophon`` is the page of the site that lists all sources."""

    addresses: tuple[Address, ...]
    colophon: Colophon


def address_list_request(url: str, listed: AddressList, kept: DocumentCache) -> Request:
    """What draws the list of the book with this address; what all editions share of it is ``kept``."""
    text, colophon = repr(listed.addresses), listed.colophon
    shared = kept.place(ADDRESS_LIST, text, colophon.shared().fingerprint())
    drawing = Drawing(ADDRESS_LIST, "draw", (listed, shared))
    return Request(f"addresses in {url}", ADDRESS_LIST, (text, colophon.fingerprint()), drawing.itself)


def draw(listed: AddressList, shared: Path | None = None) -> bytes:
    """The list as a PDF, with lines to write on below it; ``shared`` is where what all editions share is kept."""
    colophon = replace(listed.colophon, current=listed.colophon.address)  # the code leads to the page itself
    return stamped(kept_at(shared, lambda: _shared(listed.addresses, colophon.shared())), colophon)


def _shared(addresses: tuple[Address, ...], colophon: Colophon) -> bytes:
    html = render(
        "book/addresses.html",
        addresses=addresses,
        colophon=colophon,
        t=colophon.strings,
        picture=blank_picture,
        place=NUMBER_PLACE,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/book.css").as_uri(),
    )
    return with_lines(to_pdf(html), *WHOLE)
