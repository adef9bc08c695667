"""Which worksheets there are, and those that together use every kind of field, row and picture, in both shapes."""

from __future__ import annotations

from tests.support.builds import ROOT

NAMES = sorted(path.stem for path in (ROOT / "templates/worksheets").glob("[!_]*.yml"))
EVERY_KIND = [
    "community-chooser",
    "funding-plan",
    "indicator-table",
    "mandate-on-a-page",
    "opportunity-grid",
    "outcomes-ladder",
    "partner-map",
    "persona",
    "staged-plan",
]
