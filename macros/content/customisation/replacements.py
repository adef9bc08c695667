"""What an edition wrote in place of the toolkit's text, and whether that text has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.content.customisation.overlay import OverlayFile, find_files
from macros.core.fingerprints import fingerprint
from macros.core.parsing import read_page, read_text, read_yaml

KINDS = {"checklists": "checklist", "worksheets": "worksheet", "packs": "pack"}


@dataclass(frozen=True)
class Replaced:
    """One text that an edition replaced.

    ``kind`` is page, checklist, worksheet or pack; ``path`` is inside docs/ or templates/; ``file`` is the edition's,
    ``original`` the toolkit's. ``said`` is the fingerprint that the edition's file carries, and ``now`` that of the
    original today: empty where the toolkit has dropped it.
    """

    kind: str
    path: str
    file: str
    original: str
    said: str | None
    now: str

    @property
    def gone(self) -> bool:
        """Whether the toolkit no longer has the original."""
        return not self.now

    @property
    def changed(self) -> bool:
        """Whether the original is known to have changed since it was replaced."""
        return self.said is not None and self.said != self.now


def read_replaced(root: Path, slug: str) -> list[Replaced]:
    """Everything that edition ``slug`` replaced, in order. Raises :class:`ContentError` for unreadable files."""
    found: list[Replaced] = []
    for path, written in find_files(root, slug, "docs", ".md").items():
        if written.own:
            found += _replaced("page", path, written, read_page(written.path, written.file).data, root, f"docs/{path}")
    for folder, kind in KINDS.items():
        for path, written in find_files(root, slug, f"templates/{folder}", ".yml").items():
            data = read_yaml(written.path, written.file).data if written.own else {}
            if written.own and not adds(data):
                inside = f"{folder}/{path}"
                found += _replaced(kind, inside, written, data, root, f"templates/{inside}")
    return found


def adds(data: Any) -> bool:
    """Whether a checklist's file only adds items to the toolkit's."""
    return isinstance(data, dict) and "add" in data


def _replaced(kind: str, path: str, written: OverlayFile, data: Any, root: Path, original: str) -> list[Replaced]:
    said = data.get("replaces") if isinstance(data, dict) else None
    if written.original is None and said is None:
        return []  # the edition's own addition
    now = fingerprint(read_text(root / original, original)) if written.original else ""
    return [Replaced(kind, path, written.file, original, said if isinstance(said, str) else None, now)]
