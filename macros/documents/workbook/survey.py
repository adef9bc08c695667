"""The sheets of a survey that is asked several times, as they are filled in: what is asked, and who answered what."""

from __future__ import annotations

from macros.content.strings import Strings
from macros.documents.workbook.measures import MEASURE_ROW, better_check, date_check, number_check
from macros.documents.workbook.model import SHEET_WIDTH, Cell, Check, Row, Sheet
from macros.documents.workbook.rows import over

QUESTIONS, ROUNDS, PEOPLE = 3, 4, 60


def questions_sheet(name: str, strings: Strings) -> Sheet:
    """What is asked, which way is better, and on which days."""
    words = strings["baseline"]
    widths = [SHEET_WIDTH * share for share in (0.1, 0.4, 0.15, 0.35)]
    sheet = Sheet(name, words["questions"], widths, [over("title", words["questions"])], head=2)
    sheet.rows.append(over("intro", words["questions_help"]))
    keys = ("question", "better", "limits")
    sheet.rows.append(Row([Cell(words["number"], "head"), *(Cell(words[key], "head") for key in keys)]))
    checks = {"better": better_check(words, strings)}
    for number in range(1, QUESTIONS + 1):
        cells = [Cell(style="text", check=checks.get(key), name=f"questions.{number}.{key}") for key in keys]
        sheet.rows.append(Row([Cell(number, "centre"), *cells], MEASURE_ROW))
    sheet.rows.append(over("section", words["rounds"]))
    for number in range(1, ROUNDS + 1):
        date = Cell(style="date", check=date_check(words["date"], strings), name=f"rounds.{number}.date")
        sheet.rows.append(Row([Cell(number, "centre"), date], MEASURE_ROW))
    return sheet


def survey_sheet(name: str, strings: Strings) -> Sheet:
    """A row for each person, a column for each question and round."""
    words = strings["baseline"]
    columns = [(question, number) for question in range(1, QUESTIONS + 1) for number in range(1, ROUNDS + 1)]
    widths = [SHEET_WIDTH * 0.1, *([SHEET_WIDTH * 0.9 / len(columns)] * len(columns))]
    sheet = Sheet(
        name, words["survey"], widths, [over("title", words["survey"]), over("intro", words["survey_help"])], 2
    )
    heads = [words["answer_in"].format(question=question, round=number) for question, number in columns]
    sheet.rows.append(Row([Cell(head, "head") for head in (words["code"], *heads)]))
    code, answer = Check("any", words["code"], words["code_help"]), number_check(words["answer"], strings)
    for person in range(1, PEOPLE + 1):
        cells = [Cell(style="centre", check=code, name=f"survey.{person}.code")]
        for question, number in columns:
            cells.append(Cell(style="centre", check=answer, name=f"survey.{person}.q{question}r{number}"))
        sheet.rows.append(Row(cells, MEASURE_ROW))
    return sheet
