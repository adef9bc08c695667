"""Measures with a number at several times: their sheets in the workbook "baseline to impact"."""

from __future__ import annotations

from macros.content.strings import Strings
from macros.documents.workbook.model import SHEET_WIDTH, Cell, Chart, Check, Formula, Ref, Row, Sheet
from macros.documents.workbook.rows import over

MEASURES, TIMES = 8, 6
SMALLEST = 5  # people: fewer could be recognised
MEASURE_ROW = 9.0  # mm
HALF = (SHEET_WIDTH / 2 - 4, 75.0)  # the size of a chart, two beside each other
DATES = 0  # the row of dates, counted from the one below the heads

# A number about fewer than five people stands nowhere on the sheet that is shared.
SHOWN_IF_SAFE = (
    f'IF(ISNUMBER({{value}});IF(AND(ISNUMBER({{people}});{{people}}>0;{{people}}<{SMALLEST});{{hidden}};{{value}});"")'
)
PLOTTED_VALUE = "IF(ISNUMBER({shown});{shown};NA())"
DAY = "IF(ISNUMBER({day});{day};MAX({days}))"
# The first and the last of the numbers in a row.
FIRST_IN_ROW = "INDEX({row};COLUMNS({row})+1-SUMPRODUCT(MAX(ISNUMBER({row})*(COLUMN({end})+1-COLUMN({row})))))"
LAST_IN_ROW = "INDEX({row};SUMPRODUCT(MAX(ISNUMBER({row})*(COLUMN({row})-COLUMN({start})+1))))"
FIRST_DAY, LAST_DAY = (text.replace("INDEX({row};", "INDEX({days};") for text in (FIRST_IN_ROW, LAST_IN_ROW))
CHANGE_IN_ROW = f'IF(COUNT({{row}})<2;"";{LAST_IN_ROW}-{FIRST_IN_ROW})'
PERCENT = f'IF(COUNT({{row}})<2;"";IF({FIRST_IN_ROW}=0;"";({LAST_IN_ROW}-{FIRST_IN_ROW})/ABS({FIRST_IN_ROW})))'
WAY = (
    'IF(NOT(ISNUMBER({change}));"";IF({change}=0;{went_nowhere};'
    "IF(({change}>0)=({better}<>{lower});{went_better};{went_worse})))"
)
SENTENCE = (
    'IF(NOT(ISNUMBER({change}));"";{name}&": "&'
    + FIRST_IN_ROW
    + '&" ("&TEXT('
    + FIRST_DAY
    + ';{format})&"), "&'
    + LAST_IN_ROW
    + '&" ("&TEXT('
    + LAST_DAY
    + ';{format})&"). "&{way}&". "&{limit}&" "&IF({limits}="";{no_limit};{limits})&".")'
)


def number_check(title: str, strings: Strings) -> Check:
    """What a cell for a number takes."""
    return Check("number", title, strings["sheet"]["number_hint"], strings["sheet"]["not_number"])


def date_check(title: str, strings: Strings) -> Check:
    """What a cell for a date takes."""
    return Check("date", title, strings["sheet"]["date_hint"], strings["sheet"]["not_date"])


def better_check(words: Strings, strings: Strings) -> Check:
    """What a cell takes that says which way is better."""
    options = (words["higher_better"], words["lower_better"])
    return Check("list", words["better"], words["better_help"], strings["sheet"]["not_listed"], options)


def measures_sheet(name: str, title: str, strings: Strings) -> Sheet:
    """What is counted: a row for each measure."""
    words = strings["baseline"]
    widths = [SHEET_WIDTH * share for share in (0.05, 0.19, 0.22, 0.14, 0.12, 0.08, 0.2)]
    sheet = Sheet(name, title, widths, [over("title", title), over("intro", words["indicators_help"])], head=2)
    keys = ("indicator", "definition", "source", "keeper", "better", "limits")
    sheet.rows.append(Row([Cell(words["number"], "head"), *(Cell(words[key], "head") for key in keys)]))
    checks = {"better": better_check(words, strings)}
    for number in range(1, MEASURES + 1):
        cells = [Cell(style="text", check=checks.get(key), name=f"indicators.{number}.{key}") for key in keys]
        sheet.rows.append(Row([Cell(number, "centre"), *cells], MEASURE_ROW))
    return sheet


