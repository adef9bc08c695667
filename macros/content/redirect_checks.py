"""What is wrong with the list of pages that have moved or are gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from macros.content.cross_references import near
from macros.content.customisation.overlay import Written
from macros.content.redirects import FILE, Moved, moved_source
from macros.core.problems import Fault


def faults_of(root: Path, moved: Moved, pages: Mapping[str, Written], made: Collection[str]) -> list[Fault]:
    """Old addresses that are still in use, and new ones that lead nowhere.

    ``pages`` are all that are written; ``made`` the paths of those that are made, of worksheets and packs.
    """
    source = moved_source(root)
    toolkit = {path for path, written in pages.items() if not written.own or written.original}
    faults: list[Fault] = []
    for kind, ways in (("moved", moved.moved), ("gone", moved.gone)):
        for old, new in ways.items():
            line = source.line((kind, old))
            if old in toolkit or old in made:
                mend = "Take the line away, or take the page away: an address is never used again for something else."
                problem = f"{old} is still in docs/." if old in toolkit else f"{old} is still a page of the site."
                faults.append(Fault(FILE, line, problem, mend))
            if new in moved.ways:
                mend = f"Write where that one leads: {moved.ways[new]}."
                faults.append(Fault(FILE, line, f"{new} has itself moved on.", mend))
            elif new not in pages and new not in made:
                faults.append(Fault(FILE, line, f"There is no page docs/{new}.", near(new, [*pages, *made])))
            if kind == "gone" and old in moved.moved:
                faults.append(Fault(FILE, line, f"{old} is both moved and gone.", "Keep one of the two lines."))
    return faults
