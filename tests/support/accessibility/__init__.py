"""What the tests of accessibility share: one page of each kind, and checkers that look where axe cannot.

A checker is a small script beside this file. It looks at the open page, and returns a line for each fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, Page

from macros.quality.sample_pages import SAMPLE_PAGES
from tests.support.contexts import context_of

# Kinds of their own here: a pack that is put together, how a council changes the toolkit and what it types in a
# terminal, and the worksheets and papers that have what the sample has not. `test_each_kind` asks whether all is there.
PICKED = "pick/?pick=focus/choose-the-community,worksheet:partner-map"
WORKSHEETS = [
    "community-chooser",
    "edition-test",
    "funding-plan",
    "indicator-table",
    "outcomes-ladder",
    "readiness-check",
    "short-survey",
    "staged-plan",
]
PAPERS = ["access-needs", "check-in-agenda"]
OWN = [
    PICKED,
    "adopt/change/",
    "adopt/form/",
    "adopt/host/",
    "bring-in/",
    "current/",
    "evidence/sources/",
    "kept/",
    "project/",
    *(f"worksheets/{name}/" for name in WORKSHEETS),
    *(f"papers/{name}/" for name in PAPERS),
]
KINDS = [*SAMPLE_PAGES, *OWN]
SIZES = {1280: 900, 390: 844}
SMALL = (320, 256)  # a small phone's width, and a screen of 1280 by 1024 at 400 %
# Tools are shown by a script, which a reader will have waited for.
SETTLED = """() => [...document.querySelectorAll('[data-ticks], [data-with-pick], .worksheet-page [data-tools]')]
  .every((one) => !one.hidden)"""
HAS_TOOLS = "document.querySelector('.worksheet-page, [data-ticks]') !== null"
OPEN = "document.querySelectorAll('details:not(.menu)').forEach((one) => { one.open = true; })"


def found(page: Page, name: str, asked: Any = None) -> list[str]:
    """What the checker ``name`` finds on the open page, in a line each."""
    return list(page.evaluate(checker(name), asked) or [])


@cache
def checker(name: str) -> str:
    """The script of the checker ``name``."""
    return (Path(__file__).parent / f"{name}.js").read_text("utf-8").rstrip().removesuffix(";")


def go(page: Page, address: str) -> None:
    """Open a page, wait until its tools are there, and open what can be opened."""
    page.goto(address)
    if "pick/?" in address or page.evaluate(HAS_TOOLS):
        page.evaluate(f"tests.once({SETTLED})")
    page.evaluate(OPEN)


@contextmanager
def opened(browser: Browser, width: int = 1280, height: int = 900, **settings: Any) -> Iterator[Page]:
    """A page that moves nothing slowly, in a browser that remembers nothing of other tests: see ``context_of``."""
    size = {"width": width, "height": height}
    with context_of(browser, viewport=size, **{"reduced_motion": "reduce", **settings}) as context:
        yield context.new_page()


_beds: WeakKeyDictionary[Browser, Page] = WeakKeyDictionary()


def planted(browser: Browser, name: str, html: str, asked: Any = None) -> str:
    """What the checker ``name`` finds on a page with this body and no style but its own.

    All that is planted in a browser stands in one tab, in one document after the other.
    """
    if browser not in _beds:
        size = {"width": 1280, "height": 900}
        _beds[browser] = browser.new_context(locale="en-GB", viewport=size, reduced_motion="reduce").new_page()
    page = _beds[browser]
    page.goto("about:blank")
    page.set_content(f"<!doctype html><html lang='en'><body>{html}</body></html>")
    return " ".join(found(page, name, asked))
