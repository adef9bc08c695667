"""Files of an edition or of a toolkit, read as far as they can be: what is broken in one must not hide the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.content.redirects import Redirects, read_redirects
from macros.core.parsing import read_page, read_text, read_yaml
from macros.core.problems import ContentError


def items_of(path: Path, *, retired: bool = False) -> set[str]:
    """The ids of a checklist's items: those that are shown, or those that are ``retired``."""
    items = settings_of(path).get("items")
    listed = items if isinstance(items, list) else []
    return {
        str(item.get("id")) for item in listed if isinstance(item, dict) and bool(item.get("retired_in")) == retired
    }


def moved_of(newest: Path) -> Redirects:
    """Where the toolkit's pages have gone."""
    try:
        return read_redirects(newest)
    except ContentError:
        return Redirects()  # a newer toolkit may say more than this one understands


def settings_of(path: Path) -> dict[str, Any]:
    """The settings of a page or YAML file; empty where it is not there or cannot be read."""
    if not path.is_file():
        return {}
    try:
        data = (read_page if path.suffix == ".md" else read_yaml)(path, path.name).data
    except ContentError:
        return {}
    return data if isinstance(data, dict) else {}


def text_of(path: Path) -> str:
    """The text of a file; empty where it cannot be read."""
    try:
        return read_text(path, path.name)
    except ContentError:
        return ""


def inside(folder: Path, suffix: str) -> list[str]:
    """The files below a folder by their path in it, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(f"*{suffix}"))


def named(root: Path, path: Path) -> str:
    """The name of a file relative to the project."""
    return path.relative_to(root).as_posix()
