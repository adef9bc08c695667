"""What has grown old: pages that nobody has reviewed for long, and figures past the day to look again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from macros.content.bank_holidays import BANK_HOLIDAYS_FILE as BANK_HOLIDAYS
from macros.content.library import Library
from macros.models.citations import Figure
from macros.readiness.finding import Finding, Teller

LONGEST_UNCHECKED = timedelta(days=2 * 365)  # a fact that an officer quotes is seldom good for longer


def review_dates(library: Library, day: date, tell: Teller) -> Iterator[Finding]:
    """A look at each page that was last reviewed more than two years before ``day``; "fine" where there is none."""
    old = {
        path: front_matter
        for path, front_matter in library.front_matters.items()
        if path not in library.hidden and day - front_matter.reviewed > LONGEST_UNCHECKED
    }
    for path, front_matter in sorted(old.items(), key=lambda item: item[1].reviewed):
        when = front_matter.reviewed.isoformat()
        yield tell("look", "page_old", library.pages[path].file, title=front_matter.title, date=when)
    if not old:
        yield tell("fine", "pages_reviewed")
    holidays = library.bank_holidays
    if day > holidays.check_by:
        yield tell("look", "holidays_old", BANK_HOLIDAYS, date=holidays.check_by.isoformat())


def overdue_figures(figures: Mapping[str, Figure], day: date) -> dict[str, Figure]:
    """The figures whose ``check_by`` is before ``day``, the longest overdue first, by id."""
    overdue = [(id, figure) for id, figure in figures.items() if figure.check_by and figure.check_by < day]
    return dict(sorted(overdue, key=lambda item: (item[1].check_by or day, item[0])))
