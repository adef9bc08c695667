"""What tests read again and again, read once in each process: finished pages, and YAML."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup


@cache
def parsed(html: str) -> BeautifulSoup:
    """A page's elements. They are shared: a test that changes them makes its own copy."""
    return BeautifulSoup(html, "lxml")


def page_at(path: Path) -> BeautifulSoup:
    """The elements of the page in a file; shared, as of :func:`parsed`."""
    return parsed(path.read_text("utf-8"))


def remembered(read: Callable[..., Any]) -> Callable[..., Any]:
    """``read``, which gives a new copy of what it gave before for the same words. What it raises is not kept."""
    kept = cache(lambda *given: pickle.dumps(read(*given)))
    return lambda *given, **named: pickle.loads(kept(*given, *named.values()))
