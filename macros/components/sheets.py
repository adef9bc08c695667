"""Macros for worksheets: cards, the gallery, a worksheet's own page, and what can be downloaded."""

from __future__ import annotations

from typing import Any

from macros.addresses import address
from macros.components.here import Here
from macros.forms.drawn import drawn
from macros.model import StepMatter
from macros.outline import Step


class Sheets:
    """The macros, bound to the page at hand."""

    def __init__(self, here: Here) -> None:
        self._here = here

    def worksheets(self) -> str:
        """Cards for this step's worksheets."""
        matter = self._here.matter
        assert isinstance(matter, StepMatter), f"{self._here.path} is not a step, so it has no worksheets of its own"
        return self._cards(matter.worksheets)

    def gallery(self) -> str:
        """Cards for all worksheets, under a heading for each stage."""
        library = self._here.library
        groups: dict[str, list[str]] = {}
        for name in library.worksheet_order():
            step = library.outline.find(library.home_of(name))
            assert isinstance(step, Step)
            outside = library.strings["kicker"]["outside"].get(step.path, step.title)
            title = f"{self._here.label(step.stage)}: {step.stage.title}" if step.stage else outside
            groups.setdefault(title, []).append(name)
        return "\n\n".join(f"## {title}\n\n{self._cards(names)}" for title, names in groups.items())

    def downloads(self) -> str:
        """Everything that can be downloaded, with its size."""
        cards = [self._card(one) for one in self._here.library.worksheet_order()]
        return self._here.view("downloads.html", book=self._here.documents.book_url, worksheets=cards)

    def worksheet(self, name: str) -> str:
        """The worksheet itself, to fill in on this page."""
        shown = drawn(self._here.library.worksheets[name])
        return self._here.view("worksheet-page.html", card=self._card(name), **shown)

    def worksheet_example(self, name: str) -> str:
        """The worksheet filled in for the invented community."""
        return self._here.view("worksheet-example.html", **drawn(self._here.library.worksheets[name]))

    def _cards(self, names: list[str]) -> str:
        return self._here.view("worksheet-cards.html", worksheets=[self._card(one) for one in names])

    def _card(self, name: str) -> dict[str, Any]:
        worksheet = self._here.library.worksheets[name]
        step = self._here.step_card(self._here.library.home_of(name))
        return {
            "title": worksheet.title,
            "purpose": worksheet.purpose,
            "minutes": worksheet.minutes,
            "who": worksheet.who,
            "keep": worksheet.keep,
            "url": address(f"worksheets/{name}.md"),
            "step_title": step["title"],
            "step_url": step["url"],
            "example_url": self._here.documents.example_url(name),
            "downloads": self._here.documents.of(name),
        }
