"""The toolkit's files are parsed once in each process of tests, though some hundred tests read them all again."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from macros.core import parsing
from macros.core.parsing import ParsedFile

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


@contextmanager
def parsed_once() -> Iterator[None]:
    """While the block runs, a text is parsed once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "_parse", remembering(parsing._parse))
        yield
