"""What is an edition's own, put into a document that was drawn with places for it: its name, logo, code and address.

So what no council changes is drawn once for all of them. The stamp is a small PDF with a page for each place, as large
as that is. A page goes into its place as a whole, with its own typeface: no letter of a name can be missing.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Array, Name, Pdf, String

from macros.rendering.colophon import Colophon
from macros.rendering.edition_places import ANYWHERE, PUBLISHER, image_sum, place, sum_in
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

POINTS = 0.75  # to one pixel of CSS
LINE_HEIGHT = 1.25  # of a place for a text, in its letters
# How WeasyPrint draws an image: the number of its tag, if it has one, its width and height in pixels, and its key.
DRAWN = re.compile(
    rb"(?:/Figure\n<</MCID (\d+)>>\nBDC\n)?q\n/a1 gs\n[^\n]* cm\nq\n([\d.]+) 0 0 -([\d.]+) 0 [\d.]+ cm\n(/i\w+) Do\n"
)
MARKS = re.compile(rb"/\w+\n(?:<<[^>]*>>\n)?(?:BDC|BMC)\n|EMC\n")  # of a stamp, whose place is marked already


@dataclass(frozen=True)
class Stamp:
    """What goes into the places called ``name``: a ``text``, or the ``picture`` at an address; ``alt`` describes it.

    A link round the place of a text leads to ``link``. ``wide`` and ``high``, in pixels, are those of its places.
    """

    name: str
    text: str = ""
    link: str = ""
    picture: str = ""
    alt: str = ""
    wide: float = 0
    high: float = 0


@dataclass(frozen=True)
class Place:
    """Where a document has a place: its page, the key of its image there, and the number of its tag, if it has one."""

    page: Any
    key: str
    tag: int | None


# What there are places for, by what a view calls them. Only what a document has a place for is asked for.
STAMPS: dict[str, Callable[[Colophon], Stamp]] = {
    "name": lambda own: Stamp("name", text=own.edition.running_title),
    "line": lambda own: Stamp("line", text=f"{own.edition.programme}. {own.version}."),
    "address": lambda own: Stamp("address", text=own.address, link=own.address),
    "logo": lambda own: Stamp("logo", picture=own.logo.as_uri(), alt=own.logo_alt),
    "code": lambda own: Stamp("code", picture=own.qr, alt=own.qr_alt),
}


def stamped(pdf: bytes, colophon: Colophon, about: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """``pdf``, which has places, as the edition's own; ``about`` is what the file says of itself, by key."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        places, sized = _places_in(document, colophon)
        with Pdf.open(io.BytesIO(_drawn(sized, colophon))) as drawn:
            for stamp, source in zip(sized, drawn.pages, strict=True):
                form = _form(document, source)
                for each in places[stamp.name]:
                    each.page.Resources.XObject[each.key] = form
                    if each.tag is not None:
                        _describe(_element(document, each.page, each.tag), stamp)
                        _lead_on(each.page, stamp, _shown(source))
        _say(document, colophon.edition.publisher, about)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _places_in(document: Pdf, colophon: Colophon) -> tuple[dict[str, list[Place]], list[Stamp]]:
    """The places of ``document`` by their names, and the stamps that it has places for, as large as these."""
    names = {image_sum(place(name)): name for name in STAMPS}
    places: dict[str, list[Place]] = defaultdict(list)
    sized: dict[str, Stamp] = {}
    for page in document.pages:
        if not any(sum_in(key) in names for key in page.obj.Resources.get("/XObject", {})):
            continue
        for tag, wide, high, key in DRAWN.findall(page.obj.Contents.read_bytes()):
            if name := names.get(sum_in(key.decode())):
                places[name].append(Place(page.obj, key.decode(), int(tag) if tag else None))
                sized[name] = replace(STAMPS[name](colophon), wide=float(wide), high=float(high))
    return places, [*sized.values()]


def _drawn(stamps: Sequence[Stamp], colophon: Colophon) -> bytes:
    """A PDF with a page for each of ``stamps``; where a text is longer than its place, the page is wider."""
    pdf = _pages(stamps, colophon)
    with Pdf.open(io.BytesIO(pdf)) as drawn:
        shown = [_shown(page) / POINTS for page in drawn.pages]
    wider = [replace(stamp, wide=max(stamp.wide, wide)) for stamp, wide in zip(stamps, shown, strict=True)]
    return pdf if wider == [*stamps] else _pages(wider, colophon)


def _pages(stamps: Sequence[Stamp], colophon: Colophon) -> bytes:
    html = render(
        "stamp/edition-stamp.html",
        stamps=stamps,
        anywhere=ANYWHERE,
        line_height=LINE_HEIGHT,
        language=colophon.strings["site"]["language"],
        title=colophon.edition.publisher,
        fonts=FONTS_ADDRESS,
    )
    return to_pdf(html)


def _shown(page: pikepdf.Page) -> float:
    """How far, in points, the text of a stamp's ``page`` goes to the right; 0 for a picture. It is drawn as a link."""
    return max((float(link.Rect[2]) for link in page.obj.get("/Annots", ())), default=0)


def _form(document: Pdf, page: pikepdf.Page) -> Any:
    """The ``page`` of a stamp as ``document`` can show it in the place of an image, which is a square of 1 by 1."""
    form = document.copy_foreign(page.as_form_xobject())
    form.write(MARKS.sub(b"", form.read_bytes()))
    _, _, wide, high = (float(edge) for edge in form.BBox)
    form.Matrix = Array([1 / wide, 0, 0, 1 / high, 0, 0])
    return form


def _element(document: Pdf, page: Any, tag: int) -> Any:
    """The part of the structure to which the ``tag`` of a ``page`` belongs."""
    nums = document.Root.StructTreeRoot.ParentTree.Nums
    key = int(page.StructParents)
    number = next(number for number in range(0, len(nums), 2) if int(nums[number]) == key)
    return nums[number + 1][tag]


def _describe(element: Any, stamp: Stamp) -> None:
    """A place was a picture; a text in it is a text."""
    if stamp.text:
        element.S = Name.Span
        del element.Alt
        element.ActualText = String(stamp.text)
    else:
        element.Alt = String(stamp.alt)


def _lead_on(page: Any, stamp: Stamp, shown: float) -> None:
    """Let the link round a place with an address lead there, and be no wider than it is."""
    for link in page.get("/Annots", ()) if stamp.link else ():
        if "/A" in link and str(link.A.get("/URI", "")) == ANYWHERE:
            link.A.URI = link.Contents = String(stamp.link)
            left, top, right, bottom = (float(edge) for edge in link.Rect)
            link.Rect = Array([left, top, left + min(shown, right - left), bottom])


def _say(document: Pdf, publisher: str, about: Mapping[str, str]) -> None:
    """What the file says of itself: its publisher, in both ways that a PDF has, and ``about``."""
    document.docinfo.Author = String(publisher)
    metadata = document.Root.Metadata
    metadata.write(metadata.read_bytes().replace(PUBLISHER.encode(), escape(publisher, quote=False).encode()))
    for key, value in about.items():
        document.docinfo[f"/{key}"] = String(value)
