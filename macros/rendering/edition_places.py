"""What is an edition's own in a document that is drawn once for all editions: an empty picture holds its place.

:mod:`macros.documents.edition_stamp` puts what is the edition's into the finished document.
"""

from __future__ import annotations

import base64
import hashlib
import io
from functools import cache

from PIL import Image

PUBLISHER = "Whoever publishes this edition"  # what the document says of its author
ANYWHERE = "https://edition.invalid/"  # where a link leads that will lead to the edition's site
IMAGE_KEY = "/i"  # how WeasyPrint names an image of a page: this, the sum of its address, and whether it is smoothed


@cache
def place(name: str) -> str:
    """The address of the empty picture that holds the place ``name``, for the ``src`` of an image of its size."""
    out = io.BytesIO()
    Image.new("L", (1, 1), 255).save(out, "PNG", optimize=True)
    return f"data:image/png;name={name};base64,{base64.b64encode(out.getvalue()).decode()}"


def image_sum(address: str) -> str:
    """By what WeasyPrint knows the image with this address."""
    return hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()


def sum_in(key: str) -> str:
    """The same, from the key by which a page names the image."""
    return key.removeprefix(IMAGE_KEY)[:-1]
