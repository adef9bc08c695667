"""The invented edition of Westhaven in a copy of the project: read it, change it, and hear what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import Library, read_library
from macros.content.nav_file import read_nav
from macros.core.problems import ContentError

OWN = Path("editions/westhaven")


def read(project: Path, edition: str = "westhaven") -> Library:
    return read_library(project, edition, read_nav(project))


def told(project: Path, edition: str = "westhaven") -> str:
    with pytest.raises(ContentError) as problems:
        read(project, edition)
    return str(problems.value)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def put(project: Path, path: str, text: str) -> Path:
    file = project / OWN / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file
