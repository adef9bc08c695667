"""What came from the editions before this one, and waits for somebody to decide."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from macros.content.library import Library
from macros.readiness.finding import Finding, Teller
from macros.readiness.history import LINES_SHOWN


def undecided(library: Library, tell: Teller) -> Iterator[Finding]:
    """Each file that came along, with the other texts for the same place."""
    inherited = library.inherited
    for entry in inherited.undecided:
        councils = ", ".join(inherited.councils.get(origin, origin) for origin in entry.origins)
        where = f"editions/{library.edition.slug}/{entry.file}"
        lines = tuple(
            line
            for other in entry.others
            for line in (f"{other}:", *difference(library.folder / entry.file, library.folder / other))
        )
        yield tell("look", "clash" if entry.others else "inherited", where, lines, councils=councils)
    if inherited.councils and not inherited.undecided:
        yield tell("fine", "all_decided", councils=", ".join(inherited.councils.values()))


def difference(path: Path, other: Path) -> list[str]:
    """The lines that only ``path`` has ("- …") and only ``other`` has ("+ …"); for a picture, that it is another."""
    try:
        first, second = path.read_text("utf-8-sig"), other.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return ["…"]
    compared = difflib.unified_diff(first.splitlines(), second.splitlines(), n=0, lineterm="")
    lines = [
        f"{line[0]} {line[1:].strip()}"
        for line in compared
        if line[:3] not in ("---", "+++") and not line.startswith("@@") and line[1:].strip()
    ]
    return [*lines[:LINES_SHOWN], "…"] if len(lines) > LINES_SHOWN else lines
