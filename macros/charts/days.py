"""Days as numbers and in words, for the timeline. Any year will do: a reader who types 2027 passes year 2.

Twin of ``overrides/assets/js/charts/days.js``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True)
class Day:
    """A day; ``number`` counts days, ``month`` counts months, both from long ago."""

    number: int
    month: int
    said: str


def read_day(text: str, words: dict[str, str]) -> Day | None:
    """The day that ``text`` such as 2027-02-04 means; None where it is not one."""
    found = DAY.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups())
    index = year * 12 + month - 1
    if not 1 <= month <= 12 or not 1 <= day <= first_of(index + 1) - first_of(index):
        return None
    said = words["date"].format(day=day, month=words["months"].split(" ")[month - 1], year=year)
    return Day(first_of(index) + day - 1, index, said)


def first_of(month: int) -> int:
    """The number of the first day of a month. The year begins in March, so that 29 February comes last."""
    year, since_march = divmod(month - 2, 12)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * since_march + 2) // 5
