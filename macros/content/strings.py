"""Interface words: the toolkit's, with an edition's own laid over them key by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.content.customisation.overlay import overlaid
from macros.content.customisation.string_check import word_faults
from macros.core.parsing import Source, read_yaml
from macros.core.problems import Fault, Faults

FILE = "templates/strings/en.yml"
# Maps to which an edition adds its own: pages with a place outside the stages, and amounts of time.
OPEN = {("kicker", "outside"), ("pick", "amounts")}


def read_strings(root: Path, slug: str) -> dict[str, Any]:
    """Every interface word for edition ``slug``. Raises :class:`Faults` for unknown keys and lost credit."""
    base, *own = [read_yaml(written.path, written.file) for written in overlaid(root, slug, FILE)]
    if not own:
        return dict(base.data)
    (source,) = own
    faults: list[Fault] = []
    result: dict[str, Any] = _overlaid(base.data, source.data, (), source, faults)
    faults.extend(word_faults(base.data, source.data, source))
    if faults:
        raise Faults(faults)
    return result


def _overlaid(base: Any, over: Any, place: tuple[str, ...], source: Source, faults: list[Fault]) -> Any:
    if not isinstance(base, dict) or not isinstance(over, dict):
        if type(base) is not type(over):
            problem = f"“{'.'.join(place)}” does not have the same shape as in {FILE}."
            faults.append(
                Fault(source.file, source.line(place), problem, "Copy the key from there, and change its text.")
            )
        return over
    result = dict(base)
    for key, value in over.items():
        if key not in base and place not in OPEN:
            problem = f"There is no interface text called “{'.'.join((*place, str(key)))}”."
            faults.append(Fault(source.file, source.line((*place, key)), problem, f"Look it up in {FILE}."))
        else:
            result[key] = _overlaid(base.get(key, ""), value, (*place, key), source, faults)
    return result
