"""The forms in which a worksheet is downloaded. A new form is one file with one function, and one line in FORMS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.documents import baseline_workbook as baseline
from macros.documents import worksheet_pdf as pdf
from macros.documents.excel import workbook as spreadsheet
from macros.documents.odf import spreadsheet as open_sheet
from macros.documents.odf import text as open_text
from macros.documents.word import document as word
from macros.documents.workbook.plan import has_table
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon


def _always(_: Worksheet) -> bool:
    return True


def _has_workbook(worksheet: Worksheet) -> bool:
    return worksheet.workbook == "baseline"


@dataclass(frozen=True)
class Form:
    """How a worksheet is drawn: ``draw(worksheet, imprint, filled)`` returns the file; ``filled`` gives the example.

    ``name`` is its file's, where {id} stands for the worksheet's id. ``fits`` says whether a worksheet has this form.
    """

    name: str
    draw: Callable[[Worksheet, Colophon, bool], bytes]
    fits: Callable[[Worksheet], bool] = _always

    def file(self, worksheet_id: str, edition: str = "") -> str:
        """The file's name; with the edition's slug where it leaves the site, such as "partner-map-plymouth.docx"."""
        stem, _, suffix = self.name.format(id=worksheet_id).rpartition(".")
        return f"{stem}-{edition}.{suffix}" if edition else f"{stem}.{suffix}"


FORMATS = {
    "pdf": Form("{id}.pdf", pdf.draw),
    "word": Form("{id}.docx", word.draw),
    "open_text": Form("{id}.odt", open_text.draw),
    "spreadsheet": Form("{id}.xlsx", spreadsheet.draw, has_table),
    "open_sheet": Form("{id}.ods", open_sheet.draw, has_table),
    "baseline": Form("baseline-to-impact.xlsx", baseline.draw_excel, _has_workbook),
    "open_baseline": Form("baseline-to-impact.ods", baseline.draw_open, _has_workbook),
}

__all__ = ["FORMATS", "Colophon", "Form"]
