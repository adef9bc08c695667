"""Pairs of text and ground that pages show, beside those that the toolkit lists and measures."""

from __future__ import annotations

import re
from typing import Literal

from macros.core import colour
from macros.models.editions import Look
from macros.scaffold.questions import FINE
from macros.theme.contrast_pairs import measured


def odd_pairs(seen: dict[str, list[str]], look: Look, scheme: Literal["light", "dark"]) -> dict[str, tuple[str, ...]]:
    """Pairs of ``seen``, which are by page, that are in no list of pairs: each with a page, and its colours' names."""
    names = colour.tokens(look.primary, look.accent, scheme)
    suggested = (FINE["PRIMARY"], FINE["ACCENT"])  # the form for an edition shows how its first colours would look
    listed = {pair.colours for colours in ((look.primary, look.accent), suggested) for pair in measured(*colours)}
    return {
        pair: (path, *(name for name, value in names.items() if value in as_hex(pair)))
        for path, pairs in seen.items()
        for pair in pairs
        if as_hex(pair) not in listed
    }


def as_hex(pair: str) -> tuple[str, ...]:
    """ "rgb(1, 2, 3) on rgb(4, 5, 6)" as two colours."""
    return tuple(
        "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colours)[:3]) for colours in pair.split(" on ")
    )
