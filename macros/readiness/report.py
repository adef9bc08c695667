"""What was found, for people: grouped, with one sentence that says whether the edition can be published."""

from __future__ import annotations

from typing import Any

from macros.content.library import Library
from macros.readiness.finding import LEVELS, Finding


def blocked(library: Library, findings: list[Finding]) -> bool:
    """Whether publishing must wait. A draft may go out as it is, because every page of it says that it is one."""
    return any(finding.level == "stop" for finding in findings) and not library.edition.draft


def check_view(library: Library, findings: list[Finding]) -> dict[str, Any]:
    """What the view ``check.html`` needs: ``verdict``, and ``groups`` with a heading and their findings."""
    words = library.strings["check"]
    return {"verdict": verdict(words, library, findings), "groups": grouped(words, findings)}


def verdict(words: dict[str, Any], library: Library, findings: list[Finding]) -> str:
    """One sentence: ready, or how much is to be fixed."""
    stops = sum(finding.level == "stop" for finding in findings)
    key = "ready" if not stops else "stops" if blocked(library, findings) else "draft"
    return str(words[key]).format(count=stops, council=library.edition.council or words["neutral"])


def grouped(words: dict[str, Any], findings: list[Finding]) -> list[dict[str, Any]]:
    """The findings under the headings of their levels; a level without findings is left out."""
    groups = [
        {
            "level": level,
            "title": words["groups"][level],
            "found": [finding for finding in findings if finding.level == level],
        }
        for level in LEVELS
    ]
    return [group for group in groups if group["found"]]


def as_text(words: dict[str, Any], verdict_line: str, findings: list[Finding]) -> str:
    """The findings for a terminal."""
    lines: list[str] = []
    for group in grouped(words, findings):
        lines += ["", f"{group['title']} ({len(group['found'])})"]
        for finding in group["found"]:
            lines += ["", *([f"  {finding.where}"] if finding.where else []), f"    {finding.what}"]
            lines += [f"      {line}" for line in finding.detail]
            lines += [f"    {words['fix']} {finding.fix}"] if finding.fix else []
    return "\n".join([*lines, "", verdict_line]).lstrip("\n")
