"""Files to plain data: reads text and YAML, and remembers on which line each value stands."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.core.problems import ContentError, Problem

LONGEST = 200_000  # letters of YAML: more than ten times the longest file of the toolkit
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class ParsedFile:
    """What a file says: its ``data``, its ``text`` after any front matter, and the line of every key and item."""

    file: str
    data: Any
    text: str = ""
    text_line: int = 1  # where the text begins
    lines: dict[tuple[Hashable, ...], int] = field(default_factory=dict)

    def line(self, place: tuple[Hashable, ...]) -> int:
        """The line where ``place`` (keys and list positions from the top) stands, or that of its nearest parent."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return 1


def read_text(path: Path, file: str) -> str:
    """Return the file as text with plain line ends. Raises :class:`ContentError` when it is not UTF-8."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ContentError(
            [
                Problem(
                    file, line, "A letter here is not saved as UTF-8.", "Save the file again with the encoding “UTF-8”."
                )
            ]
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(path: Path, file: str) -> ParsedFile:
    """Read a YAML file. Raises :class:`ContentError` for tabs, broken YAML and keys that stand twice, all together."""
    return _parse(read_text(path, file), file, first_line=1)


def read_page(path: Path, file: str) -> ParsedFile:
    """Read a Markdown page: its front matter as ``data``, the rest as ``text``. Raises :class:`ContentError`."""
    whole = read_text(path, file)
    found = FRONT_MATTER.match(whole)
    if not found:
        return ParsedFile(file, {}, whole)
    source = _parse(found["yaml"], file, first_line=2)
    first = whole[: found.end()].count("\n") + 1
    return ParsedFile(file, source.data, whole[found.end() :], first, source.lines)


def _parse(text: str, file: str, first_line: int) -> ParsedFile:
    if len(text) > LONGEST:
        message = f"The file has {len(text):,} letters, and {LONGEST:,} are the most."
        raise ContentError([Problem(file, 0, message, "Put pictures and long texts into files of their own.")])
    problems = [
        Problem(file, number, "The line is indented with a tab.", "Use spaces instead: two for each level.")
        for number, line in enumerate(text.split("\n"), first_line)
        if re.match(r" *\t", line)
    ]
    try:
        # Tabs were reported above; taking them as spaces lets the other faults of the file be found in the same run.
        _refuse_aliases(text, file, first_line)
        node = yaml.compose(text.replace("\t", "  "), yaml.SafeLoader)
        lines: dict[tuple[Hashable, ...], int] = {}
        data = _build(node, (), file, first_line, lines, problems) if node else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        message = f"This cannot be read as YAML: {error.problem or 'the text breaks off'}."
        fix = "Look at this line and the one above for a missing colon, quotation mark or space."
        raise ContentError([*problems, Problem(file, line, message, fix)]) from error
    except yaml.YAMLError as error:  # a control character has no mark
        fix = "Delete the character that cannot be printed."
        raise ContentError([*problems, Problem(file, 0, f"This cannot be read as YAML: {error}.", fix)]) from error
    except RecursionError as error:
        fix = "Look for a row of opening brackets, and write the file as the toolkit's files are written."
        raise ContentError(
            [*problems, Problem(file, 0, "Lists stand inside lists too many times here.", fix)]
        ) from error
    if problems:
        raise ContentError(problems)
    return ParsedFile(file, data, lines=lines)


def _refuse_aliases(text: str, file: str, first_line: int) -> None:
    """A few lines of aliases can stand for more text than a computer holds, and nobody here needs one."""
    if not re.search("[*&]", text):
        return  # the scan takes as long as all the rest of reading
    for token in yaml.scan(text.replace("\t", "  "), yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            message = "A word after * or & stands for other lines of the file, and that is not taken here."
            fix = "Write the lines out. If the * or & is part of a text, put the text in quotation marks."
            raise ContentError([Problem(file, token.start_mark.line + first_line, message, fix)])


def _build(
    node: yaml.Node,
    place: tuple[Hashable, ...],
    file: str,
    first_line: int,
    lines: dict[tuple[Hashable, ...], int],
    problems: list[Problem],
) -> Any:
    lines.setdefault(place, node.start_mark.line + first_line)
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(item, (*place, index), file, first_line, lines, problems) for index, item in enumerate(node.value)
        ]
    if not isinstance(node, yaml.MappingNode):
        return _value(node, file, first_line, problems)
    result: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(file, line, "A list stands where a key should.", "Write a word and a colon."))
            continue
        key = _value(key_node, file, first_line, problems)
        if key in result:
            first = lines[(*place, key)]
            problems.append(
                Problem(file, line, f"“{key}” stands twice; it is also on line {first}.", "Keep one of the two.")
            )
            continue
        lines[(*place, key)] = line
        result[key] = _build(value_node, (*place, key), file, first_line, lines, problems)
    return result


def _value(node: yaml.Node, file: str, first_line: int, problems: list[Problem]) -> Any:
    """What a single value says: a text, a number, a date, yes or no."""
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError):  # a tag that nobody knows, or a day such as 2026-13-45
        message = f"“{node.value}” cannot be read."
        fix = "Write a date as 2026-11-24. Put anything else in quotation marks."
        problems.append(Problem(file, node.start_mark.line + first_line, message, fix))
        return None
