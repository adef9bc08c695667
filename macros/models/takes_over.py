"""Where answers go that readers gave when a worksheet's fields had other names, or stood on another worksheet.

A place is named ``field``, ``table``, ``table.column`` for all rows, or ``table.row.column`` for one box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from macros.core.validation import StrictModel, rule_error
from macros.models.tables import Table
from macros.models.texts import Id, Words

Place = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_-]*){0,2}$")]


class Target(StrictModel):
    """A place, and what to write there: for a tick these words, for an option of old the option of today."""

    to: Place
    write: Words | dict[Words, Words]


TakesOver = dict[Id, dict[Place, Place | Target]]  # by the worksheet's id of then, each old place with its new one


def check_takes_over(worksheet: str, takes_over: Mapping[str, Mapping[str, Place | Target]], fields: list[Any]) -> None:
    """Raise unless every answer of old is sent to a place on ``worksheet``, whose fields are ``fields``."""
    known = dict(_places(fields))
    for then, places in takes_over.items():
        for old, target in places.items():
            at = ("takes_over", then, old)
            to = target.to if isinstance(target, Target) else target
            if to not in known:
                raise rule_error(
                    f"“{old}” is sent to “{to}”, which is not a field of this worksheet.",
                    f"Send it to one of: {', '.join(_like(old, known))}.",
                    at,
                )
            if not _fits(old, to, known):
                raise rule_error(
                    f"“{old}” is sent to “{to}”, but a column goes to a column, and a field or box to a field or box.",
                    f"Send it to one of: {', '.join(_like(old, known))}.",
                    at,
                )
            if then == worksheet and old in known and not (old == to and isinstance(target, Target)):
                raise rule_error(
                    f"“{old}” is still a field of this worksheet, so its answers stay there.",
                    "Delete the line, or give the field of today another id.",
                    at,
                )


def _places(fields: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Every place that can be named, with its kind."""
    for field in fields:
        if not isinstance(field, Table):
            yield field.id, "box"
            continue
        yield field.id, "table"
        for column in field.columns:
            yield f"{field.id}.{column.id}", "column"
            for row in field.row_keys:
                yield f"{field.id}.{row}.{column.id}", "box"


def _fits(old: str, to: str, known: Mapping[str, str]) -> bool:
    """A field of old may have been a table: the name alone does not tell."""
    kinds = {0: {"box", "table"}, 1: {"column"}, 2: {"box"}}
    return known[to] in kinds[old.count(".")]


def _like(old: str, known: Mapping[str, str]) -> list[str]:
    """The places to which ``old`` could be sent: of boxes, those outside tables."""
    return [to for to in known if _fits(old, to, known) and (old.count(".") == 2 or to.count(".") < 2)]
