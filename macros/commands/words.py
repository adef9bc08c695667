"""``make words``: how hard each page of ``site/`` is to read, the hardest first, and figures past their date."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from macros.content.customisation.selection import choose
from macros.content.library import read_library
from macros.content.nav_file import read_nav
from macros.models.citations import Figure
from macros.paths import PROJECT
from macros.quality.wording.grade import LIMIT, Reading, reading
from macros.readiness.review_dates import overdue_figures

APART = ("print_page/", "404.html")  # the first repeats all pages; neither is a page of the nav


def readings(site: Path) -> dict[str, Reading]:
    """The reading of every page of a built site by its address."""
    pages = {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in site.rglob("*.html")}
    return {url: reading(path.read_text("utf-8")) for url, path in sorted(pages.items()) if url not in APART}


def too_hard(measured: dict[str, Reading]) -> list[str]:
    """A line for each page above the limit, with the sentences that are most to blame."""
    return [
        "\n".join(
            [
                f"{url or 'home'} has grade {measure.grade:.1f}, above the limit of {LIMIT:.0f}. Shorten these first:",
                *(f"    {grade:4.1f}  {sentence}" for grade, sentence in measure.hardest[:5]),
            ]
        )
        for url, measure in measured.items()
        if measure.grade > LIMIT
    ]


def figures_due(figures: Mapping[str, Figure], today: date) -> str:
    """What ``make words`` says of figures past the day to look again, one a line."""
    due = overdue_figures(figures, today)
    if not due:
        return "No figure is past the day to look again."
    lines = [f"  {figure.check_by}  {figure_id}: {figure.says} ({figure.when})" for figure_id, figure in due.items()]
    return "\n".join([f"Figures past the day to look again, in templates/figures.yml: {len(due)}.", *lines])


def main() -> int:
    """Print the table, and the figures that are due. Returns 1 where a page is above the limit."""
    site = PROJECT / "site"
    if not (site / "index.html").is_file():
        print("There is no site yet. Run `make site` first.", file=sys.stderr)
        return 1
    measured = readings(site)
    print("grade  words  page")
    for url, measure in sorted(measured.items(), key=lambda item: -item[1].grade):
        print(f"{measure.grade:5.1f}  {measure.words:5}  {url or 'home'}")
    hard = too_hard(measured)
    print("\n" + "\n\n".join(hard) if hard else f"\nNo page is above grade {LIMIT:.0f}.")
    library = read_library(PROJECT, choose(PROJECT, os.environ)[0], read_nav(PROJECT))
    print("\n" + figures_due(library.figures, date.today()))
    return 1 if hard else 0


if __name__ == "__main__":
    sys.exit(main())
