"""What a page may call: each macro looks things up for the page at hand and hands them to a view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.content.library import Library
from macros.documents.store import Documents
from macros.pages.adopters import AdopterMacros
from macros.pages.citations import CitationMacros
from macros.pages.context import PageContext
from macros.pages.design_system import DesignSystemMacros
from macros.pages.edit_links import EditLinkMacros
from macros.pages.home import HomeMacros
from macros.pages.pack_builder import PackBuilderMacros
from macros.pages.packs import PackMacros
from macros.pages.papers import PaperMacros
from macros.pages.progress import ProgressMacros, ticked
from macros.pages.readiness import ReadinessMacros
from macros.pages.stages import StageMacros, outlined
from macros.pages.statements import StatementMacros
from macros.pages.worksheets import WorksheetMacros

__all__ = ["MACROS", "bind", "outlined", "ticked"]

MACRO_CLASSES: tuple[type[Any], ...] = (
    StageMacros,
    ProgressMacros,
    CitationMacros,
    WorksheetMacros,
    HomeMacros,
    PackMacros,
    PaperMacros,
    PackBuilderMacros,
    EditLinkMacros,
    AdopterMacros,
    StatementMacros,
    ReadinessMacros,
    DesignSystemMacros,
)
# A macro is what a room offers without an underscore.
MACROS = tuple(name for room in MACRO_CLASSES for name in vars(room) if not name.startswith("_"))


def bind(library: Library, documents: Documents, page: Callable[[], Any]) -> dict[str, Callable[..., str]]:
    """Every macro by its name, for one build; ``page`` gives the page being drawn: ``url`` and ``file.src_uri``."""
    here = PageContext(library, documents, page)
    return {
        name: getattr(made, name)
        for room in MACRO_CLASSES
        for made in [room(here)]
        for name in vars(room)
        if name in MACROS
    }
