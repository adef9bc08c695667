"""What can be ticked: every checklist on one page, and what scripts are told of the checklists."""

from __future__ import annotations

from typing import Any

from macros.content.library import Library
from macros.content.outline import Step
from macros.core.urls import address
from macros.models.pages import Checklist
from macros.pages.context import PageContext
from macros.pages.pack_catalogue import step_id


def ticked(library: Library) -> dict[str, tuple[list[int], str]]:
    """For scripts: the stages whose steps have each checklist, and its item ids, in the order of the way.

    An item that had other ids is "id=old-id=older-id", so that a tick under an old one counts.
    """
    stages: dict[str, list[int]] = {}
    for step in library.outline.steps():
        numbers = stages.setdefault(step.front_matter.checklist, [])
        if step.stage and step.stage.number not in numbers:
            numbers.append(step.stage.number)
    return {
        name: (numbers, " ".join("=".join(item.names) for item in library.checklists[name].shown))
        for name, numbers in stages.items()
    }


class ProgressMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def progress(self) -> str:
        """Every checklist, stage by stage, with the tools to take the ticks along; then those outside the stages."""
        library = self._here.library
        parts: list[dict[str, Any]] = [
            {"number": stage.number, "title": stage.title, "steps": [self._step(step) for step in stage.steps]}
            for stage in library.outline.stages
            if stage.steps
        ]
        outside = [self._step(step) for step in library.outline.steps() if step.stage is None]
        if outside:
            title = library.strings["progress_page"]["outside"]
            parts.append({"number": None, "title": title, "steps": outside})
        # Once each: two steps may share a checklist, and a tick counts for both.
        lists = {step["checklist"].id: step["checklist"] for part in parts for step in part["steps"]}
        every = sum(len(checklist.shown) for checklist in lists.values())
        return self._here.view("checklist/progress.html", parts=parts, all=every, version=library.release.version)

    def _step(self, step: Step) -> dict[str, Any]:
        checklist: Checklist = self._here.library.checklists[step.front_matter.checklist]
        return {"id": step_id(step.path), "title": step.title, "url": address(step.path), "checklist": checklist}
