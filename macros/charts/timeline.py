"""A line for each row from its first day to its last, grouped by stage, with the months along the top.

Twin of ``overrides/assets/js/charts/timeline.js``.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.charts.days import Day, first_of, read_day
from macros.charts.drawing import NARROW, Drawing, Plot
from macros.charts.text_metrics import LINE, wrap

BAR = 12  # the height of a bar
BAND = 20  # and of the strip in which it lies
GAP = 8
TICK = 42  # the least room for the name of a month
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)  # months


@dataclass(frozen=True)
class Span:
    """A row that can be drawn."""

    label: str
    group: str
    start: Day
    end: Day


@dataclass(frozen=True)
class Scale:
    """From days to pixels: ``ticks`` are months, the last of them the end."""

    x: float
    length: float
    ticks: range

    def at(self, day: int) -> float:
        """Where ``day`` begins."""
        first, last = first_of(self.ticks[0]), first_of(self.ticks[-1])
        return self.x + self.length * (day - first) / (last - first)


def timeline(plot: Plot, width: float, words: dict[str, str]) -> Drawing:
    """Place the lines on a sheet of ``width``: beside their names, or below them where it is narrow."""
    drawing = Drawing(width)
    spans, notes = _sorted_out(plot, words)
    y: float = 0
    if spans:
        scale = scale_for(spans, 1 if width < NARROW else width * 0.4, width)
        y = _months(drawing, scale, words)
        for group in [*plot.options, ""]:
            own = [span for span in spans if span.group == group]
            if own:
                y = _group(drawing, scale, y, group or words["no_group"], own, words)
        first = min((span.start for span in spans), key=lambda day: day.number)
        last = max((span.end for span in spans), key=lambda day: day.number)
        drawing.label = words["label"].format(count=len(spans), first=first.said, last=last.said)
    else:
        drawing.label = words["label_none"]
    return drawing.end(drawing.notes(notes, y))


def _sorted_out(plot: Plot, words: dict[str, str]) -> tuple[list[Span], list[tuple[str, list[str]]]]:
    """The rows that can be drawn, by their first day; and the others in words."""
    spans, reversed_, half, none = [], [], [], []
    for row in plot.rows:
        start, end = read_day(row["start"], words), read_day(row["end"], words)
        if start and end and start.number <= end.number:
            spans.append(Span(row["label"], row["group"] if row["group"] in plot.options else "", start, end))
        elif start and end:
            reversed_.append(words["reversed_row"].format(label=row["label"], start=start.said, end=end.said))
        elif one := start or end:
            half.append(words["half_row"].format(label=row["label"], date=one.said))
        else:
            none.append(row["label"])
    spans.sort(key=lambda span: span.start.number)
    return spans, [(words["reversed"], reversed_), (words["half"], half), (words["no_dates"], none)]


def scale_for(spans: list[Span], x: float, width: float) -> Scale:
    """The finest scale on which the names of the months have room."""
    first, last = min(span.start.month for span in spans), max(span.end.month for span in spans)
    length = width - x - 1
    for step in STEPS:
        begin = first // step * step
        count = last // step + 1 - first // step
        if count * TICK <= length:
            break
    return Scale(x, length, range(begin, begin + count * step + 1, step))


def _months(drawing: Drawing, scale: Scale, words: dict[str, str]) -> float:
    """The names of the months, and of a year where it begins. Returns where the lines may begin."""
    year = -1
    for month in scale.ticks[:-1]:
        x = scale.at(first_of(month)) + 2
        drawing.text("text", x, LINE, [words["months"].split(" ")[month % 12]])
        if month // 12 != year:
            year = month // 12
            drawing.text("title", x, 0, [str(year)])
    return 2 * LINE + GAP / 2


def _group(drawing: Drawing, scale: Scale, y: float, title: str, spans: list[Span], words: dict[str, str]) -> float:
    """One stage: its name, and its rows. Returns where the next one may begin."""
    drawing.line("rule", 0, y, drawing.width, y)
    narrow = drawing.width < NARROW
    room = drawing.width if narrow else scale.x - GAP
    y = drawing.text("title", 0, y + GAP / 2, wrap(title, room))
    for span in spans:
        one_day = span.start.number == span.end.number
        said = words["one_day" if one_day else "days"].format(start=span.start.said, end=span.end.said)
        below = drawing.text("text", 0, drawing.text("text", 0, y, wrap(span.label, room)), wrap(said, room))
        top, high = (below, BAND) if narrow else (y, below - y)
        for month in scale.ticks:
            x = scale.at(first_of(month))
            drawing.line("tick", x, top, x, top + high)
        start, end = scale.at(span.start.number), scale.at(span.end.number + 1)
        drawing.rect("bar", start, top + (high - BAR) / 2, max(3, end - start), BAR)
        y = top + high + GAP
        drawing.cut(y)
    return y
