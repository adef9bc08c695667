"""The list at the back of a book of all addresses that its pages name: a part of its own, which other edits leave."""

from __future__ import annotations

from dataclasses import dataclass

from macros.documents.back_matter import Address
from macros.documents.drawing import Drawing, Request
from macros.documents.free_lines import WHOLE, with_lines
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.page_numbers import NUMBER_PLACE
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.qr import qr_code
from macros.rendering.views import render

ADDRESS_LIST = "macros.documents.address_list"


@dataclass(frozen=True)
class AddressList:
    """The ``addresses`` of a book. ``live`` is the page of the site that lists all sources, if its address is known."""

    addresses: tuple[Address, ...]
    colophon: Colophon
    live: str = ""


def address_list_request(url: str, listed: AddressList) -> Request:
    """What draws the list of the book with this address."""
    drawn_from = (repr(listed.addresses), listed.colophon.fingerprint(), listed.live)
    return Request(f"addresses in {url}", ADDRESS_LIST, drawn_from, Drawing(ADDRESS_LIST, "draw", (listed,)).itself)


def draw(listed: AddressList) -> bytes:
    """The list as a PDF, with lines to write on below it."""
    html = render(
        "book/addresses.html",
        listed=listed,
        colophon=listed.colophon,
        t=listed.colophon.strings,
        qr=qr_code(listed.live) if listed.live else "",
        place=NUMBER_PLACE,
        fonts=FONTS_ADDRESS,
        css=(VIEWS / "print/book.css").as_uri(),
    )
    return with_lines(to_pdf(html), *WHOLE)
