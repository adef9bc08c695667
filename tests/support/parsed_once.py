"""The toolkit's files are parsed and checked once in each process of tests, though some hundred tests read them all."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest

from macros.content import origin_checks, papers, releases, sheet_fingerprints, templates
from macros.core import parsing
from macros.core.fingerprints import with_straight_marks
from macros.core.parsing import ParsedFile
from macros.core.validation import StrictModel
from macros.core.yaml_events import Place
from macros.models.worksheets import Worksheet

Parse = Callable[[str, str, int], ParsedFile]
Frame = Callable[[ParsedFile, dict[str, Any], dict[str, Any]], ParsedFile]
Lines = dict[Place, int]


class Remembering:
    """``parse``, which gives each who asks what the same text said before. What is wrong is never kept.

    They share it, and so nobody may change it: ``changed`` tells.
    """

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._known: dict[tuple[str, int], tuple[ParsedFile, bytes]] = {}

    def __call__(self, text: str, file: str, first_line: int) -> ParsedFile:
        """What ``text`` says, under the name of ``file``."""
        key = (text, first_line)
        if key not in self._known:
            fresh = self._parse(text, file, first_line)
            self._known[key] = (fresh, _pickled(fresh))
        known = self._known[key][0]
        return ParsedFile(file, known.data, lines=known.lines)

    def changed(self) -> list[str]:
        """The files whose keys or lines are no longer what their text said."""
        return [known.file for known, as_read in self._known.values() if _pickled(known) != as_read]


def _pickled(file: ParsedFile) -> bytes:
    return pickle.dumps((file.data, file.lines))


def remembering_models(check: Callable[..., StrictModel]) -> Callable[..., StrictModel]:
    """``check``, which gives what the same data gave before: nobody can change a model. What is wrong is never kept."""
    known: dict[tuple[type[StrictModel], bytes], StrictModel] = {}

    def checked(model: type[StrictModel], data: Any) -> StrictModel:
        key = (model, pickle.dumps(data))
        if key not in known:
            known[key] = check(model, data)
        return known[key]

    return checked


def remembering_frames(frame: Frame) -> Frame:
    """``frame``, which moves the lines of a worksheet that was not changed only the first time."""
    known: dict[int, tuple[Lines, Lines]] = {}  # by where the lines are, which stay there while they are kept here

    def framed(source: ParsedFile, before: dict[str, Any], after: dict[str, Any]) -> ParsedFile:
        bare = ParsedFile(source.file, source.data)
        changed = frame(bare, before, after)
        if changed is bare:
            return source
        if id(source.lines) not in known:
            known[id(source.lines)] = (source.lines, frame(source, before, after).lines)
        return ParsedFile(changed.file, changed.data, lines=known[id(source.lines)][1])

    return framed


def remembering_sheets(told_of: Callable[..., Any]) -> Callable[..., Any]:
    """``told_of``, which goes through a worksheet, its last argument, once: nobody can change one."""
    known: dict[tuple[object, ...], tuple[Worksheet, Any]] = {}

    def of(*given: Any) -> Any:
        key = (*given[:-1], id(given[-1]))
        if key not in known:
            known[key] = (given[-1], told_of(*given))
        return known[key][1]

    return of


def remembering_contents(told_of: Callable[..., Any]) -> Callable[..., Any]:
    """``told_of``, which takes the contents of files: asked once of the same, of which only a hash is kept."""
    known: dict[int, Any] = {}

    def of(*contents: Mapping[str, bytes | str]) -> Any:
        key = hash(tuple(tuple(each.items()) for each in contents))
        if key not in known:
            known[key] = told_of(*contents)
        return known[key]

    return of


def remembering_lines(lines_of: Callable[[ParsedFile], list[tuple[int, str]]]) -> property:
    """``lines_of`` a page, which goes through a text once."""

    @cache
    def of(text: str, first_line: int) -> list[tuple[int, str]]:
        return lines_of(ParsedFile("", None, text, first_line))

    return property(lambda file: of(file.text, file.text_line))


@contextmanager
def parsed_once() -> Iterator[None]:
    """While the block runs, a text is parsed once, and what it says is checked once."""
    with pytest.MonkeyPatch.context() as patch:
        remembering = Remembering(parsing._parse)
        patch.setattr(parsing, "_parse", remembering)
        check = StrictModel.model_validate.__func__  # type: ignore[attr-defined]
        patch.setattr(StrictModel, "model_validate", classmethod(remembering_models(check)))
        patch.setattr(releases, "with_straight_marks", cache(with_straight_marks))  # a fifth of a reading
        # These go through the same again and again too.
        patch.setattr(templates, "_framed", remembering_frames(templates._framed))
        patch.setattr(origin_checks, "known_places", remembering_sheets(origin_checks.known_places))
        fields = papers._fields
        patch.setattr(papers, "_fields", remembering_sheets(lambda worksheet: tuple(fields(worksheet))))
        patch.setattr(releases, "_today", remembering_contents(releases._today))
        patch.setattr(releases, "step_folders", remembering_contents(sheet_fingerprints.step_folders))
        patch.setattr(ParsedFile, "template_lines", remembering_lines(ParsedFile.template_lines.func))  # type: ignore[attr-defined]
        yield
        assert remembering.changed() == [], "What a file says is shared by all who read it: nobody may change it."
