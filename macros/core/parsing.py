"""Files to plain data: reads text and YAML, and remembers on which line each value stands."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.core.problems import Fault, Faults

LONGEST = 200_000  # letters of YAML: more than ten times the longest file of the toolkit
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
    if len(text) > LONGEST:
        problem = f"The file has {len(text):,} letters, and {LONGEST:,} are the most."
        raise Faults([Fault(file, 0, problem, "Put pictures and long texts into files of their own.")])
    faults = [
        Fault(file, number, "The line is indented with a tab.", "Use spaces instead: two for each level.")
        for number, line in enumerate(text.split("\n"), first_line)
        if re.match(r" *\t", line)
    ]
    try:
        # Tabs were reported above; taking them as spaces lets the other faults of the file be found in the same run.
        _refuse_aliases(text, file, first_line)
        node = yaml.compose(text.replace("\t", "  "), yaml.SafeLoader)
        lines: dict[tuple[Hashable, ...], int] = {}
        data = _build(node, (), file, first_line, lines, faults) if node else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        problem = f"This cannot be read as YAML: {error.problem or 'the text breaks off'}."
        mend = "Look at this line and the one above for a missing colon, quotation mark or space."
        raise Faults([*faults, Fault(file, line, problem, mend)]) from error
    except yaml.YAMLError as error:  # a control character has no mark
        mend = "Delete the character that cannot be printed."
        raise Faults([*faults, Fault(file, 0, f"This cannot be read as YAML: {error}.", mend)]) from error
    except RecursionError as error:
        mend = "Look for a row of opening brackets, and write the file as the toolkit's files are written."
        raise Faults([*faults, Fault(file, 0, "Lists stand inside lists too many times here.", mend)]) from error
    if faults:
        raise Faults(faults)
    return Source(file, data, lines=lines)


def _refuse_aliases(text: str, file: str, first_line: int) -> None:
    """A few lines of aliases can stand for more text than a computer holds, and nobody here needs one."""
    if not re.search("[*&]", text):
        return  # the scan takes as long as all the rest of reading
    for token in yaml.scan(text.replace("\t", "  "), yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            problem = "A word after * or & stands for other lines of the file, and that is not taken here."
            mend = "Write the lines out. If the * or & is part of a text, put the text in quotation marks."
            raise Faults([Fault(file, token.start_mark.line + first_line, problem, mend)])


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
        return _value(node, file, first_line, faults)
    result: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            faults.append(Fault(file, line, "A list stands where a key should.", "Write a word and a colon."))
            continue
        key = _value(key_node, file, first_line, faults)
        if key in result:
            first = lines[(*place, key)]
            faults.append(
                Fault(file, line, f"“{key}” stands twice; it is also on line {first}.", "Keep one of the two.")
            )
            continue
        lines[(*place, key)] = line
        result[key] = _build(value_node, (*place, key), file, first_line, lines, faults)
    return result


def _value(node: yaml.Node, file: str, first_line: int, faults: list[Fault]) -> Any:
    """What a single value says: a text, a number, a date, yes or no."""
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError):  # a tag that nobody knows, or a day such as 2026-13-45
        problem = f"“{node.value}” cannot be read."
        mend = "Write a date as 2026-11-24. Put anything else in quotation marks."
        faults.append(Fault(file, node.start_mark.line + first_line, problem, mend))
        return None
