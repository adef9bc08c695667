"""Rings round the community, a ring for each option, the first innermost, with the names standing on their ring.

Where names have no room, numbers stand there and the names follow below. Where these have no room either, there are
only the names.
Twin of ``overrides/assets/js/charts/rings.js``; what stands where is worked out in ``circles.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from macros.charts.drawing import Drawing, Plot
from macros.charts.ring_layout import Box, Placed, place
from macros.charts.text_metrics import LINE, has_room, text_width, wrap

MOST = 12  # names on one ring
PAD = 6  # between a name and its frame
DOT = 24  # a number's circle
TALL = 0.86  # how high rings with names may be, as a share of the width
LINES = 6  # of a name on its ring
STYLES = 5  # kinds of line for a ring; a sixth ring begins again
# Widths of a name, and how much wider than high the rings are: the first that has room is taken.
TRIES = (
    (150, 1.7),
    (150, 1.4),
    (130, 1.7),
    (130, 1.4),
    (110, 1.5),
    (110, 1.3),
    (96, 1.5),
    (96, 1.3),
    (84, 1.5),
    (84, 1.3),
)


@dataclass(frozen=True)
class Ring:
    """An option with the names that belong to it."""

    title: str
    names: list[str]
    first: int  # the number of its first name, where names are numbered


def rings(plot: Plot, width: float, words: dict[str, str]) -> Drawing:
    """Place the rings on a sheet of ``width``."""
    drawing = Drawing(width)
    found: list[Ring] = []
    for option in plot.options:
        names = [row["label"] for row in plot.rows if row["ring"] == option]
        found.append(Ring(option, names, 1 + sum(min(MOST, len(ring.names)) for ring in found)))
    y = _named(drawing, found, plot.centre) or _numbered(drawing, found, plot.centre, words)
    counts = [words["count"].format(name=ring.title, count=len(ring.names)) for ring in found]
    drawing.label = words["label"].format(centre=plot.centre, list="; ".join(counts))
    without = [row["label"] for row in plot.rows if row["ring"] not in plot.options]
    return drawing.end(drawing.notes([(words["no_ring"], without)], y))


def _named(drawing: Drawing, found: list[Ring], centre: str) -> float:
    """Rings with the names on them, and more names below. Returns where they end; 0 where there is no room."""
    shown = [centre, *(name for ring in found for name in [ring.title, *ring.names[:MOST]])]
    for room, stretch in TRIES:
        if not all(has_room(words, room - 2 * PAD) for words in shown):
            continue
        middle = _frame("centre", wrap(centre, room))
        boxes = [
            [_frame("ring-name", wrap(ring.title, room))]
            + [_frame("plate", wrap(name, room - 2 * PAD)) for name in ring.names[:MOST]]
            for ring in found
        ]
        if max(len(box.lines) for box in [middle, *chain(*boxes)]) > LINES:
            continue
        if placed := place(middle, boxes, stretch, drawing.width, drawing.width * TALL):
            more = [(ring.title, ring.names[MOST:]) for ring in found]
            return drawing.notes(more, _drawn(drawing, placed))
    return 0


def _numbered(drawing: Drawing, found: list[Ring], centre: str, words: dict[str, str]) -> float:
    """Rings with numbers on them where there is room, and below them every name. Returns where they end."""
    y: float = 0
    boxes = [
        [_frame("ring-name", wrap(ring.title, 110))]
        + [Box("dot", [str(ring.first + at)], DOT, DOT) for at in range(min(MOST, len(ring.names)))]
        for ring in found
    ]
    for middle in (_frame("centre", wrap(centre, 96)), Box("dot", [], DOT / 2, DOT / 2)):
        if len(middle.lines) <= LINES and (placed := place(middle, boxes, 1, drawing.width, drawing.width)):
            y = _drawn(drawing, placed)
            break
    if not any(mark["look"] == "centre" for mark in drawing.marks):
        y = drawing.text("text", 0, y + LINE / 2, wrap(words["in_centre"].format(centre=centre), drawing.width))
    for ring in found:
        drawing.cut(y)
        y = drawing.text("title", 0, y + LINE / 2, wrap(ring.title, drawing.width))
        if not ring.names:
            y = drawing.text("text", 0, y, [words["none"]])
        for at, name in enumerate(ring.names):
            drawing.text("text", 0, y, [str(ring.first + at) if at < MOST else "•"])
            y = drawing.text("text", DOT + PAD, y, wrap(name, drawing.width - DOT - PAD))
            drawing.cut(y)
    return y


def _frame(look: str, lines: list[str]) -> Box:
    return Box(look, lines, max(map(text_width, lines)) + 2 * PAD, len(lines) * LINE + PAD)


def _drawn(drawing: Drawing, placed: Placed) -> float:
    """The rings and what stands on them. Returns where they end."""
    cx, cy = drawing.width / 2, placed.high + 1
    for at, (rx, ry) in reversed(list(enumerate(placed.radii))):
        drawing.ellipse(f"ring ring-{at % STYLES + 1}", cx, cy, rx, ry)
    for box in placed.boxes:
        x, y = cx + box.x, cy + box.y
        if box.look == "dot":
            drawing.ellipse("dot" if box.lines else "middle", x, y, box.width / 2, box.height / 2)
        else:
            drawing.rect(box.look, x - box.width / 2, y - box.height / 2, box.width, box.height)
        look = "text" if box.look == "plate" else "title"
        drawing.text(look, x, y - len(box.lines) * LINE / 2, box.lines, "middle")
    return cy + placed.high
