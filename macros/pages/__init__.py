"""What a page may call: each macro looks things up for the page at hand and hands them to a view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.content.library import Library
from macros.documents.store import Documents
from macros.pages.adopters import Editions
from macros.pages.citations import Citing
from macros.pages.context import Here
from macros.pages.design_system import Designing
from macros.pages.edit_links import Editing
from macros.pages.home import Front
from macros.pages.pack_builder import Picking
from macros.pages.packs import Ways
from macros.pages.progress import Progress, ticked
from macros.pages.readiness import Checking
from macros.pages.stages import Stages, outlined
from macros.pages.statements import Statements
from macros.pages.worksheets import Sheets

__all__ = ["MACROS", "bind", "outlined", "ticked"]

ROOMS: tuple[type[Any], ...] = (
    Stages,
    Progress,
    Citing,
    Sheets,
    Front,
    Ways,
    Picking,
    Editing,
    Editions,
    Statements,
    Checking,
    Designing,
)
# A macro is what a room offers without an underscore.
MACROS = tuple(name for room in ROOMS for name in vars(room) if not name.startswith("_"))


def bind(library: Library, documents: Documents, page: Callable[[], Any]) -> dict[str, Callable[..., str]]:
    """Every macro by its name, for one build; ``page`` gives the page being drawn: ``url`` and ``file.src_uri``."""
    here = Here(library, documents, page)
    return {
        name: getattr(made, name) for room in ROOMS for made in [room(here)] for name in vars(room) if name in MACROS
    }
