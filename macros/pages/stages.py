"""Macros of the model's own pages: stages, steps, what to tick, what an edition adds, and the way on."""

from __future__ import annotations

from typing import TypedDict

from markupsafe import Markup

from macros.content.library import Library
from macros.content.outline import Stage, Step
from macros.core.urls import address
from macros.documents.output_kinds import card_id
from macros.documents.outputs import url_of
from macros.models.pages import CaseFrontMatter, StepFrontMatter
from macros.pages.cards import step_card
from macros.pages.context import PageContext
from macros.rendering.attribution import adapted_checklist
from macros.rendering.views import page_source


class StepView(TypedDict):
    """A step as views and theme use it; ``number`` is None outside the stages, and ``url`` is inside the site."""

    number: int | None
    title: str
    url: str
    promise: str
    time: str
    checklist: str


class StageView(TypedDict):
    """A stage as views and theme use it; ``short`` is its name in one word."""

    number: int
    title: str
    short: str
    promise: str
    url: str
    steps: list[StepView]


def outlined(library: Library) -> list[StageView]:
    """The stages as views and theme use them."""
    return [
        {
            "number": stage.number,
            "title": stage.title,
            "short": stage.front_matter.stage,
            "promise": stage.front_matter.promise,
            "url": address(stage.path),
            "steps": [
                {
                    "number": step.number,
                    "title": step.title,
                    "url": address(step.path),
                    "promise": step.front_matter.promise,
                    "time": step.front_matter.time,
                    "checklist": step.front_matter.checklist,
                }
                for step in stage.steps
            ],
        }
        for stage in library.outline.stages
    ]


class StageMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here
        self._stages = outlined(here.library)

    def opening(self) -> str:
        """Title, where the page stands in the model, and for a step the box that says it at a glance."""
        here = self._here
        place = here.library.outline.find(here.path)
        stage = place if isinstance(place, Stage) else place.stage if place else None
        step = place if isinstance(place, Step) else None
        words = here.library.strings
        outside = words["kicker"]["outside"].get(here.path, "")
        if not outside and here.library.pages[here.path].original is None and here.library.pages[here.path].own:
            outside = words["edition"]["own"].format(council=here.library.edition.publisher)
        kicker = here.view("step/kicker.html", stage=self._stage_view(stage), step=step, outside=outside)
        return page_source(
            "step/opening.md",
            kicker=Markup(kicker),  # noqa: S704 - a view's
            title=here.front_matter.title,
            glance=Markup(here.view("step/glance.html", front_matter=here.front_matter)),  # noqa: S704 - a view's
        )

    def checklist(self) -> str:
        """The checklist of this step. Raises :class:`ContentError` on another page."""
        front_matter = self._here.front_matter
        if not isinstance(front_matter, StepFrontMatter):
            raise self._here.misplaced("checklist")
        library = self._here.library
        line = Markup(adapted_checklist(library, front_matter.checklist, address(self._here.path)))  # noqa: S704 - a view's
        name = card_id(self._here.path)
        card = {
            "url": url_of("card", id=name),
            "file": f"{library.strings['cards']['file']}-{name}-{library.edition.slug}.pdf",
        }
        return self._here.view(
            "checklist/checklist.html",
            checklist=library.checklists[front_matter.checklist],
            adapted=line,
            card=card if self._here.path not in library.hidden else None,
        )

    def note(self) -> str:
        """Where the edition's note stands, which :mod:`macros.pages.notes` has written in by now; else nothing."""
        return ""

    def seen_in(self) -> str:
        """The cases that show this step."""
        cases = [
            {"title": front_matter.title, "url": address(path)}
            for path, front_matter in self._here.library.front_matters.items()
            if isinstance(front_matter, CaseFrontMatter)
            and self._here.path in front_matter.shows
            and path not in self._here.library.hidden
        ]
        return self._here.view("step/seen-in.html", cases=cases) if cases else ""

    def case(self) -> str:
        """Where and when a case was, which steps it shows, and what is known of its results."""
        front_matter = self._here.front_matter
        if not isinstance(front_matter, CaseFrontMatter):
            raise self._here.misplaced("case")
        shown = [path for path in front_matter.shows if path not in self._here.library.hidden]
        return self._here.view(
            "step/case.html", case=front_matter, steps=[step_card(self._here.library, path) for path in shown]
        )

    def way_on(self) -> str:
        """Links to the step before and the step after, by name. Raises :class:`ContentError` off the way."""
        if not self._here.library.outline.find(self._here.path):
            raise self._here.misplaced("way_on")
        before, after = self._here.library.outline.around(self._here.path)
        sides = [
            {"label": self._here.label(neighbour), "title": neighbour.title, "url": address(neighbour.path)}
            if neighbour
            else None
            for neighbour in (before, after)
        ]
        return self._here.view("step/way-on.html", previous=sides[0], next=sides[1])

    def steps(self) -> str:
        """The steps of this stage. Raises :class:`ContentError` on another page."""
        stage = self._here.library.outline.find(self._here.path)
        if not isinstance(stage, Stage):
            raise self._here.misplaced("steps")
        library = self._here.library
        pdf = {
            "url": url_of("stage", number=str(stage.number)),
            "file": f"{library.strings['stage_books']['file']}-{stage.number}-{library.edition.slug}.pdf",
        }
        return self._here.view(
            "step/steps.html", stage=self._stage_view(stage), pdf=pdf if stage.path not in library.hidden else None
        )

    def stage_map(self) -> str:
        """The four stages with their steps, between the steps that come before and after them."""
        outline = self._here.library.outline
        last = outline.way.index(outline.stages[-1])
        sides: tuple[list[dict[str, str]], list[dict[str, str]]] = ([], [])
        for at, entry in enumerate(outline.way):
            if isinstance(entry, Step) and entry.stage is None and "/" not in entry.path:
                card = {
                    "path": entry.path,
                    "title": entry.title,
                    "url": address(entry.path),
                    "checklist": entry.front_matter.checklist,
                }
                sides[at > last].append(card)
        return self._here.view("step/stage-map.html", stages=self._stages, before=sides[0], after=sides[1])

    def _stage_view(self, stage: Stage | None) -> StageView | None:
        return self._stages[stage.number - 1] if stage else None
