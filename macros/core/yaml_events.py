"""YAML to plain data with the line of each value, in one pass over what the parser tells.

The parser is libyaml's where it is there, which is several times as fast as the one in Python; both tell the same. It
is followed event by event, and not asked for whole data, so that a key that stands twice, an alias and a list inside
too many lists are met where they stand, and none of them is ever built.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from macros.core.problems import ContentError, Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover: only a PyYAML that was built without libyaml
    from yaml import SafeLoader as Loader

__all__ = ["FEWER", "TOO_DEEP", "Loader", "Place", "YamlReader"]

Place = tuple[Hashable, ...]  # keys and list positions from the top
DEEPEST = 40  # lists and maps inside each other: four times the deepest of the toolkit
STR = "tag:yaml.org,2002:str"
TOO_DEEP = "There are too many lists inside lists here."
FEWER = "Look for a row of opening brackets, and write the file in the same way as the toolkit's own."
ASIDE = object()  # in the place of what is read and not kept, so that its lines take nobody else's place


class YamlReader:
    """Reads one text. ``lines`` gives the line of every place, and ``problems`` what is wrong, when it was read."""

    def __init__(self, file: str, first_line: int) -> None:
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self._file, self._first_line = file, first_line
        self._resolver, self._constructor = Resolver(), SafeConstructor()
        self._events: Iterator[Any] = iter(())

    def read(self, text: str) -> Any:
        """What ``text`` says; None where it says nothing.

        Raises :class:`yaml.YAMLError` where it cannot be read, and :class:`ContentError` for an alias and for lists
        that stand inside each other too many times. Everything else that is wrong is in ``problems``.
        """
        self._events = iter(yaml.parse(text, Loader=Loader))
        data = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                place: Place = () if documents == 1 else (ASIDE,)
                value = self._value(next(self._events), place)
                data = value if documents == 1 else data
                if documents == 2:
                    self._problem(event, "A second text begins here, after “---”.", "Keep one text in one file.")
        return data

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self._first_line

    def _problem(self, event: Any, message: str, fix: str) -> None:
        self.problems.append(Problem(self._file, self._line(event), message, fix))

    def _value(self, event: Any, place: Place) -> Any:
        self.lines.setdefault(place, self._line(event))
        if event.anchor is not None:  # an alias has the anchor's name too
            # A few lines of aliases can say more text than a computer holds, and nobody here needs one.
            message = "A word after * or & refers to other lines of the file, which does not work here."
            fix = "Write the lines out. If the * or & is part of a text, put the text in quotation marks."
            raise ContentError([*self.problems, Problem(self._file, self._line(event), message, fix)])
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(place) >= DEEPEST:
            raise ContentError([*self.problems, Problem(self._file, self._line(event), TOO_DEEP, FEWER)])
        return self._list(place) if isinstance(event, yaml.SequenceStartEvent) else self._map(place)

    def _list(self, place: Place) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            result.append(self._value(event, (*place, len(result))))
        return result

    def _map(self, place: Place) -> dict[Hashable, Any]:
        result: dict[Hashable, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._value(event, (*place, ASIDE))  # an alias is told there
                self._problem(event, "There is a list where a key should be.", "Write a word and a colon.")
                self._value(next(self._events), (*place, ASIDE))
                continue
            line, key = self._line(event), self._value(event, (*place, ASIDE))
            if key in result:
                message = f"“{key}” is written twice; it is also on line {self.lines[(*place, key)]}."
                self._problem(event, message, "Keep one of the two.")
                self._value(next(self._events), (*place, ASIDE))
                continue
            self.lines[(*place, key)] = line
            result[key] = self._value(next(self._events), (*place, key))
        return result

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        """What a single value says: a text, a number, a date, yes or no."""
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == STR:
            return event.value
        node = yaml.ScalarNode(tag, event.value)
        try:
            return self._constructor.construct_object(node)
        except (yaml.YAMLError, ValueError):  # a tag that nobody knows, or a day such as 2026-13-45
            fix = "Write a date as 2026-11-24. Put anything else in quotation marks."
            self._problem(event, f"“{event.value}” cannot be read.", fix)
            return None
