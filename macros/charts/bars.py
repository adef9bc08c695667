"""Bars, one a row, the highest score first, with the value at the end of each.

Twin of ``overrides/assets/js/charts/bars.js``.
"""

from __future__ import annotations

import re

from macros.charts.drawing import NARROW, Drawing, Plot
from macros.charts.text_metrics import LINE, text_width, wrap

BAR = 20  # the height of a bar
GAP = 12  # between rows
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


def scores(plot: Plot, width: float, words: dict[str, str]) -> Drawing:
    """Place the bars on a sheet of ``width``: beside their names, or below them where it is narrow."""
    drawing = Drawing(width)
    narrow = width < NARROW
    scored = [row for row in plot.rows if NUMBER.fullmatch(row["value"])]
    scored.sort(key=lambda row: -float(row["value"]))
    said = [_said(row["value"], plot.most, words) for row in scored]
    top = max([1, plot.most or 0, *(float(row["value"]) for row in scored)])
    beside = 0 if narrow else width * 0.36
    x = 1 if narrow else beside + GAP
    length = width - x - max([0, *map(text_width, said)]) - GAP
    y: float = 0
    for row, value in zip(scored, said, strict=True):
        name = wrap(row["label"], beside or width)
        high = max(BAR, len(name) * LINE)
        if narrow:
            y = drawing.text("text", 0, y, name)
            high = BAR
        else:
            drawing.text("text", 0, y + (high - len(name) * LINE) / 2, name)
        bar = length * max(0, float(row["value"])) / top
        drawing.rect("bar", x, y + (high - BAR) / 2, bar, BAR)
        drawing.text("title", x + bar + GAP / 2, y + (high - LINE) / 2, [value])
        if not narrow:
            drawing.line("axis", x, y, x, y + high + GAP)
        y += high + GAP
        drawing.cut(y)
    without = [row["label"] for row in plot.rows if row not in scored]
    listed = "; ".join(f"{row['label']} {value}" for row, value in zip(scored, said, strict=True))
    drawing.label = words["label"].format(count=len(scored), list=listed)
    return drawing.end(drawing.notes([(words["no_score"], without)], y))


def _said(value: str, most: int | None, words: dict[str, str]) -> str:
    return words["value_of"].format(value=value, most=most) if most else value
