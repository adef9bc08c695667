"""The forms of the workbook that holds the whole project, and what each is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.content.library import Library
from macros.documents.drawing import Drawing, Request
from macros.documents.output_kinds import PROJECT_SUFFIXES
from macros.documents.outputs import url_of
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon

PROJECT_MODULE = "macros.documents.project_workbook"
PROJECT_PAGE = "project/"
FUNCTIONS = {"xlsx": "draw_excel", "ods": "draw_open"}
PROJECT_WEIGHT = 8  # it takes as long as this many worksheets


def project_worksheets(library: Library) -> tuple[tuple[Worksheet, str], ...]:
    """Each worksheet that a step uses, with the title of its step, in the order of the model."""
    names = [name for name in library.worksheet_order() if name in library.worksheets]
    return tuple((library.worksheets[name], library.front_matters[library.home_of(name)].title) for name in names)


def project_requests(library: Library, colophon_of: Callable[[str, str], Colophon]) -> Iterator[Request]:
    """The workbook in each form. ``colophon_of`` gives what the document of a page says of itself.

    Its second value is the module that draws the document.
    """
    worksheets = project_worksheets(library)
    colophon = colophon_of(PROJECT_PAGE, PROJECT_MODULE)
    for suffix in PROJECT_SUFFIXES:
        url = url_of("project_workbook", suffix=suffix)
        drawing = Drawing(PROJECT_MODULE, FUNCTIONS[suffix], (worksheets, colophon), PROJECT_WEIGHT)
        yield Request(url, PROJECT_MODULE, (url, colophon.fingerprint(), repr(worksheets)), drawing.itself)
