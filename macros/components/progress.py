"""What can be ticked: every checklist on one page, and what scripts are told of the checklists."""

from __future__ import annotations

from typing import Any

from macros.addresses import address
from macros.components.here import Here
from macros.library import Library
from macros.model import Checklist, Item
from macros.outline import Step


def ticked(library: Library) -> dict[str, tuple[int, str]]:
    """For scripts: stage number (0 outside the stages) and item ids of each step's checklist, in the order of the way.

    An item that had another id is "id=old-id", so that a tick under the old one counts.
    """
    return {
        step.matter.checklist: (
            step.stage.number if step.stage else 0,
            " ".join(map(_named, library.checklists[step.matter.checklist].shown)),
        )
        for step in library.outline.steps()
    }


def _named(item: Item) -> str:
    return f"{item.id}={item.renamed_from}" if item.renamed_from else item.id


class Progress:
    """The macros, bound to the page at hand."""

    def __init__(self, here: Here) -> None:
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
        every = sum(len(step["checklist"].shown) for part in parts for step in part["steps"])
        return self._here.view("progress.html", parts=parts, all=every, version=library.release.version)

    def _step(self, step: Step) -> dict[str, Any]:
        checklist: Checklist = self._here.library.checklists[step.matter.checklist]
        return {"title": step.title, "url": address(step.path), "checklist": checklist}
