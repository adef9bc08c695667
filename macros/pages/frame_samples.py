"""Parts of every page's frame, drawn for the page of the design by the files that draw them round each page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.content.outline import Step
from macros.core.urls import address
from macros.pages.context import PageContext
from macros.pages.feedback import Feedback
from macros.pages.stages import outlined
from macros.rendering.views import part


class FrameSamples:
    """Each part as it is round the page of ``step``; its links begin at the page at hand."""

    def __init__(self, here: PageContext, step: Step) -> None:
        self._here, self._step = here, step

    def samples(self) -> dict[str, Callable[[], str]]:
        """How each part is drawn, by its name."""
        return {"draft": self._draft, "stage_bar": self._stage_bar, "feedback": self._feedback}

    def _draft(self) -> str:
        return self._part(
            "draft.html", edition=self._here.library.edition.model_copy(update={"draft": True, "succeeded_by": None})
        )

    def _stage_bar(self) -> str:
        return self._part(
            "stage-bar.html",
            config={"extra": {"stages": outlined(self._here.library)}},
            stage=self._step.stage,
            step=self._step,
            plain=False,
        )

    def _feedback(self) -> str:
        library = self._here.library
        feedback = Feedback(library.edition, library.release.version, library.edition.site.url or "", library.strings)
        ways = feedback.ways(self._step.title, address(self._step.path))
        return self._part("feedback.html", feedback=ways, edition=library.edition)

    def _part(self, name: str, **values: Any) -> str:
        return part(name, self._here.link, t=self._here.library.strings, **values)
