"""The kinds of picture. A new kind is one file here with its twin in JavaScript, a line here, and its words."""

from __future__ import annotations

from collections.abc import Callable

from macros.pictures.drawing import Drawing, Plot
from macros.pictures.levels import levels
from macros.pictures.rings import rings
from macros.pictures.scores import scores
from macros.pictures.timeline import timeline

KINDS: dict[str, Callable[[Plot, float, dict[str, str]], Drawing]] = {
    "scores": scores,
    "rings": rings,
    "timeline": timeline,
    "levels": levels,
}
