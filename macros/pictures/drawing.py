"""A picture before it is drawn: plain shapes with numbers. Views and scripts turn it into SVG.

Twin of ``overrides/assets/js/pictures/drawing.js``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from macros.pictures.letters import LINE, wrap

NARROW = 520  # below this width a picture is laid out for a phone
RISE = 4  # from the bottom of a line up to the foot of its letters, so that capitals stand in its middle
Mark = dict[str, Any]
Note = tuple[str, list[str]]


@dataclass
class Plot:
    """What a table says for its picture. ``rows`` hold text by what it is for, such as ``label`` and ``value``."""

    rows: list[dict[str, str]]
    options: list[str] = field(default_factory=list)  # of the choice column, in order
    most: float | None = None  # the highest score that there can be
    centre: str = ""  # what stands in the middle of rings


def near(number: float) -> float:
    """``number`` to a tenth of a pixel, rounded alike in Python and JavaScript."""
    return math.floor(number * 10 + 0.5) / 10


@dataclass
class Drawing:
    """Shapes from back to front, on a sheet of ``width`` that grows down to ``height``; ``label`` says it in words."""

    width: float
    height: float = 0
    label: str = ""
    marks: list[Mark] = field(default_factory=list)

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
                y = self.text("title", 0, y + LINE / 2, wrap(title, self.width))
                y = self.text("text", 0, y, wrap("; ".join(names), self.width))
        return y

    def end(self, y: float) -> Drawing:
        """Finish: the sheet ends below ``y``."""
        self.height = near(y + 2)
        return self
