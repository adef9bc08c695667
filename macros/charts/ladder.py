"""A ladder: a step for each level, the first level lowest, with the texts on their step.

Twin of ``overrides/assets/js/charts/ladder.js``.
"""

from __future__ import annotations

from macros.charts.drawing import NARROW, Drawing, Plot
from macros.charts.text_metrics import LINE, wrap

PAD = 8  # inside a step
DASH = 14  # a text is set in from its bullet


def levels(plot: Plot, width: float, words: dict[str, str]) -> Drawing:
    """Place the steps on a sheet of ``width``: each higher one begins further in."""
    drawing = Drawing(width)
    count = len(plot.options)
    further = min(12 if width < NARROW else 40, width * 0.3 / max(count, 1))
    y: float = 1
    for at in reversed(range(count)):
        x = 1 + at * further
        room = width - x - 1 - 2 * PAD
        title = wrap(plot.options[at], room)
        texts = [wrap(row["label"], room - DASH) for row in plot.rows if row["level"] == plot.options[at]]
        high = 2 * PAD + LINE * (len(title) + sum(map(len, texts)))
        drawing.rect("step", x, y, width - x - 1, high)
        below = drawing.text("title", x + PAD, y + PAD, title)
        for text in texts:
            drawing.text("text", x + PAD, below, ["•"])
            below = drawing.text("text", x + PAD + DASH, below, text)
        y += high
        drawing.cut(y)
    counts = [
        words["count"].format(name=option, count=sum(row["level"] == option for row in plot.rows))
        for option in plot.options
    ]
    drawing.label = words["label"].format(list="; ".join(counts))
    without = [row["label"] for row in plot.rows if row["level"] not in plot.options]
    return drawing.end(drawing.notes([(words["no_level"], without)], y))
