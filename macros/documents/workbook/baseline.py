"""The workbook that compares a baseline with what came after: indicators, a survey asked twice, and its result."""

from __future__ import annotations

from typing import Any

from macros.documents.answer_names import cell_names, identity
from macros.documents.workbook.model import WIDTH, Book, Cell, Chart, Check, Formula, Ref, Row, Sheet
from macros.documents.workbook.names import sheet_names
from macros.documents.workbook.rows import about, over
from macros.models.worksheets import Worksheet
from macros.rendering.colophon import Colophon

INDICATORS, PEOPLE = 12, 60  # empty rows
SMALLEST = 5  # people: fewer could be recognised
SCALE = (1, 2, 3, 4, 5)
ROW_HEIGHT = 9.0  # mm
COUNTS = 6  # the column of the Survey sheet that holds them

CHANGE = 'IF(AND(ISNUMBER({before});ISNUMBER({after}));{after}-{before};"")'
PERCENT = 'IF(AND(ISNUMBER({before});ISNUMBER({after}));IF({before}=0;"";({after}-{before})/ABS({before}));"")'
# Only those who answered twice have a change, so only their answers are averaged.
MEAN = f"IF({{both}}<{SMALLEST};{{hidden}};SUMPRODUCT(ISNUMBER({{changes}})*1;{{answers}})/{{both}})"
MOVED = f"IF({{both}}<{SMALLEST};{{hidden}};SUM({{changes}})/{{both}})"
BOTH = f"IF({{both}}<{SMALLEST};{{hidden}};{{both}})"
# A number that is hidden alone could be worked out from the rest. So the next smallest is hidden with it,
# and also a number that leaves fewer people than that over.
GROUP = (
    f"IF(OR({{both}}<{SMALLEST};{{own}}<{SMALLEST};{{both}}-{{own}}<{SMALLEST};"
    f"AND(({{up}}<{SMALLEST})+({{level}}<{SMALLEST})+({{down}}<{SMALLEST})=1;{{own}}=MEDIAN({{up}};{{level}};{{down}})));"
    "{hidden};{own})"
)


def plan_baseline(worksheet: Worksheet, colophon: Colophon) -> Book:
    """The empty workbook that goes with the indicator table ``worksheet``."""
    words = colophon.strings["baseline"]
    indicators, survey, result, lists = sheet_names(
        [words["indicators"], words["survey"], words["result"], colophon.strings["sheet"]["lists"]]
    )
    sheets = [
        _indicators(indicators, colophon.strings, worksheet),
        _survey(survey, colophon.strings),
        _result(result, survey, words),
    ]
    sheets[0].rows += about(colophon)
    names = cell_names(cell.name for sheet in sheets for _, _, cell in sheet.named())
    title = words["title"].format(title=worksheet.title)
    return Book(title, worksheet.purpose, lists, sheets, names, identity(worksheet, colophon))


def _heads(words: dict[str, str], *keys: str) -> Row:
    return Row([Cell(words[key], "head") for key in keys])


def _number(title: str, t: dict[str, Any]) -> Check:
    return Check("number", title, t["sheet"]["number_hint"], t["sheet"]["not_number"])


def _indicators(name: str, t: dict[str, Any], worksheet: Worksheet) -> Sheet:
    words = t["baseline"]
    widths = [WIDTH * share / 26 for share in (5, 6, 4, 3, 2, 2, 2, 2)]
    title = words["title"].format(title=worksheet.title)
    rows = [over("title", title), over("intro", words["indicators_help"])]
    sheet = Sheet(name, title, widths, rows, head=len(rows))
    keys = ("indicator", "definition", "source", "keeper", "baseline", "follow_up", "change", "percent")
    rows.append(_heads(words, *keys))
    for number in range(1, INDICATORS + 1):
        row = len(rows)
        parts: dict[str, Ref | str] = {"before": Ref(row, 4), "after": Ref(row, 5)}
        cells = [Cell(style="text", name=f"indicators.{number}.{key}") for key in keys[:4]]
        for key in keys[4:6]:
            cells.append(Cell(style="centre", check=_number(words[key], t), name=f"indicators.{number}.{key}"))
        cells += [Cell(Formula(CHANGE, parts), "worked_out"), Cell(Formula(PERCENT, parts), "percent")]
        rows.append(Row(cells, ROW_HEIGHT))
    first, last, head = sheet.head + 1, len(rows) - 1, sheet.head
    series = tuple((Ref(head, at, sheet=name, fixed=True), Ref(first, at, last, at, name, fixed=True)) for at in (4, 5))
    names = Ref(first, 0, last, 0, name, fixed=True)
    rows.append(Row([], charts=[Chart("bars", words["chart"], words["chart_alt"], names, series)]))
    return sheet


