"""What a page is given of a table's picture: settings for the script, and drawings of the example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.charts.drawing import Drawing, Plot
from macros.charts.engine import place
from macros.models.fields import Scale
from macros.models.pictures import Changes, Scores
from macros.models.tables import Table
from macros.models.worksheets import Worksheet, example_value, table_boxes

PHONE, PAGE = 272, 680  # widths in pixels: within an example on a phone of 320; on A4, portrait or landscape
COMMUNITY = "community"  # the field of every worksheet that names the community


@dataclass(frozen=True)
class Still:
    """The picture of an example, for a phone, and for a wide screen or paper, there in parts that fit on a page."""

    kind: str
    narrow: Drawing
    wide: list[Drawing]


def settings(table: Table, words: dict[str, Any]) -> dict[str, Any]:
    """What the script needs to draw ``table`` as it is filled in; ``words`` are the strings under "pictures"."""
    assert table.picture is not None, f"the table {table.id} has no picture"
    return {
        "kind": table.picture.kind,
        "tables": [part.id for part in _tables(table)],
        "columns": _columns(table),
        **({"into": table.picture.into} if isinstance(table.picture, Changes) else {}),
        "options": _options(table),
        "most": _most(table),
        "community": COMMUNITY,
        "words": _words(table, words),
    }


def still(worksheet: Worksheet, table: Table, words: dict[str, Any]) -> Still | None:
    """The picture of the worksheet's example; None where the table has no picture, or its example nothing to draw."""
    if table.picture is None:
        return None
    labels = _words(table, words)
    plot = Plot(_rows(worksheet, table, labels), _options(table), _most(table), _centre(worksheet, labels))
    if not plot.rows:
        return None
    phone, page = place(table.picture.kind, plot, [PHONE, PAGE], labels)
    return Still(table.picture.kind, phone.whole, page.parts)


def _columns(table: Table) -> dict[str, str]:
    """The column of each role in the picture."""
    return table.picture.model_dump(exclude={"kind", "about", "into"}) if table.picture else {}


def _tables(table: Table) -> list[Table]:
    """The tables that the picture shows: nearly always one."""
    return [table, table.beside] if table.beside else [table]


def _words(table: Table, words: dict[str, Any]) -> dict[str, str]:
    """The words that all kinds share, and those of this one."""
    return {**words["all"], **words[table.picture.kind if table.picture else ""]}


def _rows(worksheet: Worksheet, table: Table, words: dict[str, str]) -> list[dict[str, str]]:
    """The rows in which anything that the picture shows is filled in; one without a name gets its number."""
    columns = {column: role for role, column in _columns(table).items()}
    rows = []
    for part in _tables(table):
        for number, key in enumerate(part.row_keys, 1):
            boxes = [box for box in table_boxes(part) if box.row == key and box.field.id in columns]
            row = {columns[box.field.id]: example_value(worksheet, box).strip() for box in boxes}
            if any(row.values()):
                rows.append(row | {"label": row["label"] or words["unnamed"].format(number=number)})
    return rows


def _options(table: Table) -> list[str]:
    """The options of the choice column that groups, rings or levels the rows, or says which way is better."""
    columns = _columns(table)
    by = next((columns[role] for role in ("ring", "level", "group", "better") if role in columns), None)
    every = [column for part in _tables(table) for column in part.columns]
    return next((column.choices() for column in every if column.id == by), [])


def _most(table: Table) -> int | None:
    """The highest score that there can be; None where there is no end."""
    columns = _columns(table) if isinstance(table.picture, Scores) else {}
    scored = [columns["value"]] if "value" in columns else []
    if table.total and scored == [table.total.into]:
        scored = table.total.of
    highs = [column.high for column in table.columns if column.id in scored and isinstance(column, Scale)]
    return sum(highs) if scored and len(highs) == len(scored) else None


def _centre(worksheet: Worksheet, words: dict[str, str]) -> str:
    return str(worksheet.example.values.get(COMMUNITY, "")).strip() or words["centre"]
