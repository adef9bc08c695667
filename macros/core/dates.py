"""Days in words, such as "24 November 2026": the names of months and their order are interface words."""

from __future__ import annotations

from datetime import date
from typing import Any


def in_words(day: date, strings: dict[str, Any]) -> str:
    """``day`` as ``dates:`` in the strings writes it. Views have this as the filter ``in_words(t)``."""
    words = strings["dates"]
    return str(words["day"]).format(day=day.day, month=words["months"][day.month - 1], year=day.year)
