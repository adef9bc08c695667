"""Results over time in the project's workbook: sorted by day on a hidden sheet, drawn on the sheet of charts.

A result that is about fewer than five people counts nowhere: it is not in a chart, and it is neither the first nor the
latest result of its measure.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.content.strings import Strings
from macros.documents.workbook.model import SHEET_WIDTH, Cell, Chart, Formula, Ref, Row, Sheet
from macros.documents.workbook.rows import over
from macros.models.pictures import Changes
from macros.models.tables import Table

SMALLEST = 5  # people: fewer could be recognised
RESULTS_HEAD = 1  # the row of the headings on the hidden sheet
RESULTS_AREA = "follow_results"
KEY, ORDER, DAY, FIRST = 0, 1, 2, 3  # its columns; FIRST is that of the first measure
AFTER_ALL = 99_999  # sorts after every day
ROW = f"ROW()-{RESULTS_HEAD + 1}"
RESULT_WIDTH = 30.0  # mm
RESULT_ROW = 8.0
CHART_SIZE = (SHEET_WIDTH / 2 - 4, 75.0)
RESULT_WIDTHS = [SHEET_WIDTH * share for share in (0.05, 0.27, 0.12, 0.09, 0.13, 0.09, 0.13, 0.12)]

NOTHING_LEFT = f"{ROW}>ROWS({{day}})"
PICKED = "INDEX({%s};{order};1)"
NAMED = f'OR({PICKED % "label"}&""={{name}}&"";{PICKED % "label"}&""=LEFT({{name}}&"";FIND(" ";{{name}}&" ")-1))'
PEOPLE = PICKED % "people"
SHOWN_IF_ENOUGH = f"OR(NOT(ISNUMBER({PEOPLE}));{PEOPLE}<=0;{PEOPLE}>={SMALLEST})"  # nobody is no group
VALUE = (
    f'IF({NOTHING_LEFT};NA();IF(AND({{name}}&""<>"";{NAMED};ISNUMBER({PICKED % "day"});ISNUMBER({PICKED % "value"});'
    f"{SHOWN_IF_ENOUGH});{PICKED % 'value'};NA()))"
)
ROWS_WITH_VALUES = "ISNUMBER({values})*(ROW({values})-ROW({head}))"
LAST_PLACE = f"SUMPRODUCT(MAX({ROWS_WITH_VALUES}))"
FIRST_PLACE = "ROWS({values})+1-SUMPRODUCT(MAX(ISNUMBER({values})*(ROWS({values})+1-ROW({values})+ROW({head}))))"


@dataclass(frozen=True)
class Readings:
    """Where the results stand: the cells of each column by its role, and those of the measures' names."""

    columns: dict[str, Ref]
    names: Ref
    better: tuple[str, str]  # the words for "higher" and for "lower"

    @property
    def count(self) -> int:
        """How many measures there are."""
        return _rows(self.names)


def readings_in(worksheet: str, table: Table, places: dict[str, Ref]) -> Readings | None:
    """The results that ``table`` of ``worksheet`` holds; None where it has none, or no list of measures."""
    if not isinstance(table.picture, Changes):
        return None
    picture = table.picture
    roles = {"label": picture.label, "day": picture.day, "value": picture.value, "people": picture.people}
    columns = {role: places[f"{worksheet}.{table.id}.{column}"] for role, column in roles.items()}
    beside = {"read": picture.label, "better": picture.better}
    columns |= {role: places[f"{worksheet}.{picture.about}.{column}"] for role, column in beside.items()}
    label = next(column for column in table.columns if column.id == picture.label)
    assert table.beside
    better = next(column for column in table.beside.columns if column.id == picture.better).choices()
    sources = [places[origin.place] for origin in label.taken_from if origin.place in places]
    return Readings(columns, sources[0], (better[0], better[-1])) if sources and len(better) > 1 else None


def data_sheet(name: str, title: str, readings: Readings) -> Sheet:
    """The hidden sheet ``name``: a row for each result in the order of the days, and a column for each measure."""
    sheet = Sheet(
        name, title, [RESULT_WIDTH] * (FIRST + readings.count), [over("title", title)], RESULTS_HEAD, hidden=True
    )
    heads = [Cell(number, "head") for number in range(1, FIRST + 1)]
    names = [Formula('{name}&""', {"name": _name(readings, number)}) for number in range(readings.count)]
    sheet.rows.append(Row([*heads, *(Cell(name, "head") for name in names)]))
    length = _rows(readings.columns["day"])
    keys = Ref(RESULTS_HEAD + 1, KEY, RESULTS_HEAD + length, KEY, name, fixed=True)
    day: dict[str, Ref | str] = {"day": readings.columns["day"]}
    key = (
        f'IF({NOTHING_LEFT};"";IF(ISNUMBER(INDEX({{day}};{ROW};1));INDEX({{day}};{ROW};1);{AFTER_ALL})+({ROW})/100000)'
    )
    order = f'IF({NOTHING_LEFT};"";MATCH(SMALL({{keys}};{ROW});{{keys}};0))'
    over_day = f"IF({NOTHING_LEFT};MAX({{day}});IF(ISNUMBER({PICKED % 'day'});{PICKED % 'day'};MAX({{day}})))"
    for row in range(RESULTS_HEAD + 1, RESULTS_HEAD + 1 + length):
        here: dict[str, Ref | str] = {"order": Ref(row, ORDER)}
        cells = [
            Cell(Formula(key, day), "intro"),
            Cell(Formula(order, {**day, "keys": keys}), "intro"),
            Cell(Formula(over_day, {**day, **here}), "intro"),
        ]
        for number in range(readings.count):
            parts = {**readings.columns, **here, "name": _name(readings, number)}
            cells.append(Cell(Formula(VALUE, parts, "#N/A"), "intro"))
        sheet.rows.append(Row(cells))
    return sheet


