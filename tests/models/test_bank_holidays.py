"""The list of bank holidays has every part of the United Kingdom, and days that hang together."""

from __future__ import annotations

from datetime import date

from macros.content.library import Library


def test_every_nation_has_at_least_eight_days_a_year_until_the_list_is_looked_at(library: Library) -> None:
    holidays = library.bank_holidays
    for nation in ("england", "wales", "scotland", "northern-ireland"):
        days = holidays.of(nation)
        for year in range(holidays.year, holidays.check_by.year + 1):
            assert sum(day.startswith(str(year)) for day in days) >= 8, (nation, year)


def test_no_day_off_falls_on_a_weekend(library: Library) -> None:
    days = {day for nation in ("england", "scotland", "northern-ireland") for day in library.bank_holidays.of(nation)}
    assert [day for day in days if date.fromisoformat(day).weekday() > 4] == []


def test_nations_differ_where_they_do(library: Library) -> None:
    of = library.bank_holidays.of
    assert "2027-11-30" in of("scotland") and "2027-11-30" not in of("wales")
    assert "2027-03-17" in of("northern-ireland") and "2027-03-17" not in of("england")
    assert of("england") == of("wales")
