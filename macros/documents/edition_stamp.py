"""What is an edition's own, put into a document that was drawn with places for it: its name, logo, code and address.

So what no council changes is drawn once for all of them. Into each place goes a whole page of a small PDF, with its own
typeface: no letter of a name can be missing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Array, Name, Pdf, String

from macros.documents.stamps import STAMPS, Stamp, Stamps, drawn, for_place, length
from macros.rendering.blank_pictures import blank_picture, image_sum, sum_in
from macros.rendering.colophon import ANY_PROGRAMME, ANYWHERE, PUBLISHER, Colophon
from macros.rendering.qr import qr_strokes

# How WeasyPrint draws an image: the number of its tag, if it has one, its width and height in pixels, and its key.
PLACED_IMAGE = re.compile(
    rb"(?:/Figure\n<</MCID (?P<tag>\d+)>>\nBDC\n)?q\n/a1 gs\n[^\n]* cm\nq\n"
    rb"(?P<wide>[\d.]+) 0 0 -(?P<high>[\d.]+) 0 [\d.]+ cm\n(?P<key>/i\w+) Do\n"
)
POINTS = 0.75  # to one pixel of CSS
MARKS = re.compile(rb"/\w+\n(?:<<[^>]*>>\n)?(?:BDC|BMC)\n|EMC\n")  # of a stamp, whose place is marked already


@dataclass(frozen=True)
class Form:
    """A ``stamp`` as a document can show it."""

    stamp: Stamp
    drawing: Any

    def sizes(self, wide: float, high: float) -> tuple[float, float]:
        """How much larger it is drawn in a place of this size, across and upwards.

        A text that is too long is narrower; beside a picture, both are smaller.
        """
        across, up = wide / float(self.drawing.BBox[2]), high / float(self.drawing.BBox[3])
        if not self.stamp.text:
            return across, up
        return min(across, up), min(across, up) if self.stamp.picture else up


def stamped(
    pdf: bytes, colophon: Colophon, about: Mapping[str, str] = MappingProxyType({}), stamps: Stamps = STAMPS
) -> bytes:
    """``pdf``, which has places for ``stamps``, as the edition's own; ``about`` is what the file says of itself."""
    by_image = {image_sum(blank_picture(name)): make for name, make in stamps.items()}
    with Pdf.open(io.BytesIO(pdf)) as document:
        placed = [page for page in document.pages if by_image.keys() & _images_of(page)]
        for whole in placed:
            whole.contents_coalesce()
        pages = [whole.obj for whole in placed]
        contents = [page.Contents.read_bytes() for page in pages]
        forms = _forms(document, contents, colophon, by_image)
        for page, content in zip(pages, contents, strict=True):
            page.Contents = document.make_stream(PLACED_IMAGE.sub(partial(_put, document, page, forms), content))
        _say(document, colophon, about)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _images_of(page: pikepdf.Page) -> set[str]:
    """The images that a page has, as their places are known by."""
    return {sum_in(str(key)) for key in page.obj.Resources.get("/XObject", {})}


def _forms(document: Pdf, contents: Iterable[bytes], colophon: Colophon, by_image: Stamps) -> dict[str, Form]:
    """What goes into the places on pages with these ``contents``, as large as these, by the image of each place."""
    images = [image for content in contents for image in PLACED_IMAGE.finditer(content)]
    sizes = {sum_in(image["key"].decode()): (float(image["wide"]), float(image["high"])) for image in images}
    language = colophon.strings["site"]["language"]
    forms = {}
    for key in [key for key in sizes if key in by_image]:  # in their order: a set has another in each process
        stamp = for_place(by_image[key](colophon), *sizes[key])
        forms[key] = _code(document, stamp) if stamp.code else _page(document, stamp, language)
    return forms


def _page(document: Pdf, stamp: Stamp, language: str) -> Form:
    """A text or a picture, taken in from a page of its own."""
    with Pdf.open(io.BytesIO(drawn(stamp, language))) as source:
        page = source.pages[0]
        form = document.copy_foreign(page.as_form_xobject())
        form.write(MARKS.sub(b"", form.read_bytes()))
        if stamp.text:
            form.BBox[2] = length(page)
        return Form(stamp, form)


def _code(document: Pdf, stamp: Stamp) -> Form:
    """A code, which needs no page: it is strokes alone."""
    wide, strokes = qr_strokes(stamp.code)
    form = document.make_stream(strokes, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, wide, wide]))
    return Form(stamp, form)


def _put(document: Pdf, page: Any, forms: Mapping[str, Form], image: re.Match[bytes]) -> bytes:
    """Put a form into ``page`` in the place of an ``image``. Returns how it is drawn.

    An image is a square of 1 by 1, which is drawn as large as it shall be; a form has a size of its own.
    """
    form = forms.get(sum_in(image["key"].decode()))
    if form is None:
        return image[0]
    page.Resources.XObject[image["key"].decode()] = form.drawing
    across, up = form.sizes(float(image["wide"]), float(image["high"]))
    if image["tag"]:
        _describe(_element(document, page, int(image["tag"])), form.stamp)
        _lead_on(page, form.stamp, across * float(form.drawing.BBox[2]) * POINTS)
    before = image[0][: image.start("wide") - image.start()]
    foot = (float(image["high"]) + up * float(form.drawing.BBox[3])) / 2  # what is smaller stands in the middle
    return before + b"%.6f 0 0 -%.6f 0 %.6f cm\n%s Do\n" % (across, up, foot, image["key"])


def _element(document: Pdf, page: Any, tag: int) -> Any:
    """The part of the structure to which the ``tag`` of a ``page`` belongs."""
    nums = document.Root.StructTreeRoot.ParentTree.Nums
    key = int(page.StructParents)
    number = next(number for number in range(0, len(nums), 2) if int(nums[number]) == key)
    return nums[number + 1][tag]


def _describe(element: Any, stamp: Stamp) -> None:
    """A place is a picture until a text stands in it."""
    if stamp.text:
        element.S = Name.Span
        del element.Alt
        element.ActualText = String(f"{stamp.alt} {stamp.text}".lstrip())
    elif stamp.alt:
        element.Alt = String(stamp.alt)


def _lead_on(page: Any, stamp: Stamp, length: float) -> None:
    """Let the link round the place of an address lead there, and be no longer than it is, in points."""
    for link in page.get("/Annots", ()) if stamp.link else ():
        if "/A" in link and str(link.A.get("/URI", "")) == ANYWHERE:
            link.A.URI = link.Contents = String(stamp.link)
            left, top, right, bottom = (float(edge) for edge in link.Rect)
            link.Rect = Array([left, top, left + min(length, right - left), bottom])


def _say(document: Pdf, colophon: Colophon, about: Mapping[str, str]) -> None:
    """What the file says of itself: its publisher and programme, in both ways that a PDF has, and ``about``, by key."""
    metadata = document.Root.Metadata
    text = metadata.read_bytes()
    for key, place, name in (
        ("/Author", PUBLISHER, colophon.edition.publisher),
        ("/Title", ANY_PROGRAMME, colophon.edition.programme),
    ):
        document.docinfo[key] = String(str(document.docinfo.get(key, "")).replace(place, name))
        text = text.replace(place.encode(), escape(name, quote=False).encode())
    metadata.write(text)
    for key, value in about.items():
        document.docinfo[f"/{key}"] = String(value)