def _survey(name: str, t: dict[str, Any]) -> Sheet:
    words = t["baseline"]
    widths = [40.0, 40.0, 40.0, 30.0, 20.0, 70.0, 30.0]
    rows = [over("title", words["survey"]), over("intro", words["survey_help"]), over("intro", words["counts_help"])]
    sheet = Sheet(name, words["survey"], widths, rows, head=len(rows))
    heads = _heads(words, "code", "first", "later", "difference")
    rows.append(Row([*heads.cells, Cell(style="intro"), Cell(words["counts"], "head"), Cell(None, "head")]))
    counts = _counts(sheet.head + 1, words)
    for number in range(1, PEOPLE + 1):
        row = len(rows)
        parts: dict[str, Ref | str] = {"before": Ref(row, 1), "after": Ref(row, 2)}
        code = Check("any", words["code"], words["code_help"])
        cells = [Cell(style="centre", check=code, name=f"survey.{number}.code")]
        for key in ("first", "later"):
            check = Check("list", words[key], words["scale_help"], t["sheet"]["not_listed"], SCALE)
            cells.append(Cell(style="centre", check=check, name=f"survey.{number}.{key}"))
        cells.append(Cell(Formula(CHANGE, parts), "worked_out"))
        beside = [Cell(style="intro"), *counts[number - 1]] if number <= len(counts) else []
        rows.append(Row([*cells, *beside], ROW_HEIGHT))
    return sheet


def _block(first: int, column: int, sheet: str = "") -> Ref:
    return Ref(first, column, first + PEOPLE - 1, column, sheet, fixed=True)


def _counts(first: int, words: dict[str, str]) -> list[list[Cell]]:
    """Numbers as they are, small ones too, beside the answers that they are counted from."""
    changes: dict[str, Ref | str] = {"changes": _block(first, 3)}
    formulas = [("both", "COUNT({changes})")]
    for key, test in (("higher", ">0"), ("same", "=0"), ("lower", "<0")):
        formulas.append((key, f"SUMPRODUCT(ISNUMBER({{changes}})*({{changes}}{test}))"))
    return [[Cell(words[key], "label"), Cell(Formula(text, changes), "worked_out")] for key, text in formulas]


def _result(name: str, survey: str, words: dict[str, str]) -> Sheet:
    """Averages and counts, without the small ones."""
    first = 4  # of the survey's answers: three lines of text and the headings stand above
    both, up, level, down = (Ref(first + at, COUNTS, sheet=survey, fixed=True) for at in range(4))
    known: dict[str, Ref | str] = {"both": both, "hidden": words["hidden"]}
    groups = {**known, "up": up, "level": level, "down": down}
    changes = {**known, "changes": _block(first, 3, survey)}
    rows = [
        over("title", words["result"]),
        over("intro", words["result_help"]),
        over("intro", words["hidden_help"].format(smallest=SMALLEST)),
    ]
    sheet = Sheet(name, words["result"], [WIDTH * 0.6, WIDTH * 0.4], rows, head=len(rows))
    rows.append(_heads(words, "measure", "value"))
    for key, text, parts, style in (
        ("both", BOTH, known, "worked_out"),
        ("before", MEAN, {**changes, "answers": _block(first, 1, survey)}, "average"),
        ("after", MEAN, {**changes, "answers": _block(first, 2, survey)}, "average"),
        ("moved", MOVED, changes, "average"),
        ("higher", GROUP, {**groups, "own": up}, "worked_out"),
        ("same", GROUP, {**groups, "own": level}, "worked_out"),
        ("lower", GROUP, {**groups, "own": down}, "worked_out"),
    ):
        value = Formula(text, parts, words["hidden"])
        rows.append(Row([Cell(words[key], "label"), Cell(value, style, name=f"result.{key}")], ROW_HEIGHT))
    return sheet
