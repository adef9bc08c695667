"""Interface words: the toolkit's, with an edition's own laid over them key by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.content.customisation.overlay import find_lists
from macros.content.customisation.string_check import word_problems
from macros.core.parsing import ParsedFile, read_yaml
from macros.core.problems import ContentError, Problem

FILE = "templates/strings/en.yml"
# Maps to which an edition adds its own: pages with a place outside the stages, and amounts of time.
OPEN = {("kicker", "outside"), ("pick", "amounts")}


def read_strings(root: Path, slug: str) -> dict[str, Any]:
    """Every interface word for edition ``slug``. Raises :class:`ContentError` for unknown keys and lost credit."""
    base, *own = [read_yaml(written.path, written.file) for written in find_lists(root, slug, FILE)]
    if not own:
        return dict(base.data)
    (source,) = own
    problems: list[Problem] = []
    result: dict[str, Any] = _overlaid(base.data, source.data, (), source, problems)
    problems.extend(word_problems(base.data, source.data, source))
    if problems:
        raise ContentError(problems)
    return result


def _overlaid(base: Any, over: Any, place: tuple[str, ...], source: ParsedFile, problems: list[Problem]) -> Any:
    if not isinstance(base, dict) or not isinstance(over, dict):
        if type(base) is not type(over):
            message = f"“{'.'.join(place)}” does not have the same shape as in {FILE}."
            problems.append(
                Problem(source.file, source.line(place), message, "Copy the key from there, and change its text.")
            )
        return over
    result = dict(base)
    for key, value in over.items():
        if key not in base and place not in OPEN:
            message = f"There is no interface text called “{'.'.join((*place, str(key)))}”."
            problems.append(Problem(source.file, source.line((*place, key)), message, f"Look it up in {FILE}."))
        else:
            result[key] = _overlaid(base.get(key, ""), value, (*place, key), source, problems)
    return result
