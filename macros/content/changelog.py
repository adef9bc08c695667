"""CHANGELOG.md as data: its versions, and each line with the pages that it is about.

It is written for councils that adopt the toolkit. A line that links to pages of docs/ is about those pages, and a
council that leaves all of them out is not troubled with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros.content.release import HEADING, day_of, version_key
from macros.core.parsing import read_text
from macros.core.problems import ContentError, Problem

GROUP_LINE = re.compile(r"\*\*(?P<group>[^*]+)\*\*")
PAGE_LINK = re.compile(r"\]\((?P<link>docs/(?P<path>[^)#]+\.md))[^)]*\)")


@dataclass(frozen=True)
class Line:
    """One thing that changed: its Markdown, the group that it stands in, and the paths in docs/ that it links to."""

    text: str
    group: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Version:
    """One version such as "1.1.0": its day, what it is in a sentence, and what changed."""

    number: str
    day: date
    lead: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def order(self) -> tuple[int, ...]:
        """By which versions are compared: 1.10.0 is newer than 1.9.0."""
        return version_key(self.number)


def read_changelog(path: Path, file: str = "CHANGELOG.md") -> list[Version]:
    """Every version, the newest first. Raises :class:`ContentError` with all that cannot be read."""
    versions: list[Version] = []
    problems: list[Problem] = []
    parts = re.split(r"(?m)^(?=## )", read_text(path, file))
    at = parts[0].count("\n") + 1
    for part in parts[1:]:
        if heading := HEADING.match(part):
            day = day_of(heading["date"])
            version = Version(heading["version"], day or date.min, *_body(part[heading.end() :]))
            if day is None:
                problems.append(Problem(file, at, f"There is no such day as {heading['date']}.", "Fix the date."))
            elif versions and version.order >= versions[-1].order:
                message = f"Version {version.number} is below {versions[-1].number}, which is not newer."
                problems.append(Problem(file, at, message, "Put the newest version first, and each only once."))
            versions.append(version)
        else:
            fix = "Write a heading such as “## 1.0.0, 24 November 2026”."
            problems.append(Problem(file, at, "This heading does not name a version and its day.", fix))
        at += part.count("\n")
    if not versions and not problems:
        problems.append(Problem(file, 0, "No version was found.", "Begin with a heading “## 1.0.0, 24 November 2026”."))
    if problems:
        raise ContentError(problems)
    return versions


def newer(versions: list[Version], than: Version) -> list[Version]:
    """Those of ``versions`` that came after ``than``."""
    return [version for version in versions if version.order > than.order]


def _body(text: str) -> tuple[str, list[Line]]:
    """The sentences before the first group or line, and the lines."""
    lead: list[str] = []
    lines: list[Line] = []
    group = ""
    for row in text.split("\n"):
        if group_line := GROUP_LINE.fullmatch(row.strip()):
            group = group_line["group"]
        elif row.startswith("- "):
            lines.append(Line(row[2:].strip(), group))
        elif row.startswith("  ") and lines:  # a line that goes on
            lines[-1] = Line(f"{lines[-1].text} {row.strip()}", lines[-1].group)
        elif row.strip() and not lines and not group:
            lead.append(row.strip())
    return " ".join(lead), [_with_pages(line) for line in lines]


def _with_pages(line: Line) -> Line:
    return Line(line.text, line.group, tuple(dict.fromkeys(link["path"] for link in PAGE_LINK.finditer(line.text))))
