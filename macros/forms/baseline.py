"""The workbook "baseline to impact" as an Excel or an OpenDocument file: formulas only, no macro.

Always empty: it has no example.
"""

from __future__ import annotations

from macros.forms import open_sheet, spreadsheet
from macros.forms.baseline_plan import plan_baseline
from macros.forms.imprint import Imprint
from macros.worksheet import Worksheet


def draw_excel(worksheet: Worksheet, imprint: Imprint, _filled: bool) -> bytes:
    """The workbook for the indicator table ``worksheet``, as an .xlsx."""
    return spreadsheet.write(plan_baseline(worksheet, imprint), imprint)


def draw_open(worksheet: Worksheet, imprint: Imprint, _filled: bool) -> bytes:
    """The same as an .ods."""
    return open_sheet.write(plan_baseline(worksheet, imprint), imprint)
