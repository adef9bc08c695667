"""Macros for papers: cards on a step, all of them in groups, and a paper's own page."""

from __future__ import annotations

from typing import Any, TypedDict

from markupsafe import Markup

from macros.charts import settings
from macros.content.papers import PROJECT_FACTS, PROJECT_PREFIX, has_field
from macros.core.urls import address
from macros.documents.store import size
from macros.models.fields import Choice
from macros.models.pages import StepFrontMatter
from macros.models.papers import Paper, Slot
from macros.models.pictures import Changes
from macros.models.tables import Table
from macros.pages.cards import PaperCard, paper_card
from macros.pages.context import PageContext
from macros.rendering.paper_outline import PaperOutline, outline_paper


class GapView(TypedDict):
    """A gap to fill in: what is asked, whether in several lines, and the answer from which it comes with its sheet."""

    id: str
    ask: str
    many: bool
    beside: str  # columns of the same row that stand after the answer
    shown: dict[str, str]  # the words of options, which are kept by their ids
    at: str  # the id of the answer's box on its page
    origin: str
    setting: str  # what an edition's settings would say
    sheet: SheetLink | None
    picture: dict[str, Any] | None  # the picture whose sentences fill the gap, and the worksheet with its table
    picture_of: str


class SheetLink(TypedDict):
    """The worksheet, or the page of the project, from which an answer comes."""

    title: str
    url: str


def papers_bundle(here: PageContext) -> str:
    """All papers in one .zip, with its size."""
    documents = here.documents
    url = documents.papers_url
    return here.view("paper/paper-bundle.html", url=url, size=size(documents.made[url]))


class PaperMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def papers(self) -> str:
        """Links to this step's papers; nothing where it has none."""
        front_matter = self._here.front_matter
        assert isinstance(front_matter, StepFrontMatter), f"{self._here.path} is not a step, so it has no papers"
        if not front_matter.papers:
            return ""
        papers = [self._card(name) for name in front_matter.papers]
        return self._here.view("paper/paper-links.html", papers=papers)

    def paper_list(self) -> str:
        """Every paper, in groups, under a heading each."""
        library = self._here.library
        groups = [
            self._here.view("paper/paper-group.html", title=group.title, cards=Markup(self._cards(group.papers)))  # noqa: S704 - a view's
            for group in library.paper_groups
        ]
        return "\n\n".join([self._bundle(), *groups])

    def paper(self, name: str) -> str:
        """One paper: what it is for, its gaps to fill in, its words, and its files."""
        paper = self._here.library.papers[name]
        outline = self._outline(paper)
        gaps: list[GapView] = [
            {
                "id": gap.id,
                "ask": gap.prompt,
                "many": gap.many,
                "beside": " ".join(slot.beside),
                "shown": self._options(slot) if self._is_known(slot.answer) else {},
                "at": self._box(slot.answer) if slot.answer and self._is_known(slot.answer) else "",
                "origin": slot.answer or "" if self._is_known(slot.answer) else "",
                "setting": slot.setting or "",
                "sheet": self._sheet(slot.answer) if slot.answer and self._is_known(slot.answer) else None,
                "picture": self._picture(slot),
                "picture_of": (slot.answer or "").partition(".")[0],
            }
            for gap in outline.gaps
            for slot in paper.slots
            if slot.id == gap.id
        ]
        return self._here.view("paper/paper.html", card=self._card(name), paper=paper, outline=outline, gaps=gaps)

    def paper_example(self, name: str) -> str:
        """The paper as the invented story fills it in."""
        paper = self._here.library.papers[name]
        return self._here.view("paper/paper-example.html", paper=paper, outline=self._outline(paper, example=True))

    def _outline(self, paper: Paper, example: bool = False) -> PaperOutline:
        library = self._here.library
        return outline_paper(paper, library.edition, library.figures, library.sources, library.strings, example)

    def _is_known(self, answer: str | None) -> bool:
        """Whether a worksheet has the field: an edition's own version of it may lack it."""
        name, *places = (answer or "").split(".")
        if answer in PROJECT_FACTS:
            return True
        worksheet = self._here.library.worksheets.get(name)
        return worksheet is not None and has_field(worksheet, places)

    def _sheet(self, answer: str) -> SheetLink:
        """Title and address of the worksheet, or the page of the project, from which an answer comes."""
        name = answer.partition(".")[0]
        if name == PROJECT_PREFIX:
            return {"title": self._here.library.strings["project_page"]["page"], "url": address("project.md")}
        return {"title": self._here.library.worksheets[name].title, "url": address(f"worksheets/{name}.md")}

    def _box(self, answer: str) -> str:
        """The id of the box of a worksheet's page that an answer stands in, the first row's of a column."""
        name, *places = answer.split(".")
        if name == PROJECT_PREFIX:
            return f"{PROJECT_PREFIX}-{places[0]}"
        if len(places) == 2:
            places.insert(1, "1")
        return f"{name}--{'-'.join(places)}"

    def _options(self, slot: Slot) -> dict[str, str]:
        """The words of the options that an answer may be, by the ids under which they are kept."""
        name, *places = (slot.answer or "").split(".")
        if name == PROJECT_PREFIX:
            return {}
        fields = {field.id: field for field in self._here.library.worksheets[name].fields()}
        asked = fields[places[0]]
        columns = (
            [column for column in asked.columns if column.id in (places[-1], *slot.beside)]
            if isinstance(asked, Table)
            else [asked]
        )
        return {
            option.id: option.label for column in columns if isinstance(column, Choice) for option in column.options
        }

    def _picture(self, slot: Slot) -> dict[str, Any] | None:
        """What a script needs to draw the results whose sentences fill a gap; None where it asks for something else."""
        if not slot.answer or not self._is_known(slot.answer):
            return None
        name, _, place = slot.answer.partition(".")
        worksheet = self._here.library.worksheets.get(name)
        for table in worksheet.fields() if worksheet else []:
            if isinstance(table, Table) and isinstance(table.picture, Changes) and table.picture.into == place:
                columns = [column for part in (table, table.beside) if part for column in part.columns]
                options = [option for column in columns if isinstance(column, Choice) for option in column.options]
                shown = {option.id: option.label for option in options}
                return {**settings(table, self._here.library.strings["pictures"]), "shown": shown}
        return None

    def _cards(self, names: list[str]) -> str:
        return self._here.view("paper/paper-cards.html", papers=[self._card(name) for name in names])

    def _bundle(self) -> str:
        return papers_bundle(self._here)

    def _card(self, name: str) -> PaperCard:
        return paper_card(self._here.library, self._here.documents, name)
