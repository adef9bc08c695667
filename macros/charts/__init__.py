"""Charts of a worksheet's tables: bars, rings, a timeline, a ladder.

On the page, ``overrides/assets/js/charts/`` draws what the reader types; here the same scripts draw the example, so
that it prints and is there without JavaScript. A chart is read
(``static.py``), placed (``engine.py``), and drawn by a view.
"""

from __future__ import annotations

from macros.charts.static import Still, settings, still

__all__ = ["Still", "settings", "still"]
