"""The forms in which a worksheet is downloaded. A new form is one file with one function, and one line in FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from macros.documents.workbook.plan import has_table
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon


def _always(_: Worksheet) -> bool:
    return True


def _has_workbook(worksheet: Worksheet) -> bool:
    return worksheet.workbook == "baseline"


@dataclass(frozen=True)
class Form:
    """How a worksheet is drawn: by the function ``function`` of ``module``, see :meth:`draw`.

    ``name`` is its file's, where {id} stands for the worksheet's id. ``fits`` says whether a worksheet has this form,
    ``is_shared`` whether it is drawn once for all editions: its function is also given where what they share is kept.
    """

    name: str
    module: str
    fits: Callable[[Worksheet], bool] = _always
    function: str = "draw"
    is_shared: bool = False

    def draw(self, worksheet: Worksheet, colophon: Colophon, filled: bool) -> bytes:
        """The file; ``filled`` gives the example. Libraries that draw are slow to load: only here are they wanted."""
        return bytes(getattr(import_module(self.module), self.function)(worksheet, colophon, filled))

    def file(self, worksheet_id: str, edition: str = "") -> str:
        """The file's name; with the edition's slug where it leaves the site, such as "partner-map-plymouth.docx"."""
        stem, _, suffix = self.name.format(id=worksheet_id).rpartition(".")
        return f"{stem}-{edition}.{suffix}" if edition else f"{stem}.{suffix}"


FORMATS = {
    "pdf": Form("{id}.pdf", "macros.documents.worksheet_pdf", is_shared=True),
    "word": Form("{id}.docx", "macros.documents.word.document"),
    "open_text": Form("{id}.odt", "macros.documents.odf.text"),
    "spreadsheet": Form("{id}.xlsx", "macros.documents.excel.workbook", has_table),
    "open_sheet": Form("{id}.ods", "macros.documents.odf.spreadsheet", has_table),
    "baseline": Form("baseline-to-impact.xlsx", "macros.documents.baseline_workbook", _has_workbook, "draw_excel"),
    "open_baseline": Form("baseline-to-impact.ods", "macros.documents.baseline_workbook", _has_workbook, "draw_open"),
}

__all__ = ["FORMATS", "Colophon", "Form"]
