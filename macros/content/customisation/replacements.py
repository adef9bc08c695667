"""What an edition wrote in place of the toolkit's text, and whether that text has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.content.customisation.overlay import OverlayFile, find_files
from macros.content.redirects import Redirects
from macros.core.fingerprints import fingerprint_since
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile

REPLACEABLE_KINDS = {"checklists": "checklist", "worksheets": "worksheet", "packs": "pack", "papers": "paper"}


@dataclass(frozen=True)
class Replaced:
    """One text that an edition replaced.

    ``kind`` is page, checklist, worksheet, pack or paper; ``path`` is inside docs/ or templates/; ``file`` is the
    edition's, ``original`` the toolkit's. ``recorded_hash`` is the fingerprint that the edition's file carries, if any,
    and ``current_hash`` that of the original today: empty where the toolkit has dropped it. ``reviewed`` is the day of
    the edition's text, ``original_reviewed`` that of the original, where they say one: pages do.
    """

    kind: str
    path: str
    file: str
    original: str
    recorded_hash: str | None
    current_hash: str
    reviewed: date | None = None
    original_reviewed: date | None = None

    @property
    def gone(self) -> bool:
        """Whether the toolkit no longer has the original."""
        return not self.current_hash

    @property
    def changed(self) -> bool:
        """Whether the original is known to have changed since it was replaced."""
        return self.recorded_hash is not None and self.recorded_hash != self.current_hash


def read_replaced(files: ParsedFiles, slug: str, redirects: Redirects) -> list[Replaced]:
    """Everything that edition ``slug`` replaced, in order. Raises :class:`ContentError` for unreadable files."""
    replaced: list[Replaced] = []
    for path, written in find_files(files, slug, "docs", ".md", redirects).items():
        if written.own:
            replaced += _replaced(files, "page", path, written, files.page(written.file), f"docs/{path}")
    for folder, kind in REPLACEABLE_KINDS.items():
        for path, written in find_files(files, slug, f"templates/{folder}", ".yml").items():
            if path.startswith("_"):
                continue  # about the folder: a list, which cannot say what it replaced
            if written.own and not adds(source := files.yaml(written.file)):
                inside = f"{folder}/{path}"
                replaced += _replaced(files, kind, inside, written, source, f"templates/{inside}")
    return replaced


def adds(source: ParsedFile) -> bool:
    """Whether a file only adds items to the toolkit's checklist, or gives headings to the toolkit's paper."""
    return "add" in source.keys or "headings" in source.keys


def _replaced(
    files: ParsedFiles, kind: str, path: str, written: OverlayFile, source: ParsedFile, original: str
) -> list[Replaced]:
    recorded: Any = source.keys.get("replaces")
    if written.original is None and recorded is None:
        return []  # the edition's own addition
    now = fingerprint_since(files.text(original), recorded) if written.original else ""
    days = [source, files.page(original)] if kind == "page" and written.original else []
    reviewed = [day if type(day := parsed.keys.get("reviewed")) is date else None for parsed in days] or [None, None]
    recorded_hash = recorded if isinstance(recorded, str) else None
    return [Replaced(kind, path, written.file, original, recorded_hash, now, *reviewed)]
