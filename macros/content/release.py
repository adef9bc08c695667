"""Which version this is, and of which day: the newest heading of CHANGELOG.md says so, and nothing else does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from macros.core.parsing import read_text
from macros.core.problems import ContentError, Problem

HEADING = re.compile(r"^## (?P<version>\d+\.\d+\.\d+), (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})$", re.MULTILINE)


@dataclass(frozen=True)
class Release:
    """A version such as "1.0.0" and its day, the only date that a document carries."""

    version: str
    day: date


def read_release(root: Path) -> Release:
    """Read the newest version of the changelog. Raises :class:`ContentError` when its heading cannot be read."""
    found = HEADING.search(read_text(root / "CHANGELOG.md", "CHANGELOG.md"))
    if not found:
        fix = "Begin the newest part with a heading such as “## 1.0.0, 24 November 2026”."
        raise ContentError([Problem("CHANGELOG.md", 0, "No version with its date was found.", fix)])
    return Release(found["version"], datetime.strptime(found["date"], "%d %B %Y").date())
