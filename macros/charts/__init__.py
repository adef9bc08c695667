"""Pictures of a worksheet's tables: bars, rings, a timeline, a ladder.

On the page, ``overrides/assets/js/charts/`` draws what the reader types; here the same pictures are drawn of the
example, so that they print and are there without JavaScript. Each file here has its twin there, with the same names
and the same numbers; a test compares them.

A picture is read (``plot``), placed (one file a kind: a ``Drawing`` of plain shapes), and drawn by a view.
"""

from __future__ import annotations

from macros.charts.registry import KINDS
from macros.charts.static import Still, settings, still

__all__ = ["KINDS", "Still", "settings", "still"]
