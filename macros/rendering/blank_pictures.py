"""Blank pictures, which hold a place in a drawn document until another picture, or a text, is put there."""

from __future__ import annotations

import base64
import hashlib
import io
from functools import cache

from PIL import Image

IMAGE_KEY = "/i"  # how WeasyPrint names an image of a page: this, the sum of its address, and whether it is smoothed


@cache
def blank_picture(name: str, wide: int = 1, high: int = 1) -> str:
    """The address of a white picture called ``name``, of so many dots, for the ``src`` of an image."""
    out = io.BytesIO()
    Image.new("L", (wide, high), 255).save(out, "PNG", optimize=True)
    return f"data:image/png;name={name};base64,{base64.b64encode(out.getvalue()).decode()}"


def image_sum(address: str) -> str:
    """By what WeasyPrint knows the image with this address."""
    return hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()


def sum_in(key: str) -> str:
    """The same, from the key by which a page names the image."""
    return key.removeprefix(IMAGE_KEY)[:-1]
