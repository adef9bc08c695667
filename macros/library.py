"""Everything that is written, for one edition. What is read, and whether it holds together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.checked import check
from macros.data import Cited, Figure, Quotation, Term
from macros.definitions import read_definitions
from macros.edition import Edition, read_edition
from macros.faults import Gathered
from macros.layers import Written, layered
from macros.model import CaseMatter, Checklist, Matter, PageMatter, StageMatter, StepMatter
from macros.outline import Outline, outline
from macros.pack import Group, Pack
from macros.references import lost_note, not_in_nav, unknown_references
from macros.release import Release, read_release
from macros.source import Source, read_page
from macros.statement import Statement, read_statement
from macros.strings import read_strings
from macros.worksheet import Worksheet


@dataclass
class Library:
    """The words of one edition, read and checked."""

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

    @property
    def folder(self) -> Path:
        """The edition's own folder."""
        return self.root / "editions" / self.edition.slug

    def worksheet_order(self) -> list[str]:
        """Worksheets in the order in which the steps first use them."""
        return list(dict.fromkeys(one for step in self.outline.steps() for one in step.matter.worksheets))

    def pack_order(self) -> list[str]:
        """Packs in the order in which a reader is offered them."""
        return [one for group in self.groups for one in group.packs]


def read_library(root: Path, slug: str, nav: list[Any]) -> Library:
    """Read everything for edition ``slug``; ``nav`` is mkdocs.yml's. Raises :class:`Faults` with all that is wrong."""
    gathered = Gathered()
    parts: dict[str, Any] = {"matters": {}, "notes": {}}
    with gathered:
        parts["edition"] = read_edition(root, slug)
    with gathered:
        parts["release"] = read_release(root)
    with gathered:
        parts["strings"] = read_strings(root, slug)
    with gathered:
        parts["statement"] = read_statement(root, slug)
    parts.update(read_definitions(root, slug, gathered))
    pages = layered(root, slug, "docs", ".md")
    files: dict[str, Source] = {}
    for path, written in pages.items():
        with gathered:
            files[path] = read_page(written.path, written.file)
            parts["matters"][path] = check(_matter_model(path, pages, files[path]), files[path])
    for path, written in layered(root, slug, "notes", ".md").items():
        if path not in pages:
            gathered.faults.append(lost_note(written.file, path, pages))
        else:
            parts["notes"][path] = read_page(written.path, written.file).text
    gathered.faults.extend(unknown_references(parts, files))
    gathered.faults.extend(not_in_nav(nav, pages))
    gathered.stop_if_any()
    parts["terms"] = parts.pop("glossary")
    return Library(root=root, pages=pages, outline=outline(nav, parts["matters"]), nav=nav, **parts)


def _matter_model(path: str, pages: dict[str, Written], source: Source) -> type[Matter]:
    """Which rules a page's front matter must keep: a stage's overview says ``stage``, its other pages are steps."""
    data = source.data if isinstance(source.data, dict) else {}
    if "stage" in data:
        return StageMatter
    if "shows" in data or (path.startswith("cases/") and not path.endswith("/index.md")):
        return CaseMatter
    folder = path.rpartition("/")[0]
    overview = pages.get(f"{folder}/index.md") if folder else None
    in_stage = overview is not None and "stage" in read_page(overview.path, overview.file).data
    return StepMatter if in_stage or "checklist" in data else PageMatter
