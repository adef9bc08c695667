"""Finished pages, which tests read again and again, parsed once in each process, and only as far as they ask."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup
from lxml.html import HtmlElement, document_fromstring


@cache
def parsed(html: str) -> BeautifulSoup:
    """A page's elements. They are shared: a test that changes them makes its own copy."""
    return BeautifulSoup(html, "lxml")


def page_at(path: Path) -> BeautifulSoup:
    """The elements of the page in a file; shared, as of :func:`parsed`."""
    return parsed(path.read_text("utf-8"))


def part_of(html: str, name: str) -> BeautifulSoup:
    """The elements of a page from its first ``<name>`` to its last, such as its footer: a tenth of the work.

    The whole page, where it has none.
    """
    part = re.search(rf"<{name}\b.*</{name}>", html, re.DOTALL)
    return parsed(part[0] if part else html)


@cache
def tree_of(html: str) -> HtmlElement:
    """A page's elements, for one question about each page of a site: lxml reads it 20 times faster."""
    return document_fromstring(html)


def tree_at(path: Path) -> HtmlElement:
    """The same of the page in a file."""
    return tree_of(path.read_text("utf-8"))
