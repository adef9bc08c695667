"""What a page may call: each macro looks things up for the page at hand and hands them to a view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from macros.content.library import Library
from macros.documents.store import Documents
from macros.pages.adopters import AdopterMacros
from macros.pages.bring_in import BringInMacros
from macros.pages.citations import CitationMacros
from macros.pages.context import PageContext
from macros.pages.current import CurrentMacros
from macros.pages.design_system import DesignSystemMacros
from macros.pages.edit_links import EditLinkMacros
from macros.pages.edition_form import EditionFormMacros
from macros.pages.home import HomeMacros
from macros.pages.kept import KeptMacros
from macros.pages.local_details import LocalDetailMacros
from macros.pages.pack_builder import PackBuilderMacros
from macros.pages.packs import PackMacros
from macros.pages.papers import PaperMacros
from macros.pages.progress import ProgressMacros, ticked
from macros.pages.project import ProjectMacros
from macros.pages.readiness import ReadinessMacros
from macros.pages.stages import StageMacros, outlined
from macros.pages.statements import StatementMacros
from macros.pages.worksheets import WorksheetMacros

__all__ = ["MACRO_CLASSES", "bind", "offers", "outlined", "ticked"]

MACRO_CLASSES: tuple[type[Any], ...] = (
    StageMacros,
    ProgressMacros,
    ProjectMacros,
    KeptMacros,
    CurrentMacros,
    CitationMacros,
    WorksheetMacros,
    HomeMacros,
    LocalDetailMacros,
    PackMacros,
    PaperMacros,
    PackBuilderMacros,
    BringInMacros,
    EditLinkMacros,
    EditionFormMacros,
    AdopterMacros,
    StatementMacros,
    ReadinessMacros,
    DesignSystemMacros,
)


def bind(
    names: Iterable[str], library: Library, documents: Documents, page: Callable[[], Any]
) -> dict[str, Callable[..., str]]:
    """The macros called ``names``, for one build; ``page`` gives the page being drawn: ``url`` and ``file.src_uri``.

    Raises ``KeyError`` where no class offers a macro of that name.
    """
    here = PageContext(library, documents, page)
    offered = {name: macros for macros in MACRO_CLASSES for name in offers(macros)}
    instances = {macros: macros(here) for macros in MACRO_CLASSES}
    return {name: getattr(instances[offered[name]], name) for name in names}


def offers(macros: type[Any]) -> list[str]:
    """The macros of a class: its methods without an underscore."""
    return [name for name in vars(macros) if not name.startswith("_")]
