"""The forms in which a worksheet is downloaded. A new form is one file with one function, and one line in FORMS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.forms import pdf, word
from macros.forms.imprint import Imprint
from macros.worksheet import Worksheet


@dataclass(frozen=True)
class Form:
    """How a worksheet is drawn: ``draw(worksheet, imprint, filled)`` returns the file; ``filled`` gives the example."""

    suffix: str
    draw: Callable[[Worksheet, Imprint, bool], bytes]


FORMS = {
    "pdf": Form("pdf", pdf.draw),
    "word": Form("docx", word.draw),
}

__all__ = ["FORMS", "Form", "Imprint"]
