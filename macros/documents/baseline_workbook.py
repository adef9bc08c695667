"""The workbook "baseline to impact" as an Excel or an OpenDocument file: formulas only, no macro.

Always empty: it has no example.
"""

from __future__ import annotations

from macros.documents.excel import workbook as spreadsheet
from macros.documents.odf import spreadsheet as open_sheet
from macros.documents.workbook.baseline import plan_baseline
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon


def draw_excel(worksheet: Worksheet, colophon: Colophon, _filled: bool) -> bytes:
    """The workbook for the indicator table ``worksheet``, as an .xlsx."""
    return spreadsheet.write(plan_baseline(worksheet, colophon), colophon)


def draw_open(worksheet: Worksheet, colophon: Colophon, _filled: bool) -> bytes:
    """The same as an .ods."""
    return open_sheet.write(plan_baseline(worksheet, colophon), colophon)
