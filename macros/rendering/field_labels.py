"""What a form says of a field: its label, its help, what there is to choose from, and the prompt in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.models.fields import Choice, Scale, Simple
from macros.models.kinds import ByKind
from macros.models.worksheets import Box

Strings = dict[str, Any]  # all interface words


def label(box: Box, strings: Strings) -> str:
    """What ``box`` is called, such as "Organisation, row 2"; ``strings`` are all interface words."""
    if box.table is None:
        return box.field.label
    words, column = strings["worksheet"], box.table.name_of(box.field)
    if box.row_label:
        return str(words["of_row"]).format(column=column, row=box.row_label)
    return str(words["of_numbered_row"]).format(column=column, row=box.row)


def hints(field: Simple, strings: Strings) -> list[str]:
    """What stands under the label of ``field``, line by line."""
    return [*([field.help] if field.help else []), *choices_hint(field, strings)]


def choices_hint(field: Simple, strings: Strings) -> list[str]:
    """What stands under the label of ``field`` even where there is no help: its options, or the ends of its scale."""
    return HINTS[field.kind](field, strings)


def described(box: Box, strings: Strings) -> str:
    """The label of ``box`` and all its hints in one line, for a form that has room for one."""
    name, lines = label(box, strings), hints(box.field, strings)
    end = "" if name[-1] in ".?!:" else "."
    return " ".join([name + end, *lines]) if lines else name


def _none(_field: Simple, _strings: Strings) -> list[str]:
    return []


def _in_pounds(_field: Simple, strings: Strings) -> list[str]:
    return [str(strings["worksheet"]["in_pounds"])]


def _options(field: Choice, strings: Strings) -> list[str]:
    return [f"{strings['worksheet']['choose']} {' / '.join(field.choices())}"]


def _ends(field: Scale, _strings: Strings) -> list[str]:
    return [f"{field.low} = {field.low_label}, {field.high} = {field.high_label}"]


HINTS: ByKind[Callable[[Any, Strings], list[str]]] = ByKind(
    "The hint under a label",
    {
        "text": _none,
        "long_text": _none,
        "date": _none,
        "number": _none,
        "money": _in_pounds,
        "choice": _options,
        "tick": _none,
        "scale": _ends,
    },
)
