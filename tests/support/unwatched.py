"""Long work of others is done without coverage looking on: it counts nothing there, and doubles what some takes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fontTools.subset import Subsetter
from openpyxl.reader.excel import ExcelReader  # type: ignore[import-untyped]
from pypdf import PageObject, PdfReader
from xlsxwriter import Workbook

CALLS_NOTHING_OF_OURS = (
    (BeautifulSoup, "__init__"),
    (ExcelReader, "read"),
    (PageObject, "extract_text"),
    (PdfReader, "__init__"),
    (Subsetter, "subset"),
    (Workbook, "close"),
)


def unwatched(does: Callable[..., Any]) -> Callable[..., Any]:
    """``does``, while which nobody looks on."""

    @wraps(does)
    def alone(*given: Any, **named: Any) -> Any:
        watching: Any = sys.gettrace()
        if not hasattr(watching, "stop"):  # nobody looks on, or a debugger does
            return does(*given, **named)
        watching.stop()
        try:
            return does(*given, **named)
        finally:
            watching.start()

    return alone


@contextmanager
def others_unwatched() -> Iterator[None]:
    """While the block runs, coverage does not look on at what only runs code of others, and takes long."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in CALLS_NOTHING_OF_OURS:
            patch.setattr(owner, name, unwatched(getattr(owner, name)))
        yield