def numbers_sheet(name: str, measures: Sheet, strings: Strings) -> Sheet:
    """The number of each measure at each time, and how many people it is about."""
    words = strings["baseline"]
    widths = [SHEET_WIDTH * 0.28, *([SHEET_WIDTH * 0.12] * TIMES)]
    rows = [over("title", words["numbers"]), over("intro", words["numbers_help"])]
    sheet = Sheet(name, words["numbers"], widths, rows, head=2)
    times = [words["time"].format(number=time) for time in range(1, TIMES + 1)]
    rows.append(Row([Cell(words["indicator"], "head"), *(Cell(time, "head") for time in times)]))
    day = date_check(words["date"], strings)
    dates = [Cell(style="short_date", check=day, name=f"times.{time}.date") for time in range(1, TIMES + 1)]
    rows.append(Row([Cell(words["date"], "label"), *dates], MEASURE_ROW))
    for key, label in (("numbers", ""), ("people", words["people"])):
        if label:
            rows.append(over("section", label))
        for number in range(1, MEASURES + 1):
            check = number_check(words[key], strings)
            cells = [
                Cell(style="centre", check=check, name=f"{key}.{number}.time{time}") for time in range(1, TIMES + 1)
            ]
            named = Formula('{name}&""', {"name": _about(measures, number, 1)})
            rows.append(Row([Cell(named, "label"), *cells], MEASURE_ROW))
    return sheet


def change_sheets(name: str, hidden: str, measures: Sheet, numbers: Sheet, strings: Strings) -> list[Sheet]:
    """The sheet that is shared, without small numbers, with charts and sentences; and the hidden one for its charts."""
    words = strings["baseline"]
    widths = [SHEET_WIDTH * share for share in (0.17, 0.09, *([0.087] * TIMES), 0.07, 0.068, 0.08)]
    lead = [over("title", words["change_title"]), over("intro", words["change_help"])]
    lead.append(over("intro", words["hidden_help"].format(smallest=SMALLEST)))
    sheet = Sheet(name, words["change_title"], widths, lead, head=3)
    times = [words["time"].format(number=time) for time in range(1, TIMES + 1)]
    heads = [words["indicator"], words["better"], *times, words["change"], words["percent"], words["way"]]
    sheet.rows.append(Row([Cell(head, "head") for head in heads]))
    first = numbers.head + 1
    days = Ref(first, 1, first, TIMES, numbers.name, fixed=True)
    dates = [Formula('IF({day}="";"";{day})', {"day": _at(numbers, first, time)}) for time in range(1, TIMES + 1)]
    sheet.rows.append(
        Row(
            [
                Cell(words["date"], "label"),
                Cell(style="label"),
                *(Cell(date, "day") for date in dates),
                *[Cell(style="label")] * 3,
            ]
        )
    )
    plotted = Sheet(
        hidden, words["plotted"], [20.0] * (TIMES + 1), [over("title", words["plotted"])], head=1, hidden=True
    )
    plotted.rows.append(Row([Cell(str(column), "head") for column in range(TIMES + 1)]))
    shown_days = [Formula(DAY, {"day": _at(numbers, first, time), "days": days}) for time in range(1, TIMES + 1)]
    plotted.rows.append(Row([Cell(words["date"], "intro"), *(Cell(day, "intro") for day in shown_days)]))
    for number in range(1, MEASURES + 1):
        row = len(sheet.rows)
        sheet.rows.append(Row(_line(number, row, measures, numbers, days, words), MEASURE_ROW))
        shown = [Formula(PLOTTED_VALUE, {"shown": _at(sheet, row, 1 + time)}, "#N/A") for time in range(1, TIMES + 1)]
        title = Formula('{name}&""', {"name": _about(measures, number, 1)})
        plotted.rows.append(Row([Cell(title, "intro"), *(Cell(value, "intro") for value in shown)]))
    sheet.rows.append(over("section", words["sentences"]))
    for number in range(1, MEASURES + 1):
        sentence = _sentence(number, sheet, measures, days, words)
        sheet.rows.append(Row([Cell(sentence, "intro", whole_row=True)], 6.0))
    charts = [_chart(number, plotted, words) for number in range(1, MEASURES + 1)]
    sheet.rows += [Row([], charts=charts[at : at + 2]) for at in range(0, MEASURES, 2)]
    return [sheet, plotted]


