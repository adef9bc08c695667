"""The toolkit's files are parsed and checked once in each process of tests, though some hundred tests read them all."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from macros.core import parsing
from macros.core.parsing import ParsedFile
from macros.core.validation import StrictModel

Parse = Callable[[str, str, int], ParsedFile]


def remembering(parse: Parse) -> Parse:
    """``parse``, which gives each who asks a copy of what the same text said before. What is wrong is never kept."""
    known: dict[tuple[str, int], bytes] = {}

    def parsed(text: str, file: str, first_line: int) -> ParsedFile:
        key = (text, first_line)
        if key not in known:
            fresh = parse(text, file, first_line)
            known[key] = pickle.dumps((fresh.data, fresh.lines))
        data, lines = pickle.loads(known[key])
        return ParsedFile(file, data, lines=lines)

    return parsed


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
        patch.setattr(parsing, "_parse", remembering(parsing._parse))
        check = StrictModel.model_validate.__func__  # type: ignore[attr-defined]
        patch.setattr(StrictModel, "model_validate", classmethod(remembering_models(check)))
        yield
