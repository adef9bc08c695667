"""Interface words: the toolkit's, with an edition's own laid over them key by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

from macros.content.customisation.overlay import find_lists
from macros.content.customisation.string_check import STRINGS, word_problems
from macros.core.parsed_files import ParsedFiles, parsed_files
from macros.core.parsing import ParsedFile
from macros.core.problems import ContentError, Problem

Strings: TypeAlias = dict[str, Any]  # a tree of texts, by the keys of that file
# Maps to which an edition adds its own: pages with a place outside the stages, and amounts of time.
OPEN = {("kicker", "outside"), ("pick", "amounts")}


def read_strings(project: Path | ParsedFiles, slug: str) -> Strings:
    """Every interface word for edition ``slug``.

    Raises :class:`ContentError` for a file that is missing or holds no keys, for unknown keys and for lost credit.
    """
    files = parsed_files(project)
    base, *editions_files = [files.yaml(written.file) for written in find_lists(files, slug, STRINGS)]
    if not base.keys:
        fix = "It belongs to the toolkit: restore it as it was, from the file's history."
        raise ContentError([Problem(STRINGS, 1, "The file holds no keys with texts.", fix)])
    if not editions_files:
        return dict(base.keys)
    (source,) = editions_files
    if not isinstance(source.data, dict):
        message, fix = (
            "This file should hold keys with texts.",
            f"Copy the keys from {STRINGS}, and change their texts.",
        )
        raise ContentError([Problem(source.file, 1, message, fix)])
    problems: list[Problem] = []
    result: Strings = _overlaid(base.data, source.data, (), source, problems)
    problems.extend(word_problems(base.data, source.data, source))
    if problems:
        raise ContentError(problems)
    return result


def words_at(strings: Strings, *keys: str) -> Any:
    """What stands in ``strings`` under these keys.

    Raises :class:`ContentError` where there is nothing: reading needs it, and the toolkit's file has lost it.
    """
    value: Any = strings
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            fix = "It belongs to the toolkit: restore it as it was, from the file's history."
            raise ContentError([Problem(STRINGS, 0, f"“{'.'.join(keys)}” is missing.", fix)])
        value = value[key]
    return value


def _overlaid(base: Any, over: Any, place: tuple[str, ...], source: ParsedFile, problems: list[Problem]) -> Any:
    if not isinstance(base, dict) or not isinstance(over, dict):
        if type(base) is not type(over):
            message = f"“{'.'.join(place)}” does not have the same shape as in {STRINGS}."
            problems.append(
                Problem(source.file, source.line(place), message, "Copy the key from there, and change its text.")
            )
        return over
    result = dict(base)
    for key, value in over.items():
        if key not in base and place not in OPEN:
            message = f"There is no interface text called “{'.'.join((*place, str(key)))}”."
            problems.append(Problem(source.file, source.line((*place, key)), message, f"Look it up in {STRINGS}."))
        else:
            result[key] = _overlaid(base.get(key, ""), value, (*place, key), source, problems)
    return result
