"""Bank holidays: days on which a plan's dates are pointed out, because offices are closed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from macros.core.validation import StrictModel
from macros.models.texts import Words

Division = Literal["england-and-wales", "scotland", "northern-ireland"]
DIVISION_OF: dict[str, Division] = {
    "england": "england-and-wales",
    "wales": "england-and-wales",
    "scotland": "scotland",
    "northern-ireland": "northern-ireland",
}


class BankHolidays(StrictModel):
    """The days of each part of the United Kingdom with what they are called, where they are from, and until when."""

    by: Words
    url: Words
    year: int = Field(ge=2020, le=2100)  # in which the list was read
    check_by: date  # the day by which somebody should look for a longer list
    divisions: dict[Division, dict[date, Words]]

    def of(self, nation: str) -> dict[str, str]:
        """The days of a nation, such as "wales", as ISO dates with their names."""
        return {day.isoformat(): name for day, name in self.divisions[DIVISION_OF[nation]].items()}
