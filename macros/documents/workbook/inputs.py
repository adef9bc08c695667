"""Cells to write in, by kind of field: how they look, what they take, and what is said to the person who is in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.content.strings import Strings
from macros.documents.workbook.model import TICK_MARK, Check, CheckKind, Ref
from macros.models.fields import Simple
from macros.models.kinds import ByKind
from macros.rendering.field_labels import hints


def _no_options(_field: Simple) -> tuple[str | int, ...]:
    return ()


def _options(field: Simple) -> tuple[str | int, ...]:
    return tuple(field.choices())


def _numbers(field: Simple) -> tuple[str | int, ...]:
    return tuple(int(choice) for choice in field.choices())


def _mark(_field: Simple) -> tuple[str | int, ...]:
    return (TICK_MARK,)


@dataclass(frozen=True)
class Input:
    """A kind of cell to write in: its style, what it takes, and what is said to the person who is in it.

    ``hint`` and ``wrong`` are keys of the strings under "sheet"; ``total`` is the style of a sum of such cells.
    """

    style: str
    check: CheckKind = "any"
    hint: str = ""
    wrong: str = ""
    options: Callable[[Simple], tuple[str | int, ...]] = _no_options
    total: str = "worked_out"


INPUTS: ByKind[Input] = ByKind(
    "The plan of the spreadsheets",
    {
        "text": Input("text"),
        "long_text": Input("text"),
        "date": Input("date", "date", "date_hint", "not_date"),
        "number": Input("centre", "number", "number_hint", "not_number"),
        "money": Input("money", "number", "money_hint", "not_money", total="money_sum"),
        "choice": Input("text", "list", "", "not_listed", _options),
        "tick": Input("centre", "list", "tick_hint", "not_listed", _mark),
        "scale": Input("centre", "list", "", "not_listed", _numbers),
    },
)


def check_of(field: Simple, strings: Strings) -> Check | None:
    """What a cell of ``field`` takes, and what it says; ``strings`` are all interface words."""
    words, kind = strings["sheet"], INPUTS[field.kind]
    lines = [*hints(field, strings), *([words[kind.hint]] if kind.hint else [])]
    if kind.check == "any" and not lines:
        return None
    wrong = words[kind.wrong] if kind.wrong else ""
    return Check(kind.check, field.label, " ".join(lines), wrong, kind.options(field))


def offering(field: Simple, check: Check | None, source: Ref, strings: Strings) -> Check | None:
    """``check`` with the values of the cells ``source`` to choose from, where it asks for nothing else of ``field``.

    A date, a number or a choice keeps its own check: a cell has room for one.
    """
    if check and check.kind != "any":
        return check
    lines = [*([check.message] if check else []), strings["project_workbook"]["offered"]]
    return Check("offer", field.label, " ".join(lines), source=source)
