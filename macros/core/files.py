"""Which files of a folder count. What is checked, read and published is listed here, so that it is the same."""

from __future__ import annotations

from pathlib import Path

LEFT_BEHIND = {"thumbs.db", "desktop.ini"}  # by computers, beside .DS_Store and other names that begin with a dot


def files_in(start: Path) -> list[Path]:
    """Every file below ``start`` in order, but those that a computer leaves behind; none where it is not there."""
    return [
        path
        for path in sorted(start.rglob("*"))
        if (path.is_file() or path.is_symlink())
        and path.name.lower() not in LEFT_BEHIND
        and not any(part.startswith(".") for part in path.relative_to(start).parts)
    ]
