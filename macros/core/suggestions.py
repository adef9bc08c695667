"""The nearest name that is known, for a message about one that is not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def near(name: str, known: Iterable[str]) -> str:
    """How to fix a ``name`` that is not known: a whole sentence with the nearest one that is, if any is near."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean “{close[0]}”?" if close else "Check how the name is spelled, or add the file."
