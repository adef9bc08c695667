"""What is wrong with the list of pages that have moved or are gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from macros.content.customisation.overlay import OverlayFile
from macros.content.redirects import REDIRECTS, Redirects, made_path, redirects_file
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.models.worksheets import Worksheet


def redirect_problems(
    files: ParsedFiles, moved: Redirects, pages: Mapping[str, OverlayFile], generated: Collection[str]
) -> list[Problem]:
    """Old addresses that are still in use, and new ones that lead nowhere.

    ``pages`` are all that are written; ``generated`` the paths of those that are made, of worksheets and packs.
    """
    if not (files.root / REDIRECTS).is_file():
        fix = "Restore the file as it was, because old links depend on it. If nothing has moved, write “moved: {}”."
        return [Problem(REDIRECTS, 0, "The file is not there.", fix)]
    source = redirects_file(files)
    toolkit = {path for path, written in pages.items() if not written.own or written.original}
    problems: list[Problem] = []
    for kind, ways in (("moved", moved.moved), ("gone", moved.gone)):
        for old, new in ways.items():
            line = source.line((kind, old))
            if old in toolkit or old in generated:
                fix = "Delete the line or the page: an address is never used again for something else."
                message = f"{old} is still in docs/." if old in toolkit else f"{old} is still a page of the site."
                problems.append(Problem(REDIRECTS, line, message, fix))
            if new in moved.ways:
                fix = f"Write the page that it moved to: {moved.ways[new]}."
                problems.append(Problem(REDIRECTS, line, f"{new} has moved too.", fix))
            elif new not in pages and new not in generated:
                problems.append(
                    Problem(REDIRECTS, line, f"There is no page docs/{new}.", near(new, [*pages, *generated]))
                )
            if kind == "gone" and old in moved.moved:
                problems.append(
                    Problem(REDIRECTS, line, f"{old} is both moved and gone.", "Keep one of the two lines.")
                )
    return problems


def takes_over_problems(
    files: ParsedFiles, moved: Redirects, worksheets: Mapping[str, Worksheet], written: Mapping[str, OverlayFile]
) -> list[Problem]:
    """Worksheets that take over the answers of one whose page does not lead to them; ``written`` are theirs, by id."""
    problems: list[Problem] = []
    for name, worksheet in worksheets.items():
        if written[name].own:
            continue  # a council's copy: what it takes over stays with the toolkit's, and moved.yml is not its file
        page = made_path("worksheets", name)
        for then in worksheet.takes_over:
            old = made_path("worksheets", then)
            if then == name or moved.moved.get(old) == page or (then in worksheets and written[then].own):
                continue
            file = written[name].file
            line = files.yaml(file).line(("takes_over", then))
            message = f"{file} takes over the answers of “{then}”, but {old} does not lead here."
            problems.append(Problem(file, line, message, f"Write in {REDIRECTS}, under moved: “{old}: {page}”."))
    return problems
