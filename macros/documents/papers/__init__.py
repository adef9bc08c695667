"""The forms in which a paper is downloaded. A new form is one module with ``draw``, and one line in PAPER_FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.documents.papers import open_slides, open_text, plain_text, slides, word
from macros.models.papers import Paper
from macros.rendering.colophon import Colophon
from macros.rendering.paper_outline import PaperOutline


def _always(_: Paper) -> bool:
    return True


def _is_slides(paper: Paper) -> bool:
    return paper.kind == "slides"


@dataclass(frozen=True)
class PaperFormat:
    """How a paper is drawn: ``draw(outline, colophon)`` returns the file. ``fits`` says which papers have this form."""

    suffix: str
    draw: Callable[[PaperOutline, Colophon], bytes]
    fits: Callable[[Paper], bool] = _always


PAPER_FORMATS = {
    "word": PaperFormat("docx", word.draw),
    "open_text": PaperFormat("odt", open_text.draw),
    "text": PaperFormat("txt", plain_text.draw),
    "slides": PaperFormat("pptx", slides.draw, _is_slides),
    "open_slides": PaperFormat("odp", open_slides.draw, _is_slides),
}


PAPERS = "downloads/papers"


def paper_url(paper: str, form: str) -> str:
    """The site address of a paper's file."""
    return f"{PAPERS}/{paper}.{PAPER_FORMATS[form].suffix}"


def forms_of(paper: Paper) -> list[str]:
    """The forms that a paper has, in the order in which they are offered."""
    return [name for name, form in PAPER_FORMATS.items() if form.fits(paper)]
