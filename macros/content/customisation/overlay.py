"""The rule for councils: an edition mirrors the toolkit, and its file wins. Nothing else chooses between the two."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.content.redirects import Redirects, read_redirects
from macros.core.parsed_files import ParsedFiles, parsed_files

PAGE_FOLDERS = ("docs", "notes")  # their files are named after pages, which may move


@dataclass(frozen=True)
class OverlayFile:
    """A file that was found: its name relative to the project at ``root``, and whether it is the edition's own.

    ``original`` is the toolkit's file in whose place it stands, if it stands in the place of one.
    """

    root: Path
    file: str
    own: bool
    original: str | None = None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.root / self.file


def find_files(
    project: Path | ParsedFiles, slug: str, folder: str, suffix: str, redirects: Redirects | None = None
) -> dict[str, OverlayFile]:
    """Files under ``folder`` by their path inside it: the toolkit's, or the edition's where it has the same path.

    An edition's file for a page that has moved counts under the page's new path, so that nothing is lost; one for a
    page that is gone is set aside. ``redirects`` are read where they are not given.
    Raises :class:`macros.core.problems.ContentError` where the list of moved pages cannot be read.
    """
    files: dict[str, OverlayFile] = {}
    parsed = parsed_files(project)
    root = parsed.root
    moved = None if folder not in PAGE_FOLDERS else read_redirects(project) if redirects is None else redirects
    for base, is_edition in ((root, False), (root / "editions" / slug, True)):
        start = base / folder
        below = start.relative_to(root).as_posix()
        for name in (candidate for candidate in parsed.names_in(start) if candidate.endswith(suffix)):
            inside = name
            if is_edition and moved:
                today = moved.now(inside)
                if today is None or (today != inside and (start / today).is_file()):
                    continue
                inside = today
            original = files[inside].file if inside in files else None
            files[inside] = OverlayFile(root, f"{below}/{name}", is_edition, original)
    return files


def find_lists(project: Path | ParsedFiles, slug: str, file: str) -> list[OverlayFile]:
    """A ``file`` of many entries, over which an edition lays its own: the toolkit's, then any of the edition's.

    The toolkit's is named whether or not it is there: who reads it is told.
    """
    root = parsed_files(project).root
    lists, editions_file = [OverlayFile(root, file, False)], root / "editions" / slug / file
    if editions_file.is_file():
        lists.append(OverlayFile(root, f"editions/{slug}/{file}", True, file))
    return lists


def find_file(project: Path | ParsedFiles, slug: str, file: str) -> OverlayFile:
    """One ``file`` by its path in the project: the edition's where it has one, else the toolkit's, if it is there."""
    return find_lists(project, slug, file)[-1]
