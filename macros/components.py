"""What a page may call: each macro looks things up for the page at hand and hands them to a view."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from markdown import markdown
from markupsafe import Markup

from macros.documents import Documents
from macros.forms.drawn import drawn
from macros.library import Library
from macros.model import PageMatter, StageMatter, StepMatter
from macros.outline import Stage, Step
from macros.render import in_page

ORIGINAL = "https://digitalinclusionkit.org/model/"


def address(path: str) -> str:
    """The site address of a page in docs/: ``focus/index.md`` is ``focus/``."""
    return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"


def relative(target: str, page_url: str) -> str:
    """The way from a page to another address of the site: every fork lives under a sub-path of its own."""
    way = posixpath.relpath(target or ".", posixpath.dirname(page_url) or ".")
    return f"{way}/" if not target or target.endswith("/") else way


def outlined(library: Library) -> list[dict[str, Any]]:
    """The stages as views and theme use them. All four are listed; one without pages is not ``written``."""
    written = {stage.number: stage for stage in library.outline.stages}
    result = []
    for number, named in enumerate(library.strings["stages"], 1):
        stage = written.get(number)
        steps = [
            {
                "number": step.number,
                "title": step.title,
                "url": address(step.path),
                "promise": step.matter.promise,
                "time": step.matter.time,
            }
            for step in (stage.steps if stage else [])
        ]
        result.append(
            {
                "number": number,
                "title": stage.title if stage else named["title"],
                "short": stage.matter.stage if stage else named["short"],
                "promise": stage.matter.promise if stage else named["promise"],
                "url": address(stage.path) if stage else "",
                "written": stage is not None,
                "steps": steps,
            }
        )
    return result


class Components:
    """The macros, bound to one build. ``page`` gives the page being drawn: an object with ``url`` and ``file``."""

    def __init__(self, library: Library, documents: Documents, page: Callable[[], Any]) -> None:
        self.library, self.documents, self.page = library, documents, page
        self.cited: dict[str, list[str]] = {}
        self.stages = outlined(library)

    # What every view is given -------------------------------------------------------------------------------------

    def _view(self, view: str, **values: Any) -> str:
        library = self.library
        return in_page(
            view, t=library.strings, edition=library.edition, link=self._link, original_url=ORIGINAL, **values
        )

    def _link(self, target: str) -> str:
        return target if "://" in target else relative(target, self.page().url)

    def _path(self) -> str:
        return str(self.page().file.src_uri)

    def _matter(self) -> PageMatter | StageMatter | StepMatter:
        return self.library.matters[self._path()]

    def _label(self, one: Stage | Step) -> str:
        words = self.library.strings["kicker"]
        if isinstance(one, Stage):
            return str(words["stage"]).format(number=one.number)
        if one.stage is None:
            return ""
        return str(words["stage_step"]).format(stage=one.stage.number, step=one.number)

    def _stage_view(self, stage: Stage | None) -> dict[str, Any] | None:
        return self.stages[stage.number - 1] if stage else None

    # The macros ---------------------------------------------------------------------------------------------------

    def opening(self) -> str:
        """Title, where the page stands in the model, and for a step the box that says it at a glance."""
        here = self.library.outline.find(self._path())
        stage = here if isinstance(here, Stage) else here.stage if here else None
        step = here if isinstance(here, Step) else None
        kicker = self._view("kicker.html", stage=self._stage_view(stage), step=step)
        glance = self._view("glance.html", matter=self._matter())
        return f"{kicker}\n\n# {self._matter().title}\n\n{glance}"

    def checklist(self) -> str:
        """The checklist of this step."""
        matter = self._matter()
        assert isinstance(matter, StepMatter), f"{self._path()} is not a step, so it has no checklist"
        return self._view("checklist.html", checklist=self.library.checklists[matter.checklist])

    def worksheets(self) -> str:
        """Cards for this step's worksheets."""
        matter = self._matter()
        assert isinstance(matter, StepMatter), f"{self._path()} is not a step, so it has no worksheets of its own"
        return self._cards(matter.worksheets)

    def gallery(self) -> str:
        """Cards for all worksheets, under a heading for each stage."""
        groups: dict[str, list[str]] = {}
        for name in self.worksheet_order():
            step = self.library.outline.find(self.library.worksheets[name].step)
            stage = step.stage if isinstance(step, Step) else None
            title = f"{self._label(stage)}: {stage.title}" if stage else self.library.strings["kicker"]["before"]
            groups.setdefault(title, []).append(name)
        return "\n\n".join(f"## {title}\n\n{self._cards(names)}" for title, names in groups.items())

    def note(self) -> str:
        """What the edition adds beside this step, if anything."""
        text = self.library.notes.get(self._path())
        if not text:
            return ""
        drawn_note = Markup(markdown(text, extensions=["tables"]))  # noqa: S704 - the edition writes its own page
        return self._view("note.html", note_html=drawn_note)

    def cite(self, source: str) -> str:
        """A link that names the source in brackets, and a place in this page's list of sources."""
        cited = self.library.sources[source]
        seen = self.cited.setdefault(self._path(), [])
        if source not in seen:
            seen.append(source)
        return self._view("cite.html", source=cited)

    def sources(self) -> str:
        """Everything that this page cited so far."""
        ids = self.cited.get(self._path(), [])
        return self._view("sources.html", sources=[self.library.sources[one] for one in ids])

    def way_on(self) -> str:
        """Links to the step before and the step after, by name."""
        before, after = self.library.outline.around(self._path())
        sides = [
            {"label": self._label(one), "title": one.title, "url": address(one.path)} if one else None
            for one in (before, after)
        ]
        return self._view("way-on.html", previous=sides[0], next=sides[1])

    def steps(self) -> str:
        """The steps of this stage."""
        here = self.library.outline.find(self._path())
        assert isinstance(here, Stage), f"{self._path()} is not a stage's overview"
        return self._view("steps.html", stage=self._stage_view(here))

    def stage_map(self) -> str:
        """The four stages with their steps."""
        return self._view("stage-map.html", stages=self.stages)

    def doors(self) -> str:
        """The ways into the toolkit."""
        return self._view("doors.html", doors=self.library.strings["home"]["doors"])

    def quotations(self) -> str:
        """What councils say, word for word."""
        return self._view("quotations.html", quotations=self.library.quotations)

    def glossary(self) -> str:
        """Every term with its meaning."""
        terms = sorted(self.library.terms, key=lambda term: term.term.lower())
        return self._view("glossary.html", terms=terms, sources=self.library.sources)

    def downloads(self) -> str:
        """Everything that can be downloaded, with its size."""
        cards = [self._card(one) for one in self.worksheet_order()]
        return self._view("downloads.html", book=self.documents.book_url, worksheets=cards)

    def worksheet(self, name: str) -> str:
        """The worksheet itself, to fill in on this page."""
        return self._view("worksheet-page.html", card=self._card(name), **drawn(self.library.worksheets[name]))

    def worksheet_example(self, name: str) -> str:
        """The worksheet filled in for the invented community."""
        return self._view("worksheet-example.html", **drawn(self.library.worksheets[name]))

    # Lookups shared by several macros -----------------------------------------------------------------------------

    def worksheet_order(self) -> list[str]:
        """Worksheets in the order in which the steps first use them."""
        return list(dict.fromkeys(one for step in self.library.outline.steps() for one in step.matter.worksheets))

    def _cards(self, names: list[str]) -> str:
        return self._view("worksheet-cards.html", worksheets=[self._card(one) for one in names])

    def _card(self, name: str) -> dict[str, Any]:
        worksheet = self.library.worksheets[name]
        step = self.library.outline.find(worksheet.step)
        assert step is not None
        return {
            "title": worksheet.title,
            "purpose": worksheet.purpose,
            "minutes": worksheet.minutes,
            "who": worksheet.who,
            "keep": worksheet.keep,
            "url": f"worksheets/{name}/",
            "step_title": step.title,
            "step_url": address(step.path),
            "example_url": self.documents.example_url(name),
            "downloads": self.documents.of(name),
        }
