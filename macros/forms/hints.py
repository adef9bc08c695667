"""What stands under the label of a field, in every form: its help, and what there is to choose from."""

from __future__ import annotations

from typing import Any

from macros.worksheet import Box


def hints(field: Any, strings: dict[str, Any]) -> list[str]:
    """Lines of text for ``field``; ``strings`` are all interface words."""
    found = [field.help] if field.help else []
    if field.kind == "choice":
        found.append(f"{strings['worksheet']['choose']} {' / '.join(field.options)}")
    if field.kind == "scale":
        found.append(f"{field.low} = {field.low_label}, {field.high} = {field.high_label}")
    return found


def described(box: Box, strings: dict[str, Any]) -> str:
    """The label of ``box`` and all its hints in one line, for a form that has room for one."""
    said = hints(box.field, strings)
    end = "" if box.label[-1] in ".?!:" else "."
    return " ".join([box.label + end, *said]) if said else box.label
