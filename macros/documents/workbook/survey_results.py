"""The result of a survey that was asked several times: what moved between its rounds, and no number of few people."""

from __future__ import annotations

from macros.content.strings import Strings
from macros.documents.workbook.measures import HALF, MEASURE_ROW, SMALLEST
from macros.documents.workbook.model import SHEET_WIDTH, Cell, Chart, Formula, Ref, Row, Sheet
from macros.documents.workbook.rows import over
from macros.documents.workbook.survey import PEOPLE, QUESTIONS, ROUNDS

LATER_ROUNDS = range(2, ROUNDS + 1)  # rounds that are compared with the first

CHANGE_BETWEEN = 'IF(AND(ISNUMBER({before});ISNUMBER({after}));{after}-{before};"")'
# Of one group only, and never of those who answered twice: from two averages of groups that differ by one person, that
# person's answer could be worked out.
MEAN = f"IF(COUNT({{answers}})<{SMALLEST};{{hidden}};AVERAGE({{answers}}))"
MOVED = f"IF({{both}}<{SMALLEST};{{hidden}};SUM({{changes}})/{{both}})"
BOTH = f"IF({{both}}<{SMALLEST};{{hidden}};{{both}})"
# A number that is hidden alone could be worked out from the rest. So the next smallest is hidden with it,
# and also a number that leaves fewer people than that over.
GROUP = (
    f"IF(OR({{both}}<{SMALLEST};{{own}}<{SMALLEST};{{both}}-{{own}}<{SMALLEST};"
    f"AND(({{up}}<{SMALLEST})+({{level}}<{SMALLEST})+({{down}}<{SMALLEST})=1;{{own}}=MEDIAN({{up}};{{level}};{{down}})));"
    "{hidden};{own})"
)
COUNTS = (
    "COUNT({changes})",
    *(f"SUMPRODUCT(ISNUMBER({{changes}})*({{changes}}{test}))" for test in (">0", "=0", "<0")),
)
PLOTTED_MEAN = "IF(ISNUMBER({shown});ROUND({shown};1);NA())"
DAY = "IF(ISNUMBER({day});{day};MAX({days}))"


def result_sheets(names: tuple[str, str], questions: Sheet, survey: Sheet, strings: Strings) -> list[Sheet]:
    """The sheet that is shared, and the hidden one with what it is worked out from; ``names`` are theirs."""
    words = strings["baseline"]
    hidden = _working(names[1], questions, survey, words)
    sheet = Sheet(
        names[0], words["result"], [SHEET_WIDTH * share for share in (0.1, 0.18, 0.18, 0.18, 0.12, 0.12, 0.12)]
    )
    sheet.rows += [over("title", words["result"]), over("intro", words["result_help"])]
    sheet.rows += [over("intro", words["hidden_help"].format(smallest=SMALLEST)), over("intro", words["no_sum_help"])]
    sheet.head = len(sheet.rows)
    keys = ("round", "date", "both", "moved", "higher", "same", "lower")
    sheet.rows.append(Row([Cell(words[key], "head") for key in keys]))
    for question in range(1, QUESTIONS + 1):
        sheet.rows += _question(question, sheet, hidden, questions, survey, words)
    charts = [_chart(question, hidden, words) for question in range(1, QUESTIONS + 1)]
    sheet.rows += [Row([], charts=charts[at : at + 2]) for at in range(0, QUESTIONS, 2)]
    _plot(sheet, hidden, questions, words)
    return [sheet, hidden]


def _at(sheet: Sheet, row: int, column: int) -> Ref:
    return Ref(row, column, sheet=sheet.name, fixed=True)


def _block(sheet: Sheet, first: int, column: int) -> Ref:
    return Ref(first, column, first + PEOPLE - 1, column, sheet.name, fixed=True)


def _place(question: int, number: int) -> int:
    """The column of the hidden sheet for a question and a later round."""
    return (question - 1) * len(LATER_ROUNDS) + number - LATER_ROUNDS.start


def _day(questions: Sheet, number: int) -> Ref:
    return _at(questions, questions.head + QUESTIONS + 1 + number, 1)


def _working(name: str, questions: Sheet, survey: Sheet, words: Strings) -> Sheet:
    """Numbers as they are, small ones too: counts on top, below them each person's change."""
    places = [(question, number) for question in range(1, QUESTIONS + 1) for number in LATER_ROUNDS]
    sheet = Sheet(name, words["working"], [25.0] * len(places), [over("title", words["working"])], head=1, hidden=True)
    sheet.rows.append(Row([Cell(str(at), "head") for at, _ in enumerate(places, 1)]))
    first = sheet.head + 1 + len(COUNTS)
    for text in COUNTS:
        counts = [Formula(text, {"changes": _block(sheet, first, at)}) for at, _ in enumerate(places)]
        sheet.rows.append(Row([Cell(value, "intro") for value in counts]))
    for person in range(1, PEOPLE + 1):
        changes = []
        for question, number in places:
            begin = 1 + (question - 1) * ROUNDS
            row = survey.head + person
            parts: dict[str, Ref | str] = {
                "before": _at(survey, row, begin),
                "after": _at(survey, row, begin + number - 1),
            }
            changes.append(Cell(Formula(CHANGE_BETWEEN, parts), "intro"))
        sheet.rows.append(Row(changes))
    return sheet


