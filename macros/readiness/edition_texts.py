"""What the edition itself wrote: pages, notes, and files under its templates/, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.library import Library
from macros.core.files import files_in
from macros.core.parsing import read_text

TEXT_FOLDERS = ("docs", "notes", "templates")
WRITTEN = (".md", ".yml")


@dataclass(frozen=True)
class OwnText:
    """One file of the edition: its name relative to the project, and its text."""

    file: str
    text: str

    @property
    def is_page(self) -> bool:
        """Whether it is Markdown, which may hold pictures."""
        return self.file.endswith(".md")

    def lines(self) -> Iterator[tuple[str, str]]:
        """Each line with the place to name: "editions/plymouth/notes/about.md, line 3"."""
        for number, line in enumerate(self.text.split("\n"), 1):
            yield f"{self.file}, line {number}", line


def own_texts(library: Library) -> list[OwnText]:
    """Every file that the edition wrote in words, in order of name.

    Raises :class:`ContentError` for one not in UTF-8.
    """
    paths = [
        path for folder in TEXT_FOLDERS for path in files_in(library.folder / folder) if path.suffix in (".md", ".yml")
    ]
    names = [path.relative_to(library.root).as_posix() for path in paths]
    return [OwnText(name, read_text(path, name)) for path, name in zip(paths, names, strict=True)]
