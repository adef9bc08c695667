"""Where the first page of each worksheet stands in the one picture of them all.

A page shows its part of the picture by an SVG's viewBox.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

THUMBNAIL_WIDTH = 160  # pixels of each page, as wide as it is shown
TALL, WIDE = 226, 113  # pixels: A4 standing and lying
PAGES_BELOW = 8  # pages below each other


@dataclass(frozen=True)
class Place:
    """Where one page stands in the picture, in pixels from its left and top."""

    x: int
    y: int
    height: int
    width: int = THUMBNAIL_WIDTH


@dataclass(frozen=True)
class Thumbnails:
    """The places of all pages in the picture, by worksheet, and the picture's size in pixels."""

    places: dict[str, Place]
    width: int
    height: int


def arranged(wide: Mapping[str, bool]) -> Thumbnails:
    """Give each worksheet its place, in the order of ``wide``, which says whether its first page lies on its side."""
    places: dict[str, Place] = {}
    x = y = height = 0
    for number, (name, lies) in enumerate(wide.items()):
        if number and number % PAGES_BELOW == 0:
            x, y = x + THUMBNAIL_WIDTH, 0
        places[name] = Place(x, y, WIDE if lies else TALL)
        y += places[name].height
        height = max(height, y)
    return Thumbnails(places, x + THUMBNAIL_WIDTH, height)
