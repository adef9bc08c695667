"""What a page may call: each macro looks things up for the page at hand and hands them to a view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.components.checking import Checking
from macros.components.citing import Citing
from macros.components.designing import Designing
from macros.components.editing import Editing
from macros.components.editions import Editions
from macros.components.front import Front
from macros.components.here import Here
from macros.components.picking import Picking
from macros.components.progress import Progress, ticked
from macros.components.sheets import Sheets
from macros.components.stages import Stages, outlined
from macros.components.statements import Statements
from macros.components.ways import Ways
from macros.documents import Documents
from macros.library import Library

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
