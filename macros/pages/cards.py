"""Cards: what a view shows of a step, a worksheet or a paper where it leads there."""

from __future__ import annotations

from typing import TypedDict

from macros.content.library import Library
from macros.content.outline import Step, place_label
from macros.core.urls import address
from macros.documents.downloads import (
    Download,
    FormDownload,
    PaperDownload,
    paper_downloads,
    worksheet_downloads,
    worksheet_example,
    worksheet_short_form,
)
from macros.documents.store import Documents


class StepCard(TypedDict):
    """A step: ``label`` says where it stands, such as "Stage 2, step 1"; ``time`` is in words."""

    title: str
    url: str
    label: str
    promise: str
    time: str


class WorksheetCard(TypedDict):
    """A worksheet, with its files; ``keep`` says how long to keep it filled in."""

    id: str
    title: str
    purpose: str
    minutes: int
    who: str
    keep: str | None
    url: str
    step_title: str
    step_url: str
    example: Download
    short: Download
    downloads: list[FormDownload]


class PaperCard(TypedDict):
    """A paper, with its files; ``kind`` is in words, and ``step`` is None where the edition leaves it out."""

    id: str
    title: str
    purpose: str
    kind: str
    minutes: int
    who: str
    url: str
    step: StepCard | None
    downloads: list[PaperDownload]


def step_card(library: Library, path: str) -> StepCard:
    """The card of the step ``path`` in docs/."""
    step = library.outline.find(path)
    assert isinstance(step, Step), f"{path} is not a step"
    return {
        "title": step.title,
        "url": address(path),
        "label": place_label(step, library.strings["kicker"]),
        "promise": step.front_matter.promise,
        "time": step.front_matter.time,
    }


def worksheet_card(library: Library, documents: Documents, name: str) -> WorksheetCard:
    """The card of the worksheet ``name``."""
    worksheet = library.worksheets[name]
    step = step_card(library, library.home_of(name))
    return {
        "id": name,
        "title": worksheet.title,
        "purpose": worksheet.purpose,
        "minutes": worksheet.minutes,
        "who": worksheet.who,
        "keep": worksheet.keep,
        "url": address(f"worksheets/{name}.md"),
        "step_title": step["title"],
        "step_url": step["url"],
        "example": worksheet_example(documents, name),
        "short": worksheet_short_form(documents, name),
        "downloads": worksheet_downloads(documents, name),
    }


def paper_card(library: Library, documents: Documents, name: str) -> PaperCard:
    """The card of the paper ``name``."""
    paper = library.papers[name]
    return {
        "id": name,
        "title": paper.title,
        "purpose": paper.purpose,
        "kind": library.strings["papers"]["kinds"][paper.kind],
        "minutes": paper.minutes,
        "who": paper.who,
        "url": address(f"papers/{name}.md"),
        "step": step_card(library, paper.step) if paper.step not in library.hidden else None,
        "downloads": paper_downloads(documents, name),
    }
