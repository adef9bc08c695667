"""Files to plain data: reads text and YAML, and remembers on which line each value stands."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.faults import Fault, Faults

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Source:
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
    """Return the file as text with plain line ends. Raises :class:`Faults` when it is not UTF-8."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Faults(
            [
                Fault(
                    file, line, "A letter here is not saved as UTF-8.", "Save the file again with the encoding “UTF-8”."
                )
            ]
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(path: Path, file: str) -> Source:
    """Read a YAML file. Raises :class:`Faults` for tabs, broken YAML and keys that stand twice, all together."""
    return _parse(read_text(path, file), file, first_line=1)


def read_page(path: Path, file: str) -> Source:
    """Read a Markdown page: its front matter as ``data``, the rest as ``text``. Raises :class:`Faults`."""
    whole = read_text(path, file)
    found = FRONT_MATTER.match(whole)
    if not found:
        return Source(file, {}, whole)
    source = _parse(found["yaml"], file, first_line=2)
    first = whole[: found.end()].count("\n") + 1
    return Source(file, source.data, whole[found.end() :], first, source.lines)


def _parse(text: str, file: str, first_line: int) -> Source:
    faults = [
        Fault(file, number, "The line is indented with a tab.", "Use spaces instead: two for each level.")
        for number, line in enumerate(text.split("\n"), first_line)
        if re.match(r" *\t", line)
    ]
    try:
        # Tabs were reported above; taking them as spaces lets the other faults of the file be found in the same run.
        node = yaml.compose(text.replace("\t", "  "), yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        problem = f"This cannot be read as YAML: {error.problem or 'the text breaks off'}."
        mend = "Look at this line and the one above for a missing colon, quotation mark or space."
        raise Faults([*faults, Fault(file, line, problem, mend)]) from error
    except yaml.YAMLError as error:  # a control character has no mark
        mend = "Delete the character that cannot be printed."
        raise Faults([*faults, Fault(file, 0, f"This cannot be read as YAML: {error}.", mend)]) from error
    lines: dict[tuple[Hashable, ...], int] = {}
    data = _build(node, (), file, first_line, lines, faults) if node else {}
    if faults:
        raise Faults(faults)
    return Source(file, data, lines=lines)


def _build(
    node: yaml.Node,
    place: tuple[Hashable, ...],
    file: str,
    first_line: int,
    lines: dict[tuple[Hashable, ...], int],
    faults: list[Fault],
) -> Any:
    lines.setdefault(place, node.start_mark.line + first_line)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*place, index), file, first_line, lines, faults) for index, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return yaml.SafeLoader("").construct_object(node)
    result: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = yaml.SafeLoader("").construct_object(key_node)
        line = key_node.start_mark.line + first_line
        if key in result:
            first = lines[(*place, key)]
            faults.append(
                Fault(file, line, f"“{key}” stands twice; it is also on line {first}.", "Keep one of the two.")
            )
            continue
        lines[(*place, key)] = line
        result[key] = _build(value_node, (*place, key), file, first_line, lines, faults)
    return result
