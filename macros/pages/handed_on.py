"""What a worksheet's script is told of other sheets: which of their answers it may offer, and where."""

from __future__ import annotations

from typing import Any

from macros.content.library import Library
from macros.content.origin_checks import known_places, taken_places
from macros.models.origins import Origin, RowsOrigin
from macros.models.tables import Table


def handed_on(library: Library, name: str) -> dict[str, Any]:
    """For worksheet ``name``: ``offers`` by place, ``rows`` by table, and the ``titles`` of those sheets by id.

    Empty where nothing is offered. A place is "field" or "table.column"; what is offered there are places of other
    sheets, or facts of the project. A sheet that the edition leaves out, or a field that its own copy lacks, is not
    offered.
    """
    offers: dict[str, list[str]] = {}
    sheets = {id: worksheet for id, worksheet in library.worksheets.items() if id not in library.unused_worksheets}
    known = {place for id, worksheet in sheets.items() for place in known_places(id, worksheet)}
    for taken in taken_places(name, library.worksheets[name]):
        if "rows_from" in taken.at:
            continue  # whole rows, of which some are made of a line of a longer text
        place = taken.place.partition(".")[2]
        if _is_there(taken.origin, known) and taken.origin.place not in offers.setdefault(place, []):
            offers[place].append(taken.origin.place)
    rows = {
        field.id: [
            _rows(rows_origin)
            for rows_origin in field.rows_from
            if all(_is_there(origin, known) for origin in rows_origin.sources())
        ]
        for field in library.worksheets[name].fields()
        if isinstance(field, Table) and field.rows_from and not field.row_labels
    }
    offers = {place: origins for place, origins in offers.items() if origins}
    if not offers:
        return {}
    rows = {table: each for table, each in rows.items() if each}
    named = {origin.partition(".")[0] for origins in offers.values() for origin in origins}
    named |= {str(origin["sheet"]) for each in rows.values() for origin in each}
    titles = {id: worksheet.title for id, worksheet in sheets.items() if id in named}
    return {"offers": offers, "rows": rows, "titles": titles}


def _is_there(origin: Origin, known: set[str]) -> bool:
    return origin.project is not None or origin.place in known


def _rows(origin: RowsOrigin) -> dict[str, Any]:
    """The rows as the script brings them: ``into`` names the columns of this table, ``columns`` those of the other."""
    described: dict[str, Any] = {"sheet": origin.worksheet, "what": origin.what, "into": origin.targets}
    if origin.table:
        return {**described, "table": origin.table, "columns": list(origin.columns.values())}
    return {**described, "field": origin.field}
