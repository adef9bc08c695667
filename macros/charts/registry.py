"""The kinds of picture. A new kind is one file here with its twin in JavaScript, a line here, and its words."""

from __future__ import annotations

from collections.abc import Callable

from macros.charts.bars import scores
from macros.charts.drawing import Drawing, Plot
from macros.charts.ladder import levels
from macros.charts.rings import rings
from macros.charts.timeline import timeline

KINDS: dict[str, Callable[[Plot, float, dict[str, str]], Drawing]] = {
    "scores": scores,
    "rings": rings,
    "timeline": timeline,
    "levels": levels,
}