def _question(question: int, sheet: Sheet, hidden: Sheet, questions: Sheet, survey: Sheet, words: Strings) -> list[Row]:
    """One question: its words, the first average of all, and a row for each later round."""
    row = questions.head + question
    about = {
        "number": words["question_number"].format(number=question),
        "text": _at(questions, row, 1),
        "better": _at(questions, row, 2),
        "higher": words["higher_better"],
        "label": words["better"],
    }
    title = Formula('{number}&": "&{text}&" ("&{label}&": "&IF({better}="";{higher};{better})&")"', about)
    limits: dict[str, Ref | str] = {"limits": _at(questions, row, 3)}
    limits |= {"label": words["not_shown"], "none": words["no_limit"]}
    limit = Formula('{label}&" "&IF({limits}="";{none};{limits})&"."', limits)
    rows = [Row([Cell(title, "intro", whole_row=True)], 7.0), Row([Cell(limit, "intro", whole_row=True)], 7.0)]
    begin = 1 + (question - 1) * ROUNDS
    answers = Ref(survey.head + 1, begin, survey.head + PEOPLE, begin, survey.name, fixed=True)
    mean = Formula(MEAN, {"answers": answers, "hidden": words["hidden"]}, words["hidden"])
    rows.append(
        Row(
            [
                Cell(1, "centre"),
                Cell(_date(questions, 1), "day"),
                Cell(words["before"], "label"),
                Cell(mean, "average", name=f"result.{question}.before"),
                *[Cell(style="label")] * 3,
            ],
            MEASURE_ROW,
        )
    )
    for number in LATER_ROUNDS:
        at = _place(question, number)
        both, up, level, down = (_at(hidden, hidden.head + 1 + count, at) for count in range(4))
        known: dict[str, Ref | str] = {"both": both, "hidden": words["hidden"]}
        groups = {**known, "up": up, "level": level, "down": down}
        changes = _block(hidden, hidden.head + 1 + len(COUNTS), at)
        cells = [Cell(number, "centre"), Cell(_date(questions, number), "day")]
        for key, text, parts, style in (
            ("both", BOTH, known, "worked_out"),
            ("moved", MOVED, {**known, "changes": changes}, "average"),
            ("higher", GROUP, {**groups, "own": up}, "worked_out"),
            ("same", GROUP, {**groups, "own": level}, "worked_out"),
            ("lower", GROUP, {**groups, "own": down}, "worked_out"),
        ):
            name = f"result.{question}.round{number}.{key}"
            cells.append(Cell(Formula(text, parts, words["hidden"]), style, name=name))
        rows.append(Row(cells, MEASURE_ROW))
    return rows


def _date(questions: Sheet, number: int) -> Formula:
    return Formula('IF({day}="";"";{day})', {"day": _day(questions, number)})


def _plot(sheet: Sheet, hidden: Sheet, questions: Sheet, words: Strings) -> None:
    """Below the changes: the days, and for each question 0 in round 1 and the change since, where it is shown."""
    days = Ref(_day(questions, 1).row, 1, _day(questions, ROUNDS).row, 1, questions.name, fixed=True)
    shown = [Formula(DAY, {"day": _day(questions, number), "days": days}) for number in range(1, ROUNDS + 1)]
    hidden.rows.append(Row([Cell(words["date"], "intro"), *(Cell(day, "intro") for day in shown)]))
    for question in range(1, QUESTIONS + 1):
        first = sheet.head + 1 + (question - 1) * (3 + len(LATER_ROUNDS)) + 2
        values: list[Formula | float] = [0.0]
        for number in LATER_ROUNDS:
            moved = _at(sheet, first + number - 1, 3)
            values.append(Formula(PLOTTED_MEAN, {"shown": moved}, "#N/A"))
        label = words["question_number"].format(number=question)
        hidden.rows.append(Row([Cell(label, "intro"), *(Cell(value, "intro") for value in values)]))


def _chart(question: int, hidden: Sheet, words: Strings) -> Chart:
    days_row = hidden.head + 1 + len(COUNTS) + PEOPLE
    days = Ref(days_row, 1, days_row, ROUNDS, hidden.name, fixed=True)
    row = days_row + question
    series = (_at(hidden, row, 0), Ref(row, 1, row, ROUNDS, hidden.name, fixed=True))
    title, alt = (words[key].format(number=question) for key in ("question_chart", "question_alt"))
    return Chart("dates", title, alt, days, (series,), ((question - 1) % 2) * SHEET_WIDTH / 2, HALF)
