"""What a kind of file that a build makes is: its address, its name, and of what the edition has one.

The kinds themselves are a table: :mod:`macros.documents.outputs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros.content.library import Library
from macros.content.parts import BEGINS
from macros.core.urls import address
from macros.documents.formats import FORMATS
from macros.documents.papers.formats import PAPER_FORMATS, forms_of
from macros.documents.workbook.plan import has_table

Names = dict[str, str]
PROJECT_SUFFIXES = ("xlsx", "ods")  # of the workbook with the whole project


@dataclass(frozen=True)
class Output:
    """One kind of file. ``address``, ``label`` and ``page`` are filled in with the names that ``each`` yields.

    ``label`` is a key of the interface words, empty for what no reader downloads. ``made_from`` and ``made_by`` say
    what it is drawn from and by which module. ``page`` is the page in docs/ that offers it; it is empty where every
    page does, or a program asks for it. ``is_download`` says whether ``edition.json`` lists it, ``after_pages`` whether
    it needs the finished pages.
    """

    address: str
    label: str
    made_from: str
    made_by: str
    page: str = ""
    each: Callable[[Library], Iterator[Names]] | None = None
    is_download: bool = True
    after_pages: bool = False

    def files(self, library: Library) -> list[OutputFile]:
        """The files of this kind that ``library`` has."""
        every = self.each(library) if self.each else iter([{}])
        return [
            OutputFile(self.address.format(**names), self.label.format(**names), self.page.format(**names), self, names)
            for names in every
        ]


@dataclass(frozen=True)
class OutputFile:
    """One file: its address inside the site, the key of its label, the page that offers it, its kind and its names."""

    url: str
    label: str
    page: str
    output: Output
    names: Names

    def title(self, strings: dict[str, Any]) -> str:
        """What a reader sees it called. Raises ``KeyError`` where the words have no such key."""
        entry: Any = strings
        for key in self.label.split("."):
            entry = entry[key]
        return str(entry)


def each_neutral(library: Library) -> Iterator[Names]:
    """Once, where the edition is nobody's: what the form of editions needs."""
    if library.edition.neutral:
        yield {}


def used_worksheets(library: Library) -> list[str]:
    """Worksheets that a step uses."""
    return [name for name in library.worksheets if name not in library.unused_worksheets]


def each_worksheet(library: Library) -> Iterator[Names]:
    """The id of each worksheet that a step uses."""
    for name in used_worksheets(library):
        yield {"id": name}


def each_form(library: Library) -> Iterator[Names]:
    """Each form of each worksheet that a step uses, with the name of its file."""
    for name in used_worksheets(library):
        for key, form in FORMATS.items():
            if form.fits(library.worksheets[name]):
                yield {"id": name, "form": key, "file": form.file(name)}


def each_project_form(library: Library) -> Iterator[Names]:
    """Each form of the workbook with the whole project; none where no worksheet has a table."""
    if any(has_table(library.worksheets[name]) for name in used_worksheets(library)):
        for suffix in PROJECT_SUFFIXES:
            yield {"suffix": suffix}


def each_pack(library: Library) -> Iterator[Names]:
    """The id of each pack, in the order in which they are offered."""
    for name in library.pack_order():
        yield {"id": name}


def each_paper_form(library: Library) -> Iterator[Names]:
    """Each form of each paper."""
    for name, paper in library.papers.items():
        for form in forms_of(paper):
            yield {"id": name, "form": form, "suffix": PAPER_FORMATS[form].suffix}


def card_id(path: str) -> str:
    """The id of the card of the step ``path`` in docs/, such as ``choose-the-community``."""
    page = PurePosixPath(path)
    return page.parent.name if page.name == "index.md" else page.stem


def each_card(library: Library) -> Iterator[dict[str, str]]:
    """The id of each step's card, in the order of the model. A step that is left out has none."""
    for step in library.outline.steps():
        if step.path not in library.hidden:
            yield {"id": card_id(step.path), "path": step.path, "url": address(step.path)}


def each_stage(library: Library) -> Iterator[Names]:
    """The number of each stage with its page, in the order of the model. A stage that is left out has no PDF."""
    for stage in library.outline.stages:
        if stage.path not in library.hidden:
            yield {"number": str(stage.number), "path": stage.path}


def each_part(library: Library) -> Iterator[Names]:
    """Each part of the guide beside the stages, by the page with which it begins, in the order of the book."""
    for path in BEGINS:
        if path in library.front_matters and path not in library.hidden:
            yield {"id": (address(path) or path).strip("/").replace("/", "-"), "path": path}
