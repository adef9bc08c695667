"""What the edition itself wrote: pages, notes, and files under its templates/, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.library import Library
from macros.core.files import files_in
from macros.core.parsing import read_text

EXAMPLE_BLOCK = re.compile(r"\s*(?:- )?example:\s*$")
EXAMPLE = re.compile(r"""\bexample:\s*(?:"[^"]*"|'[^']*'|[^,}]*)""")
TEXT_FOLDERS = ("docs", "notes", "templates")
TEXT_ENDINGS = (".md", ".yml")


@dataclass(frozen=True)
class OwnText:
    """One file of the edition: its name relative to the project, and its text."""

    file: str
    text: str

    @property
    def is_page(self) -> bool:
        """Whether it is Markdown, which may hold pictures."""
        return self.file.endswith(".md")

    def said_as_true(self) -> Iterator[tuple[str, str]]:
        """As :meth:`lines`, without the filled-in examples of a worksheet or paper, whose people are invented."""
        deep: int | None = None  # how far an example that goes on is indented
        for where, line in self.lines():
            indent = len(line) - len(line.lstrip())
            if deep is not None and line.strip() and indent <= deep:
                deep = None
            if not self.is_page and deep is None and EXAMPLE_BLOCK.match(line):
                deep = indent
            if deep is None:
                yield where, line if self.is_page else EXAMPLE.sub("", line)

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
