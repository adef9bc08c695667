"""Which files of a folder count. What is checked, read and published is listed here, so that it is the same."""

from __future__ import annotations

import os
from pathlib import Path

LEFT_BEHIND = {"thumbs.db", "desktop.ini"}  # by computers, beside .DS_Store and other names that begin with a dot


def files_in(start: Path) -> list[Path]:
    """Every file below ``start`` in order, but those that a computer leaves behind; none where it is not there."""
    return [start / name for name in names_in(start)]


def names_in(start: Path) -> list[str]:
    """The same, as paths below ``start`` with “/” between their parts. A link counts as a file, whatever is there."""
    names: list[str] = []
    top = str(start)
    for folder, folders, files in os.walk(top):
        below = "" if folder == top else f"{os.path.relpath(folder, top).replace(os.sep, '/')}/"
        links = [name for name in folders if os.path.islink(f"{folder}/{name}")]  # noqa: PTH114
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [
            below + name for name in [*files, *links] if not name.startswith(".") and name.lower() not in LEFT_BEHIND
        ]
    return sorted(names, key=lambda name: name.split("/"))
