"""Which version this is, and of which day: the newest heading of CHANGELOG.md says so, and nothing else does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from macros.core.parsed_files import ParsedFiles, parsed_files
from macros.core.problems import ContentError, Problem

CHANGELOG = "CHANGELOG.md"
HEADING = re.compile(r"^## (?P<version>\d+\.\d+\.\d+), (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})$", re.MULTILINE)


@dataclass(frozen=True)
class Release:
    """A version such as "1.0.0" and its day, the only date that a document carries."""

    version: str
    day: date


def read_release(project: Path | ParsedFiles) -> Release:
    """Read the newest version of the changelog. Raises :class:`ContentError` when its heading cannot be read."""
    newest = HEADING.search(parsed_files(project).text(CHANGELOG))
    day = day_of(newest["date"]) if newest else None
    if not newest or not day:
        fix = "Begin the newest part with a heading such as “## 1.0.0, 24 November 2026”."
        raise ContentError([Problem(CHANGELOG, 0, "No version with its date was found.", fix)])
    return Release(newest["version"], day)


def day_of(words: str) -> date | None:
    """The day that ``words`` such as "24 November 2026" say; None where there is no such day."""
    try:
        return datetime.strptime(words, "%d %B %Y").date()
    except ValueError:
        return None


def version_key(number: str) -> tuple[int, ...]:
    """By which versions are compared: "1.10.0" is newer than "1.9.0". Raises ``ValueError`` for other texts."""
    return tuple(int(part) for part in number.split("."))
