"""Finished pages, which tests read again and again, parsed once in each process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup


@cache
def parsed(html: str) -> BeautifulSoup:
    """A page's elements. They are shared: a test that changes them makes its own copy."""
    return BeautifulSoup(html, "lxml")


def page_at(path: Path) -> BeautifulSoup:
    """The elements of the page in a file; shared, as of :func:`parsed`."""
    return parsed(path.read_text("utf-8"))
