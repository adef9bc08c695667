"""The forms in which a paper is downloaded. A new form is one module with ``draw``, and one line in PAPER_FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from macros.models.papers import Paper
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import PaperOutline


def _always(_: Paper) -> bool:
    return True


def _is_slides(paper: Paper) -> bool:
    return paper.traits.slide_lines is not None


@dataclass(frozen=True)
class PaperFormat:
    """How a paper is drawn: by ``draw`` of ``module``, see :meth:`draw`. ``fits`` says which papers have this form."""

    suffix: str
    module: str
    fits: Callable[[Paper], bool] = _always

    def draw(self, outline: PaperOutline, colophon: Colophon) -> bytes:
        """The file. Libraries that draw are slow to load: only here are they wanted."""
        return bytes(import_module(self.module).draw(outline, colophon))


PAPER_FORMATS = {
    "word": PaperFormat("docx", "macros.documents.papers.word"),
    "open_text": PaperFormat("odt", "macros.documents.papers.open_text"),
    "text": PaperFormat("txt", "macros.documents.papers.plain_text"),
    "slides": PaperFormat("pptx", "macros.documents.papers.slides", _is_slides),
    "open_slides": PaperFormat("odp", "macros.documents.papers.open_slides", _is_slides),
}


PAPERS = "downloads/papers"


def paper_url(paper: str, form: str) -> str:
    """The site address of a paper's file."""
    return f"{PAPERS}/{paper}.{PAPER_FORMATS[form].suffix}"


def forms_of(paper: Paper) -> list[str]:
    """The forms that a paper has, in the order in which they are offered."""
    return [name for name, form in PAPER_FORMATS.items() if form.fits(paper)]
