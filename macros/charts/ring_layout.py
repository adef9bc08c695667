"""Where boxes stand on rings, so that none covers another: each ring grows until its boxes have room.

Twin of ``overrides/assets/js/charts/ring-layout.js``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.charts.drawing import near

APART = 6  # between two boxes
CLEAR = 4  # between a box and the line of another ring
GROW = 3  # how much higher a ring is tried next


@dataclass(frozen=True)
class Box:
    """Lines of text in a frame; ``x`` and ``y`` say where its middle is, seen from the middle of all rings."""

    look: str
    lines: list[str]
    width: float
    height: float
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Placed:
    """Radii (across, down) of each ring, every box, and how far all of it reaches up and down."""

    radii: list[tuple[float, float]]
    boxes: list[Box]
    high: float


def place(middle: Box, rings: list[list[Box]], stretch: float, width: float, height: float) -> Placed | None:
    """Put each list of boxes on its ring, the first box at the top; None where that takes more room than there is.

    ``stretch`` says how much wider than high the rings are.
    """
    radii: list[tuple[float, float]] = []
    boxes = [middle]
    ry: float = 0
    for ring in rings:
        stand: list[Box] = []
        while not stand or not _free(stand, boxes, radii, (ry * stretch, ry)):
            ry += GROW
            if 2 * ry > height or 2 * ry * stretch > width:
                return None
            stand = list(_round(ring, ry * stretch, ry))
        radii.append((ry * stretch, ry))
        boxes = [*boxes, *stand]
    across = max(abs(box.x) + box.width / 2 for box in boxes)
    high = max(ry, *(abs(box.y) + box.height / 2 for box in boxes))
    fits = 2 * across + 2 <= width and 2 * high + 2 <= height
    return Placed(radii, boxes, high) if fits else None


def _round(ring: list[Box], rx: float, ry: float) -> Iterator[Box]:
    for at, box in enumerate(ring):
        turn = 2 * math.pi * at / len(ring)
        yield replace(box, x=near(rx * math.sin(turn)), y=near(-ry * math.cos(turn)))


def _free(stand: list[Box], inside: list[Box], radii: list[tuple[float, float]], ring: tuple[float, float]) -> bool:
    """Whether the boxes that ``stand`` on ``ring`` touch nothing, and no ring crosses what belongs to another."""
    for at, box in enumerate(stand):
        if any(_touch(box, other) for other in [*inside, *stand[:at]]):
            return False
        if radii and _reach(box, radii[-1], -1) < 1:
            return False
    return all(_reach(box, ring, 1) <= 1 for box in inside)


def _touch(one: Box, other: Box) -> bool:
    across = abs(one.x - other.x) < (one.width + other.width) / 2 + APART
    return across and abs(one.y - other.y) < (one.height + other.height) / 2 + APART


def _reach(box: Box, ring: tuple[float, float], side: int) -> float:
    """How far the box's farthest (``side`` 1) or nearest (-1) point is from the middle; 1 is on the ring."""
    across = max(0, abs(box.x) + side * (box.width / 2 + CLEAR)) / ring[0]
    down = max(0, abs(box.y) + side * (box.height / 2 + CLEAR)) / ring[1]
    return across**2 + down**2
