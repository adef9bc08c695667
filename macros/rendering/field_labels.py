"""What a form says of a field: its label, its help, and what there is to choose from."""

from __future__ import annotations

from typing import Any

from macros.models.worksheets import Box


def label(box: Box, strings: dict[str, Any]) -> str:
    """What ``box`` is called, such as "Organisation, row 2"; ``strings`` are all interface words."""
    if box.table is None:
        return box.field.label
    words, column = strings["worksheet"], box.field.label
    if box.row_label:
        return str(words["of_row"]).format(column=column, row=box.row_label)
    return str(words["of_numbered_row"]).format(column=column, row=box.row)


def hints(field: Any, strings: dict[str, Any]) -> list[str]:
    """What stands under the label of ``field``, line by line."""
    found = [field.help] if field.help else []
    if field.kind == "choice":
        found.append(f"{strings['worksheet']['choose']} {' / '.join(field.options)}")
    if field.kind == "scale":
        found.append(f"{field.low} = {field.low_label}, {field.high} = {field.high_label}")
    return found


def described(box: Box, strings: dict[str, Any]) -> str:
    """The label of ``box`` and all its hints in one line, for a form that has room for one."""
    name, said = label(box, strings), hints(box.field, strings)
    end = "" if name[-1] in ".?!:" else "."
    return " ".join([name + end, *said]) if said else name
