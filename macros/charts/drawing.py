"""A picture before it is drawn: plain shapes with numbers. Views and scripts turn it into SVG.

Twin of ``overrides/assets/js/charts/drawing.js``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from macros.charts.text_metrics import LINE, wrap

NARROW = 520  # below this width a picture is laid out for a phone
PART = 620  # the height that has room on one page of A4, landscape too
RISE = 4  # from the bottom of a line up to the foot of its letters, so that capitals stand in its middle
Mark = dict[str, Any]
Note = tuple[str, list[str]]


@dataclass
class Plot:
    """What a table says for its picture. ``rows`` hold text by what it is for, such as ``label`` and ``value``."""

    rows: list[dict[str, str]]
    options: list[str] = field(default_factory=list)  # of the choice column, in order
    most: int | None = None  # the highest score that there can be
    centre: str = ""  # what stands in the middle of rings


def near(number: float) -> float:
    """``number`` to a tenth of a pixel, rounded alike in Python and JavaScript."""
    return math.floor(number * 10 + 0.5) / 10


@dataclass
class Drawing:
    """Shapes from back to front, on a sheet of ``width`` that grows down to ``height``; ``label`` says it in words.

    ``cuts`` are heights at which a page may end: nothing lies across them.
    """

    width: float
    height: float = 0
    label: str = ""
    marks: list[Mark] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)

    def rect(self, look: str, x: float, y: float, width: float, height: float) -> None:
        """A box."""
        self.marks.append(
            {"shape": "rect", "look": look, "x": near(x), "y": near(y), "width": near(width), "height": near(height)}
        )

    def line(self, look: str, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self.marks.append(
            {"shape": "line", "look": look, "x1": near(x1), "y1": near(y1), "x2": near(x2), "y2": near(y2)}
        )

    def ellipse(self, look: str, cx: float, cy: float, rx: float, ry: float) -> None:
        """A ring or a dot."""
        self.marks.append(
            {"shape": "ellipse", "look": look, "cx": near(cx), "cy": near(cy), "rx": near(rx), "ry": near(ry)}
        )

    def text(self, look: str, x: float, y: float, lines: list[str], anchor: str = "start") -> float:
        """Lines of text, the first one's top at ``y``. Returns where the next thing may begin."""
        for at, words in enumerate(lines):
            foot = near(y + at * LINE + LINE - RISE)
            self.marks.append(
                {"shape": "text", "look": look, "x": near(x), "y": foot, "anchor": anchor, "words": words}
            )
        return y + len(lines) * LINE

    def notes(self, notes: list[Note], y: float) -> float:
        """Under the picture, in words: a title and names for what could not be drawn. Returns where it ends."""
        for title, names in notes:
            if names:
                self.cut(y)
                y = self.text("title", 0, y + LINE / 2, wrap(title, self.width))
                for line in wrap("; ".join(names), self.width):
                    y = self.text("text", 0, y, [line])
                    self.cut(y)
        return y

    def cut(self, y: float) -> None:
        """A page may end at ``y``."""
        self.cuts.append(near(y))

    def end(self, y: float) -> Drawing:
        """Finish: the sheet ends below ``y``."""
        self.height = near(y + 2)
        return self

    def parts(self, words: dict[str, str]) -> list[Drawing]:
        """The drawing in pieces that each have room on a page, nearly always one; each begins at its own height 0."""
        tops = [0.0]
        for before, cut in pairwise([0.0, *self.cuts, self.height]):
            if cut - tops[-1] > PART and before > tops[-1]:
                tops.append(before)
        if len(tops) == 1:
            return [self]
        found = []
        for at, (top, bottom) in enumerate(pairwise([*tops, self.height]), 1):
            label = words["part"].format(label=self.label, number=at, count=len(tops))
            own = [_raised(mark, top) for mark in self.marks if top <= upper_edge(mark) < bottom]
            found.append(Drawing(self.width, near(bottom - top), label, own))
        return found


def upper_edge(mark: Mark) -> float:
    """Where a shape begins, seen from the top. A line of text ends a little below its foot."""
    edges = {"ellipse": ("cy", "ry"), "line": ("y1", None), "rect": ("y", None), "text": ("y", None)}
    name, half = edges[mark["shape"]]
    up = LINE - RISE if mark["shape"] == "text" else mark[half] if half else 0
    return near(mark[name] - up)


def _raised(mark: Mark, by: float) -> Mark:
    return {key: near(value - by) if key in ("y", "y1", "y2", "cy") else value for key, value in mark.items()}
