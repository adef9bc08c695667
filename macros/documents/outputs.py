"""Every file that a build makes beside its pages: where it is, what it is called, what it is made from, who makes it.

The build keeps a place for each before the pages are drawn, so that links to them are checked. The downloads page,
``edition.json``, the tests and the benchmarks read this table. A new document is one line here and one function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros.content.library import Library
from macros.core.urls import address
from macros.documents.formats import FORMATS
from macros.documents.papers.formats import PAPER_FORMATS, forms_of
from macros.documents.workbook.plan import has_table

Names = dict[str, str]


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
        found: Any = strings
        for key in self.label.split("."):
            found = found[key]
        return str(found)


def used_worksheets(library: Library) -> list[str]:
    """Worksheets that a step uses."""
    return [name for name in library.worksheets if name not in library.unused_worksheets]


def _each_worksheet(library: Library) -> Iterator[Names]:
    for name in used_worksheets(library):
        yield {"id": name}


def _each_form(library: Library) -> Iterator[Names]:
    for name in used_worksheets(library):
        for key, form in FORMATS.items():
            if form.fits(library.worksheets[name]):
                yield {"id": name, "form": key, "file": form.file(name)}


def _each_project_form(library: Library) -> Iterator[Names]:
    if any(has_table(library.worksheets[name]) for name in used_worksheets(library)):
        for suffix in PROJECT_SUFFIXES:
            yield {"suffix": suffix}


def _each_pack(library: Library) -> Iterator[Names]:
    for name in library.pack_order():
        yield {"id": name}


def _each_paper_form(library: Library) -> Iterator[Names]:
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


# Where a part of the guide begins that is not a stage.
BEGINS = ("pick/index.md", "communities/index.md", "evidence/index.md", "find-local-data.md", "about.md")
WORKSHEET_PAGE = "worksheets/{id}.md"
DOWNLOADS = "downloads/index.md"
PROJECT_SUFFIXES = ("xlsx", "ods")  # of the workbook with the whole project

OUTPUTS: dict[str, Output] = {
    "worksheet": Output(
        "downloads/worksheets/{file}",
        "forms.{form}",
        "the worksheet and the words of forms",
        "macros.documents.formats",
        WORKSHEET_PAGE,
        _each_form,
    ),
    "example": Output(
        "downloads/examples/{id}.pdf",
        "worksheet.example_pdf",
        "the worksheet with its example",
        "macros.documents.worksheet_pdf",
        WORKSHEET_PAGE,
        _each_worksheet,
    ),
    "worksheets_zip": Output(
        "downloads/worksheets.zip",
        "downloads.bundle_title",
        "every worksheet and example",
        "macros.core.archives",
        DOWNLOADS,
    ),
    "project_workbook": Output(
        "downloads/project.{suffix}",
        "project_workbook.forms.{suffix}",
        "every worksheet with a table, and the titles of steps",
        "macros.documents.project_forms",
        DOWNLOADS,
        _each_project_form,
    ),
    "paper": Output(
        "downloads/papers/{id}.{suffix}",
        "papers.forms.{form}",
        "the paper's outline",
        "macros.documents.papers.formats",
        "papers/{id}.md",
        _each_paper_form,
    ),
    "papers_zip": Output(
        "downloads/papers.zip",
        "papers.bundle_title",
        "every paper in every form",
        "macros.core.archives",
        "papers/index.md",
    ),
    "book": Output(
        "downloads/book.pdf",
        "downloads.book_title",
        "the parts of all pages",
        "macros.documents.book",
        DOWNLOADS,
        after_pages=True,
    ),
    "book_epub": Output(
        "downloads/book.epub",
        "downloads.epub_title",
        "the parts of all pages but worksheets",
        "macros.documents.epub",
        DOWNLOADS,
        after_pages=True,
    ),
    "pack": Output(
        "downloads/packs/{id}.pdf",
        "pick.ready_title",
        "the parts of the pack's pages",
        "macros.documents.pack_books",
        "pick/{id}.md",
        _each_pack,
        after_pages=True,
    ),
    "stage": Output(
        "downloads/stage-{number}.pdf",
        "stage_books.title",
        "the parts of the stage's pages",
        "macros.documents.stage_books",
        "{path}",
        each_stage,
        after_pages=True,
    ),
    "part": Output(
        "downloads/part-{id}.pdf",
        "parts.title",
        "the parts of these pages",
        "macros.documents.stage_books",
        DOWNLOADS,
        each_part,
        after_pages=True,
    ),
    "large_print": Output(
        "downloads/book-large-print.pdf",
        "large_print.title",
        "the parts of the steps' pages",
        "macros.documents.large_print",
        DOWNLOADS,
        after_pages=True,
    ),
    "card": Output(
        "downloads/steps/{id}.pdf",
        "cards.title",
        "the step's page and checklist",
        "macros.documents.step_cards",
        "{path}",
        each_card,
        after_pages=True,
    ),
    "checklists": Output(
        "downloads/checklists.pdf",
        "model_sheets.checklists_title",
        "every checklist",
        "macros.documents.model_sheets",
        DOWNLOADS,
        after_pages=True,
    ),
    "checklists_folded": Output(
        "downloads/checklists-folded.pdf",
        "model_sheets.checklists_folded_title",
        "every checklist",
        "macros.documents.model_sheets",
        DOWNLOADS,
        after_pages=True,
    ),
    "poster": Output(
        "downloads/stage-map-a3.pdf",
        "model_sheets.poster_title",
        "stages and steps",
        "macros.documents.model_sheets",
        DOWNLOADS,
        after_pages=True,
    ),
    "offline": Output(
        "downloads/offline.zip",
        "downloads.offline_title",
        "the finished site",
        "macros.publishing.offline",
        DOWNLOADS,
        after_pages=True,
    ),
    "first_pages": Output(
        "assets/worksheets/first-pages.webp",
        "",
        "the worksheets as PDFs",
        "macros.documents.thumbnails",
        "worksheets/index.md",
        is_download=False,
    ),
    "share_image": Output(
        "assets/share.png",
        "",
        "the edition's names, colours and logo",
        "macros.documents.share_image",
        is_download=False,
    ),
    "manifest": Output(
        "edition.json",
        "",
        "every download",
        "macros.publishing.manifest",
        is_download=False,
        after_pages=True,
    ),
}


def output_files(library: Library) -> list[OutputFile]:
    """Every file that is made for ``library``, in the order of the table."""
    return [file for output in OUTPUTS.values() for file in output.files(library)]


def url_of(kind: str, **names: str) -> str:
    """The address of the file of this kind with these names, such as ``url_of("pack", id="lone-officer")``."""
    return OUTPUTS[kind].address.format(**names)
