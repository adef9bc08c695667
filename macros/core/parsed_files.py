"""The files of one project, each read and parsed once in a reading, and each folder looked through once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from macros.core.files import names_in
from macros.core.parsing import ParsedFile, read_page, read_text, read_yaml
from macros.core.problems import ContentError

Content = TypeVar("Content")


class ParsedFiles:
    """The files below ``root``, each read and parsed once.

    What a file said, or what was wrong with it, is kept for the next who asks. It is made for one reading and handed
    down through it. Files that change afterwards need a new one. What it gives is shared, so nobody changes it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._kept: dict[tuple[str, str], Any] = {}
        self._names: dict[Path, list[str]] = {}

    def names_in(self, start: Path) -> list[str]:
        """The files below the folder ``start``, as :func:`macros.core.files.names_in` tells them."""
        if start not in self._names:
            self._names[start] = names_in(start)
        return self._names[start]

    def text(self, file: str) -> str:
        """The text of ``file``, named relative to ``root``. Raises :class:`ContentError` as :func:`read_text` does."""
        return self._once(file, read_text)

    def yaml(self, file: str) -> ParsedFile:
        """The YAML ``file``, named relative to ``root``. Raises :class:`ContentError` as :func:`read_yaml` does."""
        return self._once(file, read_yaml)

    def page(self, file: str) -> ParsedFile:
        """The Markdown page ``file``, named relative to ``root``. Raises :class:`ContentError`."""
        return self._once(file, read_page)

    def _once(self, file: str, read: Callable[[Path, str], Content]) -> Content:
        key = (file, read.__name__)
        if key not in self._kept:
            try:
                self._kept[key] = read(self.root / file, file)
            except ContentError as error:
                self._kept[key] = error
        kept = self._kept[key]
        if isinstance(kept, ContentError):
            raise ContentError(kept.problems)
        content: Content = kept
        return content


def parsed_files(project: Path | ParsedFiles) -> ParsedFiles:
    """``project`` itself where it is files that were handed down, else new ones below that folder."""
    return project if isinstance(project, ParsedFiles) else ParsedFiles(project)