def summary(readings: Readings, data: Sheet, words: Strings, first_row: int) -> list[Row]:
    """A line for each measure, from row ``first_row`` on: its first result, its latest, and which way it went."""
    heads = ("number", "measure", "better", "first_result", "first_day", "latest", "latest_day", "way")
    rows = [Row([Cell(words[key], "head") for key in heads])]
    last = len(data.rows) - 1
    days = Ref(RESULTS_HEAD + 1, DAY, last, DAY, data.name, fixed=True)
    for number in range(readings.count):
        column, row = FIRST + number, first_row + 1 + number
        parts: dict[str, Ref | str] = {
            "values": Ref(RESULTS_HEAD + 1, column, last, column, data.name, fixed=True),
            "head": Ref(RESULTS_HEAD, column, sheet=data.name, fixed=True),
            "days": days,
        }
        values = [
            Formula('{name}&""', {"name": _name(readings, number)}),
            _better(readings, number, words),
            *(_of(place, what, parts) for place in (FIRST_PLACE, LAST_PLACE) for what in ("values", "days")),
            _way(readings, row, words),
        ]
        styles = ("text", "text", "worked_out", "day", "worked_out", "day", "worked_out")
        cells = [Cell(value, style) for value, style in zip(values, styles, strict=True)]
        rows.append(Row([Cell(number + 1, "centre"), *cells], RESULT_ROW))
    return rows


def charts(readings: Readings, data: Sheet, words: Strings) -> list[Row]:
    """A chart for each measure, two beside each other."""
    last = len(data.rows) - 1
    days = Ref(RESULTS_HEAD + 1, DAY, last, DAY, data.name, fixed=True)
    drawn = []
    for number in range(readings.count):
        column = FIRST + number
        series = (
            Ref(RESULTS_HEAD, column, sheet=data.name, fixed=True),
            Ref(RESULTS_HEAD + 1, column, last, column, data.name, fixed=True),
        )
        title = words["measure_chart"].format(number=number + 1)
        left = (number % 2) * SHEET_WIDTH / 2
        drawn.append(
            Chart("dates", title, words["measure_alt"].format(number=number + 1), days, (series,), left, CHART_SIZE)
        )
    return [Row([], charts=drawn[at : at + 2]) for at in range(0, len(drawn), 2)]


def _of(place: str, what: str, parts: dict[str, Ref | str]) -> Formula:
    return Formula(f'IF(COUNT({{values}})=0;"";INDEX({{{what}}};{place};1))', parts)


def _better(readings: Readings, number: int, words: Strings) -> Formula:
    """What the first result of the measure that says it says: "lower", else "higher"."""
    parts: dict[str, Ref | str] = {
        **{role: readings.columns[role] for role in ("read", "better")},
        "name": _name(readings, number),
        "higher": readings.better[0],
        "lower": readings.better[1],
    }
    is_named = '({read}&""={name}&"")+({read}&""=LEFT({name}&"";FIND(" ";{name}&" ")-1))'
    text = f'IF({{name}}&""="";"";IF(SUMPRODUCT((({is_named})>0)*({{better}}={{lower}}))>0;{{lower}};{{higher}}))'
    return Formula(text, parts)


def _way(readings: Readings, row: int, words: Strings) -> Formula:
    parts: dict[str, Ref | str] = {
        "first": Ref(row, 3),
        "first_day": Ref(row, 4),
        "latest": Ref(row, 5),
        "latest_day": Ref(row, 6),
        "better": Ref(row, 2),
        "lower": readings.better[1],
        **{key: words[key] for key in ("went_better", "went_worse", "went_nowhere")},
    }
    text = (
        'IF(OR(NOT(ISNUMBER({first}));{first_day}={latest_day});"";IF({first}={latest};{went_nowhere};'
        "IF(({latest}>{first})=({better}<>{lower});{went_better};{went_worse})))"
    )
    return Formula(text, parts)


def _name(readings: Readings, number: int) -> Ref:
    """The cell in which a measure is named."""
    return Ref(readings.names.row + number, readings.names.column, sheet=readings.names.sheet, fixed=True)


def _rows(ref: Ref) -> int:
    return (ref.row if ref.to_row is None else ref.to_row) - ref.row + 1
