"""Where a number of a page is narrower than its place, what stands behind it on its line moves up to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pikepdf import Page

SAME_LINE = 0.6  # of the letters' size: how far above or below a line its small numbers and its underlines are
AT = re.compile(rb"1 0 0 -1 (?P<x>[\d.]+) (?P<y>[\d.]+) Tm")
TEXT_OR_LINE = re.compile(AT.pattern + rb"|(?P<from>[\d.]+) (?P<high>[\d.]+) m\n(?P<to>[\d.]+) [\d.]+ l\n")
POINTS = 0.75  # of a pixel, in which WeasyPrint places what it draws


@dataclass(frozen=True)
class Gap:
    """Free space on a line: where its place begins, the line's height from the top, its letters' size, and its width.

    All are in pixels.
    """

    left: float
    line: float
    size: float
    width: float


def gap_at(drawn: bytes, size: float, width: float) -> Gap | None:
    """The gap behind the letters that ``drawn`` places; None where nothing is free."""
    place = AT.search(drawn)
    return Gap(float(place["x"]), float(place["y"]), size, width) if place and width > 0 else None


def close_up(stream: bytes, gap: Gap) -> bytes:
    """``stream``, which is what is drawn behind the gap, with the rest of the gap's line moved to the left."""
    pieces, end = [], 0
    for mark in TEXT_OR_LINE.finditer(stream):
        is_text = mark["x"] is not None
        x, y = (float(mark[name]) for name in (("x", "y") if is_text else ("from", "high")))
        if x < gap.left or abs(y - gap.line) > SAME_LINE * gap.size:
            if is_text:
                break
            continue
        for name in ("x",) if is_text else ("from", "to"):
            pieces += [stream[end : mark.start(name)], b"%.6f" % (float(mark[name]) - gap.width)]
            end = mark.end(name)
    return b"".join([*pieces, stream[end:]])


def move_links(page: Page, gap: Gap) -> None:
    """Move the links on the rest of the gap's line too, and end one that goes over the gap where its letters end."""
    top = float(page.mediabox[3])
    line, left, width = top - gap.line * POINTS, gap.left * POINTS, gap.width * POINTS
    links: Any = page.obj.get("/Annots", [])
    for link in links:
        start, low, end, high = (float(side) for side in link.Rect)
        if end <= left or not min(low, high) <= line + 1 <= max(low, high) or abs(high - low) > 3 * gap.size:
            continue
        link.Rect = [start if start < left + 1 else start - width, low, end - width, high]
