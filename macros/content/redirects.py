"""Pages that have another address now, or none: templates/moved.yml. A published address always leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import Field

from macros.core.parsed_files import ParsedFiles, parsed_files
from macros.core.parsing import ParsedFile
from macros.core.validation import StrictModel, validate

REDIRECTS = "templates/moved.yml"
MADE = {"worksheets": "worksheets", "packs": "pick"}  # the folders of pages that are made


class Redirects(StrictModel):
    """Paths in docs/. ``moved`` gives a page's new path; ``gone`` where the readers of a page that is gone are led.

    The page of a worksheet is ``worksheets/<id>.md``, that of a pack ``pick/<id>.md``.
    """

    moved: dict[str, str] = Field(default_factory=dict)
    gone: dict[str, str] = Field(default_factory=dict)

    @property
    def ways(self) -> dict[str, str]:
        """Every old path with the page to which it leads."""
        return {**self.moved, **self.gone}

    def earlier(self, path: str) -> list[str]:
        """The paths that the page at ``path`` had before."""
        return [old for old, new in self.moved.items() if new == path]

    def without(self, paths: Iterable[str]) -> Redirects:
        """The list for an edition that has pages of its own at these ``paths``: they stand there, and lead nowhere."""
        kept = set(paths)
        moved, gone = ({old: new for old, new in ways.items() if old not in kept} for ways in (self.moved, self.gone))
        return Redirects(moved=moved, gone=gone)

    def now(self, path: str) -> str | None:
        """Where ``path`` is today: itself, its new path, or None where it is gone."""
        return None if path in self.gone else self.moved.get(path, path)


def made_path(kind: str, name: str) -> str:
    """The path of a made page: of the "worksheets" or "packs" called ``name``."""
    return f"{MADE[kind]}/{name}.md"


def read_redirects(project: Path | ParsedFiles) -> Redirects:
    """Read the list; a project without one has moved nothing. Raises :class:`ContentError` when it cannot be read."""
    return validate(Redirects, redirects_file(parsed_files(project)))


def redirects_file(files: ParsedFiles) -> ParsedFile:
    """The list as it is written, with its lines; empty where there is none. Raises :class:`ContentError`."""
    return files.yaml(REDIRECTS) if (files.root / REDIRECTS).is_file() else ParsedFile(REDIRECTS, {})


def follow_redirects(source: ParsedFile, moved: Redirects) -> ParsedFile:
    """An edition's file with the pages that it names as they are called today; what names a lost page drops out.

    A list ``worksheets`` names worksheets by id: of several that are one today, it names that one once.
    So an edition that was written for an older toolkit still fits a newer one.
    """
    return replace(source, data=_followed(source.data, moved)) if moved.ways else source


def _followed(value: Any, moved: Redirects) -> Any:
    if isinstance(value, str):
        return moved.ways.get(value, value)
    if isinstance(value, dict):
        return {
            key: _ids_now("worksheets", item, moved) if key == "worksheets" else _followed(item, moved)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_followed(item, moved) for item in value if not _names_gone(item, moved)]
    return value


def _ids_now(kind: str, ids: Any, moved: Redirects) -> Any:
    """``ids`` of made pages as they are called today; anything but a list of ids as it is."""
    if not isinstance(ids, list) or not all(isinstance(name, str) for name in ids):
        return ids
    now = [moved.now(made_path(kind, name)) for name in ids]
    return list(dict.fromkeys(PurePosixPath(path).stem for path in now if path))


def _names_gone(value: Any, moved: Redirects) -> bool:
    named = value.values() if isinstance(value, dict) else [value]
    return any(isinstance(name, str) and name in moved.gone for name in named)
