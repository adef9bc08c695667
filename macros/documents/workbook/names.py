"""Names inside a workbook that every program takes: of its sheets, and of its cells to write in."""

from __future__ import annotations

import re
from collections.abc import Iterable


def sheet_names(wanted: list[str]) -> list[str]:
    """Names that every program takes: at most 31 letters, none of them reserved, none twice (capitals do not count)."""
    names: list[str] = []
    for label in wanted:
        safe = re.sub(r"[\[\]:*?/\\\s]+", " ", label.replace("'", "’")).strip() or "-"
        name, number = safe[:31].strip(), 1
        while name.casefold() in {used.casefold() for used in names} | {"history"}:  # Excel keeps "History" for itself
            number += 1
            name = f"{safe[: 28 - len(str(number))].strip()} ({number})"
        names.append(name)
    return names


def defined_names(boxes: Iterable[str]) -> dict[str, str]:
    """The name of each box's cell: letters, digits and "_" only, and never like a cell ("Q1"), as every program asks.

    "partners.2.organisation" is "box_partners__2__organisation".
    """
    names: dict[str, str] = {}
    for box in boxes:
        name = wanted = "box_" + re.sub(r"[^a-z0-9_]", "__", box)
        number = 1
        while name in names.values():
            number += 1
            name = f"{wanted}___{number}"
        names[box] = name
    return names
