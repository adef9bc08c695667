"""What has grown old is found: a page that was reviewed long ago, and a figure past its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from macros.commands.words import figures_due
from macros.content.library import Library
from macros.readiness import findings
from macros.readiness.review_dates import LONGEST_UNCHECKED, overdue_figures
from tests.support.council import Council

PAGE = "evidence/policy.md"


def old_page(library: Library, days: int) -> Library:
    """The library, with one page reviewed ``days`` before the day of its version."""
    reviewed = library.release.day - timedelta(days=days)
    front_matter = library.front_matters[PAGE].model_copy(update={"reviewed": reviewed})
    return replace(library, front_matters={**library.front_matters, PAGE: front_matter})


def test_a_page_reviewed_over_two_years_ago_is_found(council: Council) -> None:
    library = old_page(council(), LONGEST_UNCHECKED.days + 1)

    lines = [finding for finding in findings(library) if finding.where.endswith(PAGE)]

    assert [finding.level for finding in lines] == ["look"]
    assert "over two years ago" in lines[0].what and lines[0].fix


def test_a_page_reviewed_two_years_ago_is_let_be(council: Council) -> None:
    library = old_page(council(), LONGEST_UNCHECKED.days)

    assert not [finding for finding in findings(library) if finding.where.endswith(PAGE)]


def test_pages_grow_old_when_no_new_version_comes(council: Council) -> None:
    library = council()
    later = library.release.day + 2 * LONGEST_UNCHECKED

    old = [
        finding
        for finding in findings(library, today=later)
        if finding.level == "look" and finding.where.startswith("docs/")
    ]

    assert len(old) == len(library.front_matters)


def test_a_list_of_bank_holidays_past_its_day_is_found(council: Council) -> None:
    library = council()
    day = library.bank_holidays.check_by

    def found(today: date) -> list[str]:
        return [
            finding.level
            for finding in findings(library, today=today)
            if finding.where.startswith("templates/bank-holidays")
        ]

    assert found(day) == [] and found(day + timedelta(days=1)) == ["look"]


def test_every_figure_says_when_to_look_again(library: Library) -> None:
    assert [name for name, figure in library.figures.items() if figure.check_by is None] == []


@pytest.mark.parametrize(("days", "due"), [(1, ["homes-offline"]), (0, []), (-1, [])])
def test_a_figure_past_its_day_is_found(library: Library, days: int, due: list[str]) -> None:
    figure = library.figures["homes-offline"]
    assert figure.check_by

    overdue = overdue_figures({"homes-offline": figure}, figure.check_by + timedelta(days=days))

    assert list(overdue) == due


def test_figures_are_listed_the_longest_overdue_first(library: Library) -> None:
    some = {name: library.figures[name] for name in ("hubs-uk", "homes-offline", "launch-viewers")}

    listed = figures_due(some, date(2030, 1, 1)).splitlines()

    assert listed[0].endswith(": 3.")
    assert [line.split()[1] for line in listed[1:]] == ["homes-offline:", "hubs-uk:", "launch-viewers:"]
    assert some["hubs-uk"].says in listed[2]


def test_that_no_figure_is_due_is_said(library: Library) -> None:
    assert figures_due({}, date(2030, 1, 1)) == "No figure is past the day to look again."
