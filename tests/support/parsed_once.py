"""The toolkit's files are parsed and checked once in each process of tests, though some hundred tests read them all."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest

from macros.content import releases
from macros.core import parsing
from macros.core.fingerprints import with_straight_marks
from macros.core.parsing import ParsedFile
from macros.core.validation import StrictModel

Parse = Callable[[str, str, int], ParsedFile]


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


@contextmanager
def parsed_once() -> Iterator[None]:
    """While the block runs, a text is parsed once, and what it says is checked once."""
    with pytest.MonkeyPatch.context() as patch:
        remembering = Remembering(parsing._parse)
        patch.setattr(parsing, "_parse", remembering)
        check = StrictModel.model_validate.__func__  # type: ignore[attr-defined]
        patch.setattr(StrictModel, "model_validate", classmethod(remembering_models(check)))
        patch.setattr(releases, "with_straight_marks", cache(with_straight_marks))  # a fifth of a reading
        yield
        assert remembering.changed() == [], "What a file says is shared by all who read it: nobody may change it."
