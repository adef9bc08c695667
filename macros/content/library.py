"""Everything that is written, for one edition. What is read, and whether it holds together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.content.accessibility import read_statement
from macros.content.adopters import Listed, read_listed
from macros.content.cross_references import lost_note, not_in_nav, unknown_references
from macros.content.customisation.auto_placement import attach
from macros.content.customisation.folder_check import folder_faults
from macros.content.customisation.hidden import idle_worksheets, kept_packs, read_hidden
from macros.content.customisation.nav_placement import folder, placed, without
from macros.content.customisation.only_editions import only_own
from macros.content.customisation.overlay import Written, layered
from macros.content.customisation.replacements import Replaced, read_replaced
from macros.content.customisation.upstream import upstream_site
from macros.content.editions import read_edition
from macros.content.outline import Outline, outline
from macros.content.page_kinds import matter_model, toolkit_steps
from macros.content.place_names import place_words
from macros.content.redirect_checks import faults_of
from macros.content.redirects import Moved, followed, made_path, read_moved
from macros.content.release import Release, read_release
from macros.content.search_synonyms import SearchWords, read_search_words
from macros.content.strings import read_strings
from macros.content.templates import read_definitions
from macros.core.parsing import Source, read_page
from macros.core.problems import Gathered
from macros.core.validation import check
from macros.models.accessibility import Statement
from macros.models.citations import Cited, Figure, Quotation, Term
from macros.models.editions import Edition, Site
from macros.models.packs import Group, Pack
from macros.models.pages import Checklist, Matter, StageMatter
from macros.models.worksheets import Worksheet


@dataclass
class Library:
    """The words of one edition, read and checked.

    ``nav`` and ``outline`` hold the edition's own pages and nothing that it leaves out: ``hidden`` is the reason by
    page and ``idle`` by worksheet that no page uses then; ``idle_packs`` have no step left. ``upstream`` is where
    the toolkit itself is, and ``moved`` where its pages have gone.
    """

    root: Path
    edition: Edition
    release: Release
    strings: dict[str, Any]
    pages: dict[str, Written]
    matters: dict[str, Matter]
    nav: list[Any]
    outline: Outline
    checklists: dict[str, Checklist]
    worksheets: dict[str, Worksheet]
    packs: dict[str, Pack]
    groups: list[Group]
    sources: dict[str, Cited]
    figures: dict[str, Figure]
    terms: list[Term]
    quotations: list[Quotation]
    notes: dict[str, str]
    statement: Statement
    place: dict[str, str]
    replaced: list[Replaced]
    hidden: dict[str, str]
    idle: dict[str, str]
    idle_packs: dict[str, Pack]
    upstream: Site
    listed: list[Listed]
    moved: Moved
    search_words: SearchWords

    @property
    def folder(self) -> Path:
        """The edition's own folder."""
        return self.root / "editions" / self.edition.slug

    def toolkit_steps(self) -> set[str]:
        """The paths of the steps that the toolkit itself has."""
        return toolkit_steps(self.pages, self.matters)

    def worksheet_order(self) -> list[str]:
        """Worksheets in the order in which the steps first use them."""
        return list(dict.fromkeys(one for step in self.outline.steps() for one in step.matter.worksheets))

    def home_of(self, worksheet: str) -> str:
        """The step that a worksheet serves; where that one is left out, the first that uses it too."""
        home = self.worksheets[worksheet].step
        users = (step.path for step in self.outline.steps() if worksheet in step.matter.worksheets)
        return next(users, home) if home in self.hidden else home

    def pack_order(self) -> list[str]:
        """Packs in the order in which a reader is offered them."""
        return [one for group in self.groups for one in group.packs]


def read_library(root: Path, slug: str, nav: list[Any]) -> Library:
    """Read everything for edition ``slug``; ``nav`` is mkdocs.yml's. Raises :class:`Faults` with all that is wrong."""
    gathered = Gathered()
    parts: dict[str, Any] = {"matters": {}}
    notes: dict[str, Source] = {}
    with gathered:
        parts["edition"] = read_edition(root, slug)
    with gathered:
        parts["release"] = read_release(root)
    with gathered:
        parts["strings"] = read_strings(root, slug)
    with gathered:
        parts["statement"] = read_statement(root, slug)
    with gathered:
        gathered.faults.extend(folder_faults(root, slug))
    parts.update(read_definitions(root, slug, gathered))
    parts["moved"] = moved = read_moved(root)
    parts["pages"] = pages = layered(root, slug, "docs", ".md")
    made = [made_path(kind, one) for kind in ("worksheets", "packs") for one in parts.get(kind, {})]
    gathered.faults.extend(faults_of(root, moved, pages, made))
    files: dict[str, Source] = {}
    for path, written in pages.items():
        with gathered:
            page = read_page(written.path, written.file)
            files[path] = followed(page, moved) if written.own else page
            gathered.faults.extend(only_own(files[path], written))
            parts["matters"][path] = check(matter_model(path, pages, files[path]), files[path])
    for path, written in layered(root, slug, "notes", ".md").items():
        if path not in pages:
            gathered.faults.append(lost_note(written.file, path, pages))
        else:
            with gathered:
                notes[path] = read_page(written.path, written.file)
    parts["notes"] = {path: note.text for path, note in notes.items()}
    attach(parts, root, slug)
    gathered.faults.extend(unknown_references(parts, files, notes))
    with gathered:
        parts["search_words"] = read_search_words(root, slug, parts)
    del parts["files"], parts["places"]
    gathered.faults.extend(not_in_nav(nav, pages))
    stages = [folder(path) for path, matter in parts["matters"].items() if isinstance(matter, StageMatter)]
    nav, faults = placed(nav, pages, files, stages)
    gathered.faults.extend(faults)
    with gathered:
        parts["replaced"] = read_replaced(root, slug)
    parts["listed"] = read_listed(root, toolkit_steps(pages, parts["matters"]), gathered)
    if "edition" in parts:
        parts["hidden"], faults = read_hidden(root, parts["edition"], parts["matters"], pages)
        gathered.faults.extend(faults)
    gathered.stop_if_any()
    parts["terms"] = parts.pop("glossary")
    parts["idle"] = idle_worksheets(parts["matters"], parts["hidden"], parts["worksheets"])
    parts["packs"], parts["groups"], parts["idle_packs"] = kept_packs(
        parts["packs"], parts["groups"], parts["hidden"], parts["idle"]
    )
    parts["place"] = place_words(parts["edition"], parts["strings"])
    parts["upstream"] = upstream_site(root)
    nav = without(nav, parts["hidden"])
    return Library(root=root, outline=outline(nav, parts["matters"]), nav=nav, **parts)
