"""How many minutes a step takes, where its time begins with an amount that can be counted."""

from __future__ import annotations

from typing import Any


def minutes_of(time: str, words: dict[str, Any]) -> int | None:
    """The minutes of a step's ``time``, such as "Half a day, over two weeks"; None where that is no plain amount.

    ``words`` are the interface's ``pick``: its ``amounts`` are counted, and ``over`` begins what only says how the
    amount is spread. A time that goes on, such as "Two hours a week", is nobody's sum: it is shown in its own words.
    """
    amount, _, _ = time.strip().lower().partition(str(words["over"]))
    return dict(words["amounts"]).get(amount.strip())
