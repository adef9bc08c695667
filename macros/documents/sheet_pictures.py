"""The small pictures of worksheets beside a book's text: a part is drawn with placeholders, a book puts pictures in.

A worksheet shows whose it is, so its picture is another in each edition. A part that holds the picture's place alone is
the same for all of them, and is not drawn again when a worksheet changes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from pikepdf import Name, Pdf
from PIL import Image

from macros.documents.thumbnail_places import Place
from macros.rendering.blank_pictures import blank_picture, image_sum, sum_in


def placeholder(name: str, place: Place) -> str:
    """The address of an empty picture, as large as the one of the worksheet ``name``, which has that ``place``."""
    return blank_picture(name, place.width, place.height)


class SheetPictures:
    """Puts ``pictures``, which are PNGs by the address of their placeholder, into pages of ``whole``."""

    def __init__(self, whole: Pdf, pictures: Mapping[str, bytes]) -> None:
        self._whole = whole
        self._wanted = {image_sum(address): picture for address, picture in pictures.items()}
        self._drawn: dict[str, Any] = {}

    def put_in(self, pages: Iterable[Any]) -> None:
        """Each of these ``pages`` gets the pictures whose placeholders it shows; each picture is in the file once."""
        for page in pages if self._wanted else ():
            shown = page.get("/Resources", {}).get("/XObject", {})
            for key in [*shown.keys()]:
                address = sum_in(key)
                if address in self._wanted:
                    shown[key] = self._image(address)

    def _image(self, address: str) -> Any:
        if address not in self._drawn:
            with Image.open(io.BytesIO(self._wanted[address])) as picture:
                grey = picture.convert("L")
            self._drawn[address] = self._whole.make_stream(
                zlib.compress(grey.tobytes(), 9),
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=grey.width,
                Height=grey.height,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
                Filter=Name.FlateDecode,
            )
        return self._drawn[address]
