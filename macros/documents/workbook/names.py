"""Names of the sheets inside a workbook, as every program takes them."""

from __future__ import annotations

import re

NAME_LIMIT = 31  # letters of a sheet's name, which is Excel's


def sheet_names(wanted: list[str]) -> list[str]:
    """Names that every program takes: at most 31 letters, none of them reserved, none twice (capitals do not count)."""
    names: list[str] = []
    for label in wanted:
        safe = re.sub(r"[\[\]:*?/\\\s]+", " ", label.replace("'", "’")).strip() or "-"
        name, number = safe[:NAME_LIMIT].strip(), 1
        while name.casefold() in {used.casefold() for used in names} | {"history"}:  # Excel keeps "History" for itself
            number += 1
            name = f"{safe[: NAME_LIMIT - 3 - len(str(number))].strip()} ({number})"
        names.append(name)
    return names
