"""Everything that is written, for one edition. What is read, and whether it holds together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.content.adopters import Adopter
from macros.content.checks import check
from macros.content.customisation.hidden import find_unused_worksheets, kept_packs
from macros.content.customisation.nav_placement import placed, without
from macros.content.customisation.overlay import OverlayFile
from macros.content.customisation.replacements import Replaced
from macros.content.customisation.upstream import upstream_site
from macros.content.loading import load
from macros.content.nav_groups import ungrouped
from macros.content.outline import Outline, outline
from macros.content.page_kinds import toolkit_steps
from macros.content.place_names import place_words
from macros.content.redirects import Redirects
from macros.content.release import Release
from macros.content.releases import Releases
from macros.content.search_synonyms import SearchWords, merged_search_words
from macros.content.shared_notes import SharedCard
from macros.content.strings import Strings
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError
from macros.models.accessibility import Statement
from macros.models.bank_holidays import BankHolidays
from macros.models.citations import Figure, Quotation, Source, Term
from macros.models.editions import Edition, Site
from macros.models.inherited import Inherited
from macros.models.packs import Group, Pack
from macros.models.pages import Checklist, FrontMatter
from macros.models.papers import Paper, PaperGroup
from macros.models.worksheets import Worksheet


@dataclass
class Library:
    """The words of one edition, read and checked.

    ``nav`` and ``outline`` hold the edition's own pages and nothing that it leaves out, and ``nav_groups`` the group of
    each of the toolkit's pages. ``hidden`` is the reason by
    page, and ``unused_worksheets`` by worksheet that no page uses then; ``unused_packs`` have no step left.
    ``page_files`` and ``note_files`` are the files of pages and notes as they were written, by path in docs/.
    ``upstream`` is where the toolkit itself is, and ``moved`` where its pages have gone. ``shared`` are other editions'
    notes by step.
    """

    root: Path
    edition: Edition
    release: Release
    strings: Strings
    pages: dict[str, OverlayFile]
    front_matters: dict[str, FrontMatter]
    nav: list[Any]
    nav_groups: dict[str, str]
    outline: Outline
    checklists: dict[str, Checklist]
    worksheets: dict[str, Worksheet]
    packs: dict[str, Pack]
    groups: list[Group]
    papers: dict[str, Paper]
    paper_groups: list[PaperGroup]
    sources: dict[str, Source]
    figures: dict[str, Figure]
    terms: list[Term]
    quotations: list[Quotation]
    notes: dict[str, str]
    page_files: dict[str, ParsedFile]
    note_files: dict[str, ParsedFile]
    statement: Statement
    bank_holidays: BankHolidays
    releases: Releases
    inherited: Inherited
    place: dict[str, str]
    replaced: list[Replaced]
    hidden: dict[str, str]
    unused_worksheets: dict[str, str]
    unused_packs: dict[str, Pack]
    upstream: Site
    listed: list[Adopter]
    shared: dict[str, list[SharedCard]]
    moved: Redirects
    search_words: SearchWords

    @property
    def folder(self) -> Path:
        """The edition's own folder."""
        return self.root / "editions" / self.edition.slug

    def toolkit_steps(self) -> set[str]:
        """The paths of the steps that the toolkit itself has."""
        return toolkit_steps(self.pages, self.front_matters)

    def worksheet_order(self) -> list[str]:
        """Worksheets in the order in which the steps first use them."""
        return list(
            dict.fromkeys(
                worksheet_id for step in self.outline.steps() for worksheet_id in step.front_matter.worksheets
            )
        )

    def home_of(self, worksheet: str) -> str:
        """The step that a worksheet serves; where that one is left out, the first that uses it too."""
        home = self.worksheets[worksheet].step
        users = (step.path for step in self.outline.steps() if worksheet in step.front_matter.worksheets)
        return next(users, home) if home in self.hidden else home

    def pack_order(self) -> list[str]:
        """Packs in the order in which a reader is offered them."""
        return [pack_id for group in self.groups for pack_id in group.packs]


def read_library(root: Path, slug: str, nav: list[Any]) -> Library:
    """Read everything for edition ``slug`` below the folder ``root``; ``nav`` is mkdocs.yml's.

    Raises :class:`ContentError` with all that is wrong.
    """
    nav, nav_groups = ungrouped(nav)
    files = ParsedFiles(root)
    loaded = load(files, slug)
    problems = [*loaded.problems, *check(loaded, nav)]
    edition, release, strings, statement = loaded.edition, loaded.release, loaded.strings, loaded.statement
    templates, redirects, holidays = loaded.templates, loaded.redirects, loaded.bank_holidays
    if problems or not (edition and release and strings and statement and holidays and redirects is not None):
        raise ContentError(problems)
    hidden = {entry.page: entry.reason for entry in edition.hide}
    unused_worksheets = find_unused_worksheets(loaded.front_matters, hidden, templates.worksheets)
    packs, groups, unused_packs = kept_packs(templates.packs, templates.groups or [], hidden, unused_worksheets)
    whole_nav, _ = placed(nav, loaded.pages, loaded.page_files, loaded.stages)
    kept_nav = without(whole_nav, hidden)
    return Library(
        root=root,
        edition=edition,
        release=release,
        strings=strings,
        pages=loaded.pages,
        front_matters=loaded.front_matters,
        nav=kept_nav,
        nav_groups=nav_groups,
        outline=outline(kept_nav, loaded.front_matters),
        checklists=templates.checklists,
        worksheets=templates.worksheets,
        packs=packs,
        groups=groups,
        papers=loaded.papers.by_id,
        paper_groups=loaded.papers.groups,
        sources=templates.sources or {},
        figures=templates.figures or {},
        terms=templates.terms or [],
        quotations=templates.quotations or [],
        notes={path: note.text for path, note in loaded.notes.items()},
        page_files=loaded.page_files,
        note_files=loaded.notes,
        statement=statement,
        bank_holidays=holidays,
        releases=loaded.releases,
        inherited=loaded.inherited,
        place=place_words(edition, strings),
        replaced=loaded.replaced,
        hidden=hidden,
        unused_worksheets=unused_worksheets,
        unused_packs=unused_packs,
        upstream=upstream_site(files),
        listed=loaded.adopters,
        shared=loaded.shared,
        moved=redirects,
        search_words=merged_search_words(loaded.search, redirects),
    )
