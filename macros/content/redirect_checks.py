"""What is wrong with the list of pages that have moved or are gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from macros.content.cross_references import near
from macros.content.customisation.overlay import OverlayFile
from macros.content.redirects import FILE, Redirects, made_path, moved_source
from macros.core.parsing import read_yaml
from macros.core.problems import Problem
from macros.models.worksheets import Worksheet


def takes_over_problems(
    moved: Redirects, worksheets: Mapping[str, Worksheet], files: Mapping[str, OverlayFile]
) -> list[Problem]:
    """Worksheets that take over the answers of one whose page does not lead to them; ``files`` are theirs, by id."""
    problems: list[Problem] = []
    for name, worksheet in worksheets.items():
        page = made_path("worksheets", name)
        for then in worksheet.takes_over:
            old = made_path("worksheets", then)
            if then == name or moved.moved.get(old) == page or (then in worksheets and files[then].own):
                continue
            written = files[name]
            line = read_yaml(written.path, written.file).line(("takes_over", then))
            message = f"{written.file} takes over the answers of “{then}”, but {old} does not lead here."
            problems.append(Problem(written.file, line, message, f"Write in {FILE}, under moved: “{old}: {page}”."))
    return problems


def redirect_problems(
    root: Path, moved: Redirects, pages: Mapping[str, OverlayFile], made: Collection[str]
) -> list[Problem]:
    """Old addresses that are still in use, and new ones that lead nowhere.

    ``pages`` are all that are written; ``made`` the paths of those that are made, of worksheets and packs.
    """
    source = moved_source(root)
    toolkit = {path for path, written in pages.items() if not written.own or written.original}
    problems: list[Problem] = []
    for kind, ways in (("moved", moved.moved), ("gone", moved.gone)):
        for old, new in ways.items():
            line = source.line((kind, old))
            if old in toolkit or old in made:
                fix = "Take the line away, or take the page away: an address is never used again for something else."
                message = f"{old} is still in docs/." if old in toolkit else f"{old} is still a page of the site."
                problems.append(Problem(FILE, line, message, fix))
            if new in moved.ways:
                fix = f"Write where that one leads: {moved.ways[new]}."
                problems.append(Problem(FILE, line, f"{new} has itself moved on.", fix))
            elif new not in pages and new not in made:
                problems.append(Problem(FILE, line, f"There is no page docs/{new}.", near(new, [*pages, *made])))
            if kind == "gone" and old in moved.moved:
                problems.append(Problem(FILE, line, f"{old} is both moved and gone.", "Keep one of the two lines."))
    return problems
