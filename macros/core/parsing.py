"""Files to plain data: reads text and YAML, and remembers on which line each value stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from macros.core.problems import ContentError, Problem
from macros.core.yaml_events import FEWER, TOO_DEEP, Place, YamlReader

LONGEST_YAML = 200_000  # letters of YAML: more than ten times the longest file of the toolkit
LONGEST_PAGE = 500_000  # of Markdown: fifty times the longest page of the toolkit
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
EDITIONS = "editions/"
# Spaces of Word and web pages, at the start of a line: to YAML they are letters.
NO_PLAIN_SPACE = re.compile(r"^ *[\u00a0\u2000-\u200a\u202f\u3000][ \u00a0\u2000-\u200a\u202f\u3000]*", re.MULTILINE)
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
TYPE_SPACES_AGAIN = "Delete the spaces at the start of the line, and type them again."


@dataclass(frozen=True)
class ParsedFile:
    """What a file says: its ``data``, its ``text`` after any front matter, and the line of every key and item."""

    file: str
    data: Any
    text: str = ""
    text_line: int = 1  # where the text begins
    lines: dict[Place, int] = field(default_factory=dict)

    @property
    def keys(self) -> dict[Any, Any]:
        """The ``data`` where it is keys with values; empty where it is something else, which :func:`validate` tells."""
        return self.data if isinstance(self.data, dict) else {}

    @cached_property
    def template_lines(self) -> list[tuple[int, str]]:
        """The lines of the ``text`` that ask for something in curly brackets, with their numbers: few, of many."""
        lines = self.text.split("\n") if "{{" in self.text else ()
        return [(number, line) for number, line in enumerate(lines, self.text_line) if "{{" in line]

    def line(self, place: Place) -> int:
        """The line where ``place`` (keys and list positions from the top) stands, or that of its nearest parent."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return 1


def read_text(path: Path, file: str) -> str:
    """Return the file as text with plain line ends; ``file`` is what messages call it.

    Raises :class:`ContentError` when it is not there, cannot be opened or is not UTF-8.
    """
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ContentError([Problem(file, 0, "The file is not there.", _bring_back(file))]) from error
    except OSError as error:  # a folder of that name, or a file that belongs to somebody else
        message = f"The file cannot be opened: {error.strerror}."
        raise ContentError([Problem(file, 0, message, "Check that it is a file, and that you may read it.")]) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fix = "Save the file again with the encoding “UTF-8”."
        raise ContentError([Problem(file, line, "A letter here is not saved as UTF-8.", fix)]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(path: Path, file: str) -> ParsedFile:
    """Read a YAML file.

    Raises :class:`ContentError` for one that is missing or says nothing, and for tabs, broken YAML and keys that stand
    twice, all together.
    """
    parsed = _parse(read_text(path, file), file, first_line=1)
    if not parsed.lines:
        raise ContentError([Problem(file, 0, "The file is empty, or has only comments.", _bring_back(file))])
    return parsed


def read_page(path: Path, file: str) -> ParsedFile:
    """Read a Markdown page: its front matter as ``data``, the rest as ``text``.

    Raises :class:`ContentError` for a page that is missing, far too long or whose front matter cannot be read, and for
    characters that no page can show.
    """
    whole = read_text(path, file)
    if len(whole) > LONGEST_PAGE:
        message = f"The file has {len(whole):,} letters, and the limit is {LONGEST_PAGE:,}."
        raise ContentError([Problem(file, 0, message, "Make several pages of it, or offer it as a PDF.")])
    if unseen := UNSEEN.search(whole):
        line = whole.count("\n", 0, unseen.start()) + 1
        fix = "Type the words of this line again. Such characters come along when text is pasted from elsewhere."
        raise ContentError([Problem(file, line, "The line holds a character that cannot be shown.", fix)])
    _no_conflict(whole, file)
    match = FRONT_MATTER.match(whole)
    if not match:
        return ParsedFile(file, {}, whole)
    head = _parse(match["yaml"], file, first_line=2)
    first = whole[: match.end()].count("\n") + 1
    return ParsedFile(file, head.data, whole[match.end() :], first, head.lines)


def _no_conflict(text: str, file: str, first_line: int = 1) -> None:
    """Raises :class:`ContentError` for what git writes between two versions of which it cannot choose one."""
    if marks := [text.count("\n", 0, match.start()) + first_line for match in CONFLICT.finditer(text)]:
        message = "Here are two versions of the same lines, and git did not know which to keep."
        fix = "Keep the lines that are right, and delete those of “<<<<<<<”, “=======” and “>>>>>>>”."
        raise ContentError([Problem(file, marks[0], message, fix)])


def _bring_back(file: str) -> str:
    """How to fix a file without which nothing can be built."""
    if file.startswith(EDITIONS):
        return "Write it again, or delete it if you do not need it."
    return "It belongs to the toolkit: restore it as it was, from the file's history or from the toolkit's own copy."


def _parse(text: str, file: str, first_line: int) -> ParsedFile:
    if len(text) > LONGEST_YAML:
        message = f"The file has {len(text):,} letters, and the limit is {LONGEST_YAML:,}."
        raise ContentError([Problem(file, 0, message, "Put pictures and long texts into files of their own.")])
    _no_conflict(text, file, first_line)
    tabs = [
        Problem(file, number, "The line is indented with a tab.", "Use spaces instead: two for each level.")
        for number, line in enumerate(text.split("\n"), first_line)
        if re.match(r" *\t", line)
    ] + [
        Problem(
            file,
            number,
            "The line begins with special spaces, as Word writes them, which YAML cannot read.",
            TYPE_SPACES_AGAIN,
        )
        for number, line in enumerate(text.split("\n"), first_line)
        if NO_PLAIN_SPACE.match(line)
    ]
    text = NO_PLAIN_SPACE.sub(lambda match: " " * len(match.group()), text)
    reader = YamlReader(file, first_line)
    try:
        # Tabs were reported above; taking them as spaces lets the other problems of the file be found in the same run.
        data = reader.read(text.replace("\t", "  "))
    except ContentError as error:
        raise ContentError([*tabs, *error.problems]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        message = f"This cannot be read as YAML: {error.problem or 'the text breaks off'}."
        fix = "Look at this line and the one above for a missing colon, quotation mark or space."
        if error.problem == "mapping values are not allowed in this context":
            fix = 'Does the text hold a colon? Put it in quotation marks: title: "Our hubs: where and when".'
        if "nesting depth" in str(error.problem):  # libyaml looks ahead, and has a limit of its own
            message, fix = TOO_DEEP, FEWER
        raise ContentError([*tabs, *reader.problems, Problem(file, line, message, fix)]) from error
    except yaml.YAMLError as error:  # a control character has no mark
        fix = "Delete the character that cannot be printed."
        broken = Problem(file, 0, f"This cannot be read as YAML: {error}.", fix)
        raise ContentError([*tabs, *reader.problems, broken]) from error
    if problems := [*tabs, *reader.problems]:
        raise ContentError(problems)
    return ParsedFile(file, {} if data is None and not reader.lines else data, lines=reader.lines)
