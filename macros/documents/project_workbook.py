"""The whole project as an Excel or an OpenDocument workbook, to fill in: formulas only, no macro."""

from __future__ import annotations

from macros.documents.excel import workbook as spreadsheet
from macros.documents.odf import spreadsheet as open_sheet
from macros.documents.workbook.project import plan_project
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon

Worksheets = tuple[tuple[Worksheet, str], ...]


def draw_excel(worksheets: Worksheets, colophon: Colophon) -> bytes:
    """The workbook of ``worksheets``, each with the title of its step, as an .xlsx."""
    return spreadsheet.write(plan_project(worksheets, colophon), colophon)


def draw_open(worksheets: Worksheets, colophon: Colophon) -> bytes:
    """The same as an .ods."""
    return open_sheet.write(plan_project(worksheets, colophon), colophon)
