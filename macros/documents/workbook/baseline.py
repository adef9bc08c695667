"""The workbook that shows change: measures and a survey, each at several times, and what may be shared of them."""

from __future__ import annotations

from macros.documents.answer_names import cell_names, identity
from macros.documents.workbook.measures import change_sheets, measures_sheet, numbers_sheet
from macros.documents.workbook.model import Book
from macros.documents.workbook.names import sheet_names
from macros.documents.workbook.rows import about
from macros.documents.workbook.survey import questions_sheet, survey_sheet
from macros.documents.workbook.survey_results import result_sheets
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon

BASELINE_SHEETS = ("indicators", "numbers", "change_title", "questions", "survey", "result", "plotted", "working")


def plan_baseline(worksheet: Worksheet, colophon: Colophon) -> Book:
    """The empty workbook that goes with the indicator table ``worksheet``."""
    strings = colophon.strings
    words = strings["baseline"]
    wanted = [*(words[key] for key in BASELINE_SHEETS), strings["sheet"]["lists"]]
    indicators, numbers, change, questions, survey, result, plotted, working, lists = sheet_names(wanted)
    title = words["title"].format(title=worksheet.title)
    measured = measures_sheet(indicators, title, strings)
    counted = numbers_sheet(numbers, measured, strings)
    changed, plot = change_sheets(change, plotted, measured, counted, strings)
    asked, answered = questions_sheet(questions, strings), survey_sheet(survey, strings)
    shown, worked = result_sheets((result, working), asked, answered, strings)
    measured.rows += about(colophon, measured.widths)
    sheets = [measured, counted, changed, asked, answered, shown, plot, worked]
    names = cell_names(cell.name for sheet in sheets for _, _, cell in sheet.named())
    return Book(title, worksheet.purpose, lists, sheets, names, identity(worksheet, colophon))
