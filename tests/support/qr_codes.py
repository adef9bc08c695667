"""QR codes as a telephone reads them: from the pages of a PDF, and from the pictures of an office file or e-book."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from zipfile import ZipFile

import pypdfium2
import segno
import zxingcpp
from PIL import Image

from tests.support.pdf_pages import MILLIMETRE

COARSE, FINE = 2, 3  # pixels a point: a telephone sees a page finer than either
SMALLEST = 0.2  # mm: a module of a code that a telephone reads from a hand's breadth
SQUARE = 0.05  # by which its sides may differ, as pixels measure them
PICTURES = re.compile(r"(^|/)(media|Pictures)/[^/]+\.png$|^EPUB/code\.png$")


@dataclass(frozen=True)
class Code:
    """A code on a page: what it says, and how wide and high it is without its quiet zone, in millimetres."""

    text: str
    wide: float
    high: float


def codes_in_picture(picture: Any) -> list[Any]:
    """What a decoder finds in a picture. Ours stand upright, black on white: to look for others takes longer."""
    kinds = zxingcpp.BarcodeFormat.QRCode
    return zxingcpp.read_barcodes(picture, formats=kinds, try_rotate=False, try_downscale=False, try_invert=False)


def codes_on(page: Any, scale: int) -> list[Code]:
    """The codes on a page of pypdfium2, in grey as a photocopier shows it."""
    picture = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    codes = []
    for code in codes_in_picture(picture):
        at = code.position
        wide, high = (at.top_right.x - at.top_left.x, at.bottom_left.y - at.top_left.y)
        codes.append(Code(code.text, *(side / scale / MILLIMETRE for side in (wide, high))))
    return codes


def codes_of_pdf(pdf: Any, pages: int | None = None, scale: int = COARSE) -> list[Code]:
    """The codes on the first ``pages`` of a PDF, given as a path or as bytes; on all where it is not said."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [code for number in range(len(document))[:pages] for code in codes_on(document[number], scale)]


def codes_of_package(raw: bytes) -> list[Code]:
    """The codes among the pictures of an office file or an e-book. They have no size of their own."""
    with ZipFile(io.BytesIO(raw)) as package:
        pictures = [package.read(name) for name in package.namelist() if PICTURES.search(name)]
    return [Code(code.text, 0, 0) for picture in pictures for code in codes_in_picture(Image.open(io.BytesIO(picture)))]


def faults(codes: list[Code], wanted: str) -> list[str]:
    """What is wrong with the codes of a document that should have one, with the address ``wanted``."""
    if len(codes) != 1:
        return [f"{len(codes)} codes"]
    [code] = codes
    wrong = [] if code.text == wanted else [f"says {code.text}"]
    if code.wide:
        wrong += ["is not square"] if abs(code.wide / code.high - 1) > SQUARE else []
        wrong += ["is too small"] if code.high / modules(code.text) < SMALLEST else []
    return wrong


@cache
def modules(text: str) -> int:
    """How many modules wide a code of ours that says ``text`` is. To find its best mask would take long."""
    return int(segno.make(text, error="m", micro=False, mask=0).symbol_size(border=0)[0])
