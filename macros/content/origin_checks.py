"""Whether every “from” of a worksheet leads to an answer that is there, fits, and does not lead back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.models.fields import FIELD_KINDS, Simple
from macros.models.origins import Origin
from macros.models.tables import Table
from macros.models.worksheets import Worksheet

Place = tuple[Any, ...]
ASKING = "Delete it, or name another."


@dataclass(frozen=True)
class Taken:
    """One line of a definition: ``origin`` is offered at ``place``, by worksheet and field, of kind ``field.kind``."""

    place: str
    field: Simple
    origin: Origin
    at: Place  # where it stands in the file of its worksheet


def origin_problems(
    worksheets: Mapping[str, Worksheet], written: Mapping[str, ParsedFile], own_worksheets: set[str], frame: str
) -> list[Problem]:
    """Every “from” and “rows_from” that leads nowhere, does not fit or goes round in a ring.

    ``written`` are the files of ``worksheets``. Those in ``own_worksheets`` are an edition's own text: what it left
    out is not offered, and is no fault of the sheets that ask for it. ``frame`` is the file of the sections that all
    have.
    """
    problems: list[Problem] = []
    edges: dict[str, set[str]] = {}
    lines: dict[str, tuple[str, int]] = {}
    for name, worksheet in worksheets.items():
        for at, column in _without_column(worksheet):
            source = written[name]
            message = f"“rows_from” fills “{column}”, which is not a column of this table."
            problems.append(Problem(source.file, source.line(_in_file(worksheet, at)), message, ASKING))
        for taken in taken_places(name, worksheet):
            source = written[name]
            place = _in_file(worksheet, taken.at)
            file, line = (source.file, source.line(place)) if place else (frame, 0)
            wrong = _wrong(taken, worksheets, own_worksheets)
            if wrong:
                problems.append(Problem(file, line, *wrong))
            elif not taken.origin.project:
                edges.setdefault(taken.place, set()).add(_without_row(taken.origin))
                lines[taken.place] = (file, line)
    problems += _rings(edges, lines)
    return list(dict.fromkeys(problems))  # a line of the frame counts once, not once a worksheet


def taken_places(name: str, worksheet: Worksheet) -> Iterator[Taken]:
    """Every place of worksheet ``name`` at which something is offered, with what it comes from."""
    for number, section in enumerate(worksheet.sections):
        for index, field in enumerate(section.fields):
            at: Place = ("sections", number, "fields", index)
            if not isinstance(field, Table):
                for origin in field.taken_from:
                    yield Taken(f"{name}.{field.id}", field, origin, (*at, "from"))
                continue
            columns = {column.id: column for column in field.columns}
            for place, column in enumerate(field.columns):
                for origin in column.taken_from:
                    yield Taken(f"{name}.{field.id}.{column.id}", column, origin, (*at, "columns", place, "from"))
            for rows in field.rows_from:
                for target, origin in zip(rows.targets, rows.sources(), strict=True):
                    if target in columns:
                        yield Taken(f"{name}.{field.id}.{target}", columns[target], origin, (*at, "rows_from"))


def known_places(name: str, worksheet: Worksheet) -> dict[str, Simple]:
    """Every place of worksheet ``name`` that “from” may name, as :attr:`Origin.place` writes it, with its field."""
    places: dict[str, Simple] = {}
    for field in worksheet.fields():
        if not isinstance(field, Table):
            places[f"{name}.{field.id}"] = field
            continue
        for column in field.columns:
            places[f"{name}.{field.id}.{column.id}"] = column
            for row in field.row_labels:
                places[f"{name}.{field.id}.{row.id}.{column.id}"] = column
    return places


def _without_column(worksheet: Worksheet) -> Iterator[tuple[Place, str]]:
    for number, section in enumerate(worksheet.sections):
        for index, field in enumerate(section.fields):
            if isinstance(field, Table):
                known = {column.id for column in field.columns}
                for rows in field.rows_from:
                    for target in rows.targets:
                        if target not in known:
                            yield ("sections", number, "fields", index, "rows_from"), target


def _wrong(taken: Taken, worksheets: Mapping[str, Worksheet], own_worksheets: set[str]) -> tuple[str, str] | None:
    """What is wrong with one line, and how to fix it."""
    origin = taken.origin
    if not taken.field.takes_from:
        kinds = ", ".join(kind for kind, field in FIELD_KINDS.items() if field.takes_from)
        return f"A field of kind “{taken.field.kind}” cannot have “from”.", f"These can: {kinds}."
    if origin.project:
        return None
    assert origin.worksheet
    if origin.worksheet not in worksheets:
        return f"There is no worksheet called “{origin.worksheet}”.", near(origin.worksheet, worksheets)
    places = known_places(origin.worksheet, worksheets[origin.worksheet])
    source = places.get(origin.place)
    if source is None:
        if origin.worksheet in own_worksheets:
            return None
        return f"No answer is called “{origin.place}”.", near(origin.place, places)
    if source.kind not in taken.field.takes_from:
        fitting = " or ".join(f"“{kind}”" for kind in sorted(taken.field.takes_from))
        message = (
            f"“{origin.place}” is of kind “{source.kind}”, which a field of kind “{taken.field.kind}” cannot hold."
        )
        return message, f"Name an answer of kind {fitting}."
    return None


def _rings(edges: Mapping[str, set[str]], lines: Mapping[str, tuple[str, int]]) -> list[Problem]:
    """A problem where what is offered comes, over however many sheets, from where it is offered."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as ring:
        places = ring.args[1]
        file, line = next(lines[place] for place in places if place in lines)
        way = " ← ".join(f"“{place}”" for place in reversed(places))
        return [Problem(file, line, f"“from” goes in a circle: {way}.", "Delete one “from” of the circle.")]
    return []


def _without_row(origin: Origin) -> str:
    return ".".join(part for part in (origin.worksheet, origin.field, origin.table, origin.column) if part)


def _in_file(worksheet: Worksheet, at: Place) -> Place:
    """A place of the worksheet as its file has it; empty where it is the frame's, which stands before and after."""
    first = 0 if worksheet.for_residents else 1
    last = len(worksheet.sections) - first
    return ("sections", at[1] - first, *at[2:]) if first <= at[1] < last else ()
