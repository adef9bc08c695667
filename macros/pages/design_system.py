"""Macros of the page that shows the site's design: its tokens, and each component drawn by what pages use."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from macros.content.outline import Step
from macros.models.tables import Table
from macros.pages.citations import CitationMacros
from macros.pages.context import PageContext
from macros.pages.frame_samples import FrameSamples
from macros.pages.home import ways_in
from macros.pages.stages import StageMacros
from macros.pages.worksheets import WorksheetMacros, files_list
from macros.rendering.worksheet_view import WorksheetView
from macros.theme import design_tokens as design

SHOWN_FIELDS = ("text", "choice", "tick")


class DesignSystemMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def sizes(self, kind: str) -> str:
        """The tokens of one kind, "step", "space" or "shape", as the CSS sets them."""
        tokens = design.sizes(self._here.library.root / "overrides")[kind]
        return self._here.view("design/design-sizes.html", tokens=tokens, kind=kind)

    def colours(self) -> str:
        """Every colour of this edition, in light and in dark."""
        look = self._here.library.edition.look
        return self._here.view("design/design-colours.html", swatches=design.swatches(look.primary, look.accent))

    def pairings(self) -> str:
        """Every pair of colours that is used, with its contrast and whether it passes."""
        look = self._here.library.edition.look
        return self._here.view("design/design-pairings.html", rows=design.pairings(look.primary, look.accent))

    def signs(self) -> str:
        """Every icon and sign with its meaning."""
        return self._here.view("design/design-icons.html")

    def sample(self, name: str) -> str:
        """The component ``name``, drawn as pages draw it."""
        html = self._samples()[name]().replace(
            ' markdown="1"', ""
        )  # what a note holds is Markdown on its own page only
        return self._here.view("design/sample.html", html=Markup(html), row=name == "actions")  # noqa: S704 - drawn by views

    def _samples(self) -> dict[str, Callable[[], str]]:
        library = self._here.library
        step = next(step for step in library.outline.steps() if isinstance(step, Step) and step.stage)
        here = self._here.as_if(step.path)
        assert step.stage
        stages, citing, sheets = StageMacros(here), CitationMacros(here), WorksheetMacros(here)
        words, figure = library.strings, next(iter(library.figures))
        return {
            "glance": lambda: here.view("step/glance.html", front_matter=here.front_matter),
            "provenance": lambda: here.view("design/sample-provenance.html"),
            "checklist": stages.checklist,
            "cards": sheets.worksheets,
            "fields": lambda: here.view("design/sample-fields.html", sheet=self._fields()),
            "note": lambda: here.view(
                "edition/note.html",
                title=words["note"]["title"].format(**library.place),
                text=words["design"]["note"],
                origin="",
            ),
            "quotation": lambda: here.view("citation/quotations.html", quotations=library.quotations[:1]),
            "figure": lambda: here.view("design/sample-figure.html", figure=Markup(citing.figure(figure))),  # noqa: S704
            "actions": lambda: here.view("design/sample-actions.html"),
            "doors": lambda: ways_in(here),
            "search": lambda: here.view("home/find.html"),
            "kicker": lambda: stages.opening().partition("\n\n")[0],
            "map": stages.stage_map,
            "steps": StageMacros(here.as_if(step.stage.path)).steps,
            "situations": lambda: here.view("pack/packs.html", groups=library.groups[:1], packs=library.packs),
            "files": lambda: files_list(here, library.worksheet_order()[:2]),
            "example": lambda: here.view("worksheet/worksheet-example.html", sheet=self._example()),
            "progress": lambda: here.view("design/sample-progress.html", all=5),
            "way_on": stages.way_on,
            "term": lambda: here.view("design/sample-term.html", term=library.terms[-1], word=library.terms[-1].term),
            "problem": lambda: here.view("design/sample-problem.html"),
            **FrameSamples(here, step).samples(),
        }

    def _example(self) -> WorksheetView:
        """The first example that has a picture, as far as the part with it goes."""
        library = self._here.library
        return next(
            WorksheetView(sheet.model_copy(update={"id": "sample", "sections": [section]}), library.strings)
            for sheet in map(library.worksheets.__getitem__, library.worksheet_order())
            for section in sheet.sections
            if any(isinstance(field, Table) and field.picture for field in section.fields)
        )

    def _fields(self) -> WorksheetView:
        """A worksheet of one section: the first field there is of each kind that is shown."""
        library = self._here.library
        first = next(iter(library.worksheets.values()))
        every = [field for sheet in library.worksheets.values() for part in sheet.sections for field in part.fields]
        fields = [next(field for field in every if field.kind == kind) for kind in SHOWN_FIELDS]
        section = first.sections[0].model_copy(update={"fields": fields, "help": None})
        return WorksheetView(first.model_copy(update={"id": "sample", "sections": [section]}), library.strings)
