"""Macros for worksheets: cards, the gallery, a worksheet's own page, and what can be downloaded."""

from __future__ import annotations

from pathlib import PurePosixPath

from markupsafe import Markup

from macros.content.outline import Step
from macros.content.redirects import made_path
from macros.core.urls import address
from macros.documents.answer_names import identity
from macros.documents.downloads import project_downloads
from macros.documents.output_kinds import each_card, each_part, each_stage
from macros.documents.outputs import url_of
from macros.documents.store import size
from macros.models.pages import StepFrontMatter
from macros.pages.cards import WorksheetCard, worksheet_card
from macros.pages.context import PageContext
from macros.pages.handed_on import handed_on
from macros.pages.papers import papers_bundle
from macros.pages.project import dated_facts
from macros.rendering.views import page_source
from macros.rendering.worksheet_view import WorksheetView

# The whole model on few sheets, in the order in which they are offered; the words are named after them.
MODEL_SHEETS = ("checklists", "checklists_folded", "poster")


class WorksheetMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def worksheets(self) -> str:
        """Cards for this step's worksheets."""
        front_matter = self._here.front_matter
        if not isinstance(front_matter, StepFrontMatter):
            raise self._here.misplaced("worksheets")
        return self._cards(front_matter.worksheets)

    def gallery(self, first: str = "") -> str:
        """All worksheets in one file, and a card for each with its first page, under a heading for each stage.

        Before them stand the worksheets of the pack ``first``, as a list, where the edition has that pack.
        """
        library = self._here.library
        groups: dict[str, list[str]] = {}
        for name in library.worksheet_order():
            step = library.outline.find(library.home_of(name))
            assert isinstance(step, Step)
            outside = library.strings["kicker"]["outside"].get(step.path, step.title)
            title = f"{self._here.label(step.stage)}: {step.stage.title}" if step.stage else outside
            groups.setdefault(title, []).append(name)
        drawn = [
            {"title": title, "cards": Markup(self._cards(names, pictures=True))}  # noqa: S704 - a view's
            for title, names in groups.items()
        ]
        above = self._bundle() + (f"\n\n{self._starter(first)}" if first in library.packs else "")
        return page_source("worksheet/gallery.md", bundle=Markup(above), groups=drawn)  # noqa: S704 - a view's

    def _starter(self, name: str) -> str:
        """The worksheets to begin with, in the order of the pack ``name``, with the way to it."""
        sheets = [_card(self._here, worksheet) for worksheet in self._here.library.packs[name].worksheets]
        return self._here.view("worksheet/starter.html", worksheets=sheets, pack=address(made_path("packs", name)))

    def downloads(self) -> str:
        """Everything that can be downloaded, with its size."""
        documents, library = self._here.documents, self._here.library
        return self._here.view(
            "downloads/downloads.html",
            book=documents.book_url,
            epub=url_of("book_epub"),
            large_print=url_of("large_print"),
            offline=documents.offline_url,
            bundle=Markup(self._bundle()),  # noqa: S704 drawn by a view
            papers=Markup(papers_bundle(self._here)),  # noqa: S704 drawn by a view
            project=project_downloads(documents),
            sheets=[
                {
                    "url": url_of(kind),
                    "title": library.strings["model_sheets"][f"{kind}_title"],
                    "text": library.strings["model_sheets"][f"{kind}_about"],
                    "file": f"{PurePosixPath(url_of(kind)).stem}-{library.edition.slug}.pdf",
                }
                for kind in MODEL_SHEETS
            ],
            stages=[
                {
                    "url": url_of("stage", number=stage["number"]),
                    "title": library.front_matters[stage["path"]].title,
                    "number": stage["number"],
                }
                for stage in each_stage(library)
            ],
            parts=[
                {
                    "id": part["id"],
                    "title": library.front_matters[part["path"]].title,
                    "url": url_of("part", id=part["id"]),
                }
                for part in each_part(library)
            ],
            cards=[
                {
                    "url": url_of("card", id=card["id"]),
                    "title": library.front_matters[card["path"]].title,
                    "id": card["id"],
                }
                for card in each_card(library)
            ],
            files=Markup(files_list(self._here, library.worksheet_order())),  # noqa: S704 drawn by a view
            packs=[
                {"id": pack, "title": library.packs[pack].title, "url": documents.pack_url(pack)}
                for pack in library.pack_order()
            ],
        )

    def worksheet(self, name: str) -> str:
        """The worksheet itself, to fill in on this page."""
        moved = self._here.library.moved.earlier(made_path("worksheets", name))
        known = self._here.library.worksheets
        earlier = [id for path in moved if (id := PurePosixPath(path).stem) not in known]
        takes_over = {
            then: {old: target if isinstance(target, str) else target.model_dump() for old, target in places.items()}
            for then, places in known[name].takes_over.items()
            if then == name or then in earlier
        }
        return self._here.view(
            "worksheet/worksheet-page.html",
            card=_card(self._here, name),
            sheet=self._drawn(name),
            earlier=earlier,
            takes_over=takes_over,
            identity=identity(known[name], self._here.documents.worksheet_colophon(name)),
            origins=handed_on(self._here.library, name),
            dated=dated_facts(self._here.library, name),
            holidays=self._here.library.bank_holidays.of(self._here.library.edition.nation),
            kept=address("kept.md"),
        )

    def worksheet_example(self, name: str) -> str:
        """The worksheet filled in for the invented community."""
        return self._here.view("worksheet/worksheet-example.html", sheet=self._drawn(name))

    def _drawn(self, name: str) -> WorksheetView:
        return WorksheetView(self._here.library.worksheets[name], self._here.library.strings)

    def _cards(self, names: list[str], pictures: bool = False) -> str:
        documents = self._here.documents
        shown = {"url": documents.picture_url, "pages": documents.first_pages} if pictures else None
        cards = [_card(self._here, worksheet) for worksheet in names]
        return self._here.view("worksheet/worksheet-cards.html", worksheets=cards, shown=shown)

    def _bundle(self) -> str:
        documents = self._here.documents
        bundle = {"url": documents.bundle_url, "size": size(documents.made[documents.bundle_url])}
        return self._here.view("downloads/bundle.html", bundle=bundle)


def files_list(here: PageContext, names: list[str]) -> str:
    """These worksheets, each with its files."""
    return here.view("downloads/downloads-list.html", worksheets=[_card(here, name) for name in names])


def _card(here: PageContext, name: str) -> WorksheetCard:
    return worksheet_card(here.library, here.documents, name)
