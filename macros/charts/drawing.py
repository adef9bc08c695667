"""A chart before and after it is placed: what a table says, and plain shapes with numbers, which a view turns into SVG.

What stands where is worked out by ``overrides/assets/js/charts/``, on the page and here: see
:mod:`macros.charts.engine`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Plot:
    """What a table says for its chart. ``rows`` hold text by what it is for, such as ``label`` and ``value``."""

    rows: list[dict[str, str]]
    options: list[str] = field(default_factory=list)  # of the choice column, in order
    most: int | None = None  # the highest score that there can be
    centre: str = ""  # what stands in the middle of rings


@dataclass
class Drawing:
    """Shapes from back to front, on a sheet of ``width`` by ``height`` pixels; ``label`` says it in words.

    A mark has a ``shape``, a ``look`` and the numbers of its SVG element; text also ``anchor`` and ``words``. ``cuts``
    are heights at which a page may end: nothing lies across them.
    """

    width: float
    height: float
    label: str
    marks: list[dict[str, Any]]
    cuts: list[float]