def _about(measures: Sheet, number: int, column: int) -> Ref:
    return Ref(measures.head + number, column, sheet=measures.name, fixed=True)


def _at(sheet: Sheet, row: int, column: int) -> Ref:
    return Ref(row, column, sheet=sheet.name, fixed=True)


def _line(number: int, row: int, measures: Sheet, numbers: Sheet, days: Ref, words: Strings) -> list[Cell]:
    """A measure: what is shown of its numbers, its change, and which way that is."""
    value_row = numbers.head + 1 + number
    people_row = value_row + MEASURES + 1
    shown = []
    for time in range(1, TIMES + 1):
        known: dict[str, Ref | str] = {"value": _at(numbers, value_row, time), "people": _at(numbers, people_row, time)}
        shown.append(Cell(Formula(SHOWN_IF_SAFE, {**known, "hidden": words["hidden"]}), "worked_out"))
    parts = _row_parts(row, days)
    way: dict[str, Ref | str] = {"change": Ref(row, 2 + TIMES), "better": Ref(row, 1), "lower": words["lower_better"]}
    way |= {key: words[key] for key in ("went_better", "went_worse", "went_nowhere")}
    better: dict[str, Ref | str] = {"better": _about(measures, number, 5), "name": _about(measures, number, 1)}
    better["higher"] = words["higher_better"]
    return [
        Cell(Formula('{name}&""', {"name": _about(measures, number, 1)}), "label"),
        Cell(Formula('IF({name}="";"";IF({better}="";{higher};{better}))', better), "worked_out"),
        *shown,
        Cell(Formula(CHANGE_IN_ROW, parts), "worked_out"),
        Cell(Formula(PERCENT, parts), "percent"),
        Cell(Formula(WAY, way), "worked_out"),
    ]


def _row_parts(row: int, days: Ref) -> dict[str, Ref | str]:
    return {
        "row": Ref(row, 2, row, 1 + TIMES, fixed=True),
        "start": Ref(row, 2, fixed=True),
        "end": Ref(row, 1 + TIMES, fixed=True),
        "days": days,
    }


def _sentence(number: int, sheet: Sheet, measures: Sheet, days: Ref, words: Strings) -> Formula:
    row = sheet.head + 1 + number
    parts = _row_parts(row, days) | {"change": Ref(row, 2 + TIMES), "way": Ref(row, 4 + TIMES), "name": Ref(row, 0)}
    parts |= {"limits": _about(measures, number, 6), "limit": words["not_shown"], "no_limit": words["no_limit"]}
    return Formula(SENTENCE, {**parts, "format": "d mmmm yyyy"})


def _chart(number: int, plotted: Sheet, words: Strings) -> Chart:
    days = Ref(plotted.head + 1, 1, plotted.head + 1, TIMES, plotted.name, fixed=True)
    row = plotted.head + 1 + number
    series = (_at(plotted, row, 0), Ref(row, 1, row, TIMES, plotted.name, fixed=True))
    title, alt = (words[key].format(number=number) for key in ("measure_chart", "measure_alt"))
    return Chart("dates", title, alt, days, (series,), ((number - 1) % 2) * SHEET_WIDTH / 2, HALF)
