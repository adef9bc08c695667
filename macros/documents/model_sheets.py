"""The whole model on few sheets: each checklist on a page, all of them on a folded sheet, the map as a poster."""

from __future__ import annotations

from dataclasses import replace

from macros.content.library import Library
from macros.content.outline import Step, place_label
from macros.documents.drawing import Drawing, Request
from macros.documents.outputs import url_of
from macros.documents.stage_lines import StageLines, StepLines
from macros.documents.store import Documents
from macros.paths import VIEWS
from macros.rendering.colophon import Colophon
from macros.rendering.pdf import FONTS_ADDRESS, to_pdf
from macros.rendering.views import render

SHEETS_MODULE = "macros.documents.model_sheets"
# Each sheet: its view, and the page that it leads to.
SHEET_VIEWS = {
    "checklists": ("book/checklists.html", "checklists/"),
    "checklists_folded": ("book/checklists-folded.html", "checklists/"),
    "poster": ("book/poster.html", ""),
}
# The stages on each side of the folded sheet: the first of a folded sheet is its front, the last its back.
FOLDED_SIDES = ((0, 3), (1, 2))
HALVES = 4


def model_lines(library: Library) -> tuple[StageLines, ...]:
    """The model's stages in order. What stands before the first goes with it, and what follows the last with that.

    A step that an edition leaves out is not there, nor is one in a folder that is no stage.
    """
    stages = library.outline.stages
    steps = [step for step in library.outline.steps() if step.path not in library.hidden]
    outside = [step for step in steps if step.stage is None and "/" not in step.path]
    way = library.outline.way
    first, last = (way.index(stages[0]), way.index(stages[-1])) if stages else (0, 0)
    return tuple(
        StageLines(
            stage.number,
            stage.title,
            stage.front_matter.promise,
            tuple(_lines(library, step) for step in stage.steps if step.path not in library.hidden),
            tuple(_lines(library, step) for step in outside if stage is stages[0] and way.index(step) < first),
            tuple(_lines(library, step) for step in outside if stage is stages[-1] and way.index(step) > last),
        )
        for stage in stages
    )


def sheet_requests(  # pragma: no cover: only in whole builds, which are not measured
    library: Library, documents: Documents
) -> list[Request]:
    """Each of :data:`SHEET_VIEWS` as a request."""
    lines, requests = model_lines(library), []
    for kind, (_view, page) in SHEET_VIEWS.items():
        colophon = documents.colophon(page, SHEETS_MODULE)
        drawing = Drawing(SHEETS_MODULE, "draw", (kind, lines, colophon))
        requests.append(
            Request(url_of(kind), SHEETS_MODULE, (kind, repr(lines), colophon.fingerprint()), drawing.itself)
        )
    return requests


def draw(kind: str, lines: tuple[StageLines, ...], colophon: Colophon) -> bytes:
    """Draw one of :data:`SHEET_VIEWS`."""
    return to_pdf(
        render(
            SHEET_VIEWS[kind][0],
            stages=lines,
            sides=folded(lines),
            colophon=colophon,
            t=colophon.strings,
            fonts=FONTS_ADDRESS,
            css=(VIEWS / "print/model-sheets.css").as_uri(),
            logo=colophon.logo.as_uri(),
        )
    )


def folded(lines: tuple[StageLines, ...]) -> list[list[StageLines]]:
    """The stages on each side of the folded sheet. Steps after the last stage go where the fewest items are.

    An edition with other than four stages has no fold: its sides follow each other.
    """
    after = tuple(step for stage in lines for step in stage.after)
    emptiest = min(lines, key=lambda stage: sum(len(step.checklist.shown) for step in stage.steps), default=None)
    halves = [replace(stage, after=after if stage is emptiest else ()) for stage in lines]
    return (
        [[halves[at] for at in side] for side in FOLDED_SIDES] if len(halves) == HALVES else [[half] for half in halves]
    )


def _lines(library: Library, step: Step) -> StepLines:
    front_matter, words = step.front_matter, library.strings["kicker"]
    label = place_label(step, words) or str(words["outside"].get(step.path, ""))
    checklist = library.checklists[front_matter.checklist]
    return StepLines(label, step.title, front_matter.promise, front_matter.done_when, checklist)
