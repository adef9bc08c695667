"""Charts are placed by the same scripts on paper and on the page, so that both show the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from macros.charts.drawing import Drawing, Plot
from macros.core.javascript import engine_of
from macros.paths import SCRIPT_FILES

REGISTRY = "charts/registry.js"


@dataclass
class Placed:
    """One chart at one width: the ``whole`` of it, and the same in ``parts`` that each fit on a page of A4."""

    whole: Drawing
    parts: list[Drawing]


def kinds() -> set[str]:
    """The kinds of chart that can be drawn."""
    engine = engine_of(SCRIPT_FILES)
    engine.load(REGISTRY)
    return set(engine.run(f'return Object.keys(need("{REGISTRY}").KINDS)'))


def place(kind: str, plot: Plot, widths: Sequence[float], words: Mapping[str, str]) -> list[Placed]:
    """A chart on sheets of these ``widths`` in pixels, in their order. ``words`` are the strings of this kind.

    Raises ``py_mini_racer.JSEvalException`` for a ``kind`` that there is not.
    """
    drawn = engine_of(SCRIPT_FILES).call(REGISTRY, "drawings", kind, asdict(plot), list(widths), dict(words))
    return [Placed(Drawing(**chart["whole"]), [Drawing(**part) for part in chart["parts"]]) for chart in drawn]
