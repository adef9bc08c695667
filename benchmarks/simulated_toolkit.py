"""The toolkit, release after release: pages are rewritten, added, renamed and dropped. What it adds is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml

from benchmarks.simulated_git import with_line
from macros.paths import PROJECT

SOURCES = ("docs", "templates", "editions/toolkit", "macros/core")
FILES = ("mkdocs.yml", "CHANGELOG.md", "pyproject.toml")
FOLDER, HOME = "nations", "nations/index.md"
CODE, SETTINGS, MOVED = "macros/core/dates.py", "mkdocs.yml", "templates/moved.yml"
FIRST_PAGES, FEWEST_PAGES = 12, 8
EDITS = 5  # pages that a release rewrites


@dataclass
class Toolkit:
    """``files`` are the toolkit's texts by path; ``pages`` those that were added and may be renamed or dropped."""

    random: Random
    files: dict[str, str] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    published: set[str] = field(default_factory=set)  # every path in docs/ that there ever was
    moved: dict[str, str] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    added: int = 0

    @classmethod
    def begin(cls, chance: Random) -> Toolkit:
        """The toolkit as it is in this folder, with pages to rename."""
        toolkit = cls(chance, dict(_written()))
        written = yaml.safe_load(toolkit.files[MOVED])
        toolkit.moved, toolkit.gone = dict(written["moved"]), dict(written["gone"])
        for _ in range(FIRST_PAGES):
            toolkit.add()
        toolkit.finish()
        return toolkit

    def docs(self) -> list[str]:
        """The paths in docs/ of all pages."""
        return [path.removeprefix("docs/") for path in self.files if path.startswith("docs/") and path.endswith(".md")]

    def release(self, number: int) -> dict[str, str | None]:
        """Make release ``number``. Returns the files that changed."""
        before = dict(self.files)
        for path in self.random.sample(self.docs(), EDITS):
            text = with_line(self.files[f"docs/{path}"], f"Release {number} says more.", self.random.randrange(9))
            self.files[f"docs/{path}"] = text
        self.files[CODE] += f"# Release {number}\n"
        self.add()
        if self.random.random() < 0.7:
            self.rename(self.random.choice(self.pages))
        if len(self.pages) > FEWEST_PAGES and self.random.random() < 0.7:
            self.drop(self.random.choice(self.pages))
        self.finish()
        gone = dict.fromkeys(before.keys() - self.files.keys())
        return {**gone, **{path: text for path, text in self.files.items() if before.get(path) != text}}

    def add(self) -> None:
        """A new page, listed behind the others of its folder."""
        self.added += 1
        path = f"{FOLDER}/invented-{self.added}.md"
        self.files[f"docs/{path}"] = (
            f"---\ntitle: Invented page {self.added}\ndescription: A page of the simulation.\n"
            f"reviewed: 2026-11-24\n---\n\n# Invented page {self.added}\n\n" + _sections(self.added)
        )
        self._in_nav(f"          - {HOME}\n", f"          - {HOME}\n          - {path}\n")
        self.pages.append(path)

    def rename(self, old: str) -> None:
        """A page gets another address, which is written down."""
        self.added += 1
        new = f"{FOLDER}/renamed-{self.added}.md"
        self.files[f"docs/{new}"] = self.files.pop(f"docs/{old}")
        self._in_nav(f"- {old}\n", f"- {new}\n")
        self.pages[self.pages.index(old)] = new
        self.moved = {path: new if to == old else to for path, to in self.moved.items()} | {old: new}

    def drop(self, path: str) -> None:
        """A page is gone, and its readers are led to the folder's first page."""
        del self.files[f"docs/{path}"]
        self._in_nav(f"          - {path}\n", "")
        self.pages.remove(path)
        lost = [old for old, to in self.moved.items() if to == path]
        self.moved = {old: to for old, to in self.moved.items() if old not in lost}
        self.gone |= dict.fromkeys([*lost, path], HOME)

    def finish(self) -> None:
        """Write down where pages are now."""
        self.published |= set(self.docs())
        ways = {"moved": self.moved, "gone": self.gone}
        self.files[MOVED] = yaml.safe_dump(ways, sort_keys=False, width=10_000)

    def now(self, path: str) -> str:
        """Where the page ``path`` is, or the page to which its readers are led."""
        return self.moved.get(path) or self.gone.get(path) or path

    def _in_nav(self, old: str, new: str) -> None:
        assert old in self.files[SETTINGS], old
        self.files[SETTINGS] = self.files[SETTINGS].replace(old, new, 1)


def _sections(number: int) -> str:
    return "".join(f"## Part {part}\n\nWords of part {part} of page {number}.\n\n" for part in range(1, 5))


def _written() -> Iterator[tuple[str, str]]:
    paths: list[Path] = [path for name in SOURCES for path in sorted((PROJECT / name).rglob("*")) if path.is_file()]
    for path in [*paths, *(PROJECT / name for name in FILES)]:
        if path.suffix in (".md", ".yml", ".py", ".svg", ".toml", ".css"):
            yield path.relative_to(PROJECT).as_posix(), path.read_text("utf-8")
