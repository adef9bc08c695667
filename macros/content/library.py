"""Everything that is written, for one edition. What is read, and whether it holds together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.content.accessibility import read_statement
from macros.content.adopters import Adopter, read_adopters
from macros.content.cross_references import lost_note, not_in_nav, unknown_references
from macros.content.customisation.auto_placement import attach
from macros.content.customisation.folder_check import folder_problems
from macros.content.customisation.hidden import find_unused_worksheets, kept_packs, read_hidden
from macros.content.customisation.nav_placement import folder, placed, without
from macros.content.customisation.only_editions import only_own
from macros.content.customisation.overlay import OverlayFile, find_files
from macros.content.customisation.replacements import Replaced, read_replaced
from macros.content.customisation.upstream import upstream_site
from macros.content.editions import read_edition
from macros.content.nav_groups import ungrouped
from macros.content.outline import Outline, outline
from macros.content.page_kinds import front_matter_model, toolkit_steps
from macros.content.papers import paper_problems, read_papers
from macros.content.place_names import place_words
from macros.content.redirect_checks import redirect_problems, takes_over_problems
from macros.content.redirects import Redirects, follow_redirects, made_path, read_redirects
from macros.content.release import Release, read_release
from macros.content.search_synonyms import SearchWords, read_search_words
from macros.content.strings import read_strings
from macros.content.templates import read_definitions
from macros.core.parsing import ParsedFile, read_page
from macros.core.problems import ProblemCollector
from macros.core.validation import validate
from macros.models.accessibility import Statement
from macros.models.citations import Figure, Quotation, Source, Term
from macros.models.editions import Edition, Site
from macros.models.packs import Group, Pack
from macros.models.pages import Checklist, FrontMatter, StageFrontMatter, StepFrontMatter
from macros.models.papers import Paper, PaperGroup
from macros.models.worksheets import Worksheet


@dataclass
class Library:
    """The words of one edition, read and checked.

    ``nav`` and ``outline`` hold the edition's own pages and nothing that it leaves out, and ``nav_groups`` the group of
    each of the toolkit's pages: ``hidden`` is the reason by
    page and ``idle`` by worksheet that no page uses then; ``idle_packs`` have no step left. ``upstream`` is where
    the toolkit itself is, and ``moved`` where its pages have gone.
    """

    root: Path
    edition: Edition
    release: Release
    strings: dict[str, Any]
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
    statement: Statement
    place: dict[str, str]
    replaced: list[Replaced]
    hidden: dict[str, str]
    unused_worksheets: dict[str, str]
    unused_packs: dict[str, Pack]
    upstream: Site
    listed: list[Adopter]
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
        return list(dict.fromkeys(one for step in self.outline.steps() for one in step.front_matter.worksheets))

    def home_of(self, worksheet: str) -> str:
        """The step that a worksheet serves; where that one is left out, the first that uses it too."""
        home = self.worksheets[worksheet].step
        users = (step.path for step in self.outline.steps() if worksheet in step.front_matter.worksheets)
        return next(users, home) if home in self.hidden else home

    def pack_order(self) -> list[str]:
        """Packs in the order in which a reader is offered them."""
        return [one for group in self.groups for one in group.packs]


def read_library(root: Path, slug: str, nav: list[Any]) -> Library:
    """Read everything for edition ``slug``; ``nav`` is mkdocs.yml's.

    Raises :class:`ContentError` with all that is wrong.
    """
    collector = ProblemCollector()
    nav, nav_groups = ungrouped(nav)
    parts: dict[str, Any] = {"front_matters": {}, "nav_groups": nav_groups}
    notes: dict[str, ParsedFile] = {}
    with collector:
        parts["edition"] = read_edition(root, slug)
    with collector:
        parts["release"] = read_release(root)
    with collector:
        parts["strings"] = read_strings(root, slug)
    with collector:
        parts["statement"] = read_statement(root, slug)
    with collector:
        collector.problems.extend(folder_problems(root, slug))
    parts.update(read_definitions(root, slug, collector))
    moved = read_redirects(root)
    parts["pages"] = pages = find_files(root, slug, "docs", ".md")
    made = {
        made_path(kind, one): parts["files"][f"{kind}/{one}"]
        for kind in ("worksheets", "packs")
        for one in parts.get(kind, {})
    }
    parts["moved"] = moved = moved.without(path for path, written in made.items() if written.own)
    collector.problems.extend(redirect_problems(root, moved, pages, made))
    sheets = parts.get("worksheets", {})
    written_sheets = {one: parts["files"][f"worksheets/{one}"] for one in sheets}
    collector.problems.extend(takes_over_problems(moved, sheets, written_sheets))
    files: dict[str, ParsedFile] = {}
    for path, written in pages.items():
        with collector:
            page = read_page(written.path, written.file)
            files[path] = follow_redirects(page, moved) if written.own else page
            collector.problems.extend(only_own(files[path], written))
            parts["front_matters"][path] = validate(front_matter_model(path, pages, files[path]), files[path])
    for path, written in find_files(root, slug, "notes", ".md").items():
        if path not in pages:
            collector.problems.append(lost_note(written.file, path, pages))
        else:
            with collector:
                notes[path] = read_page(written.path, written.file)
    parts["notes"] = {path: note.text for path, note in notes.items()}
    attach(parts, root, slug)
    collector.problems.extend(unknown_references(parts, files, notes))
    papers = read_papers(root, slug, collector)
    parts["papers"], parts["paper_groups"] = papers.by_id, papers.groups
    if "edition" in parts:
        offered = {
            path: front_matter.papers
            for path, front_matter in parts["front_matters"].items()
            if isinstance(front_matter, StepFrontMatter)
        }
        collector.problems.extend(
            paper_problems(papers, offered, parts.get("worksheets", {}), parts.get("figures", {}), parts["edition"])
        )
    with collector:
        parts["search_words"] = read_search_words(root, slug, parts)
    del parts["files"], parts["places"]
    collector.problems.extend(not_in_nav(nav, pages))
    stages = [
        folder(path)
        for path, front_matter in parts["front_matters"].items()
        if isinstance(front_matter, StageFrontMatter)
    ]
    nav, problems = placed(nav, pages, files, stages)
    collector.problems.extend(problems)
    with collector:
        parts["replaced"] = read_replaced(root, slug)
    parts["listed"] = read_adopters(root, toolkit_steps(pages, parts["front_matters"]), collector)
    if "edition" in parts:
        parts["hidden"], problems = read_hidden(root, parts["edition"], parts["front_matters"], pages)
        collector.problems.extend(problems)
    collector.stop_if_any()
    parts["terms"] = parts.pop("glossary")
    parts["unused_worksheets"] = find_unused_worksheets(parts["front_matters"], parts["hidden"], parts["worksheets"])
    parts["packs"], parts["groups"], parts["unused_packs"] = kept_packs(
        parts["packs"], parts["groups"], parts["hidden"], parts["unused_worksheets"]
    )
    parts["place"] = place_words(parts["edition"], parts["strings"])
    parts["upstream"] = upstream_site(root)
    nav = without(nav, parts["hidden"])
    return Library(root=root, outline=outline(nav, parts["front_matters"]), nav=nav, **parts)
