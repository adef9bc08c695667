"""What the tests in a browser share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.checklist_page import forget
from tests.support.contexts import context_of
from tests.support.settling import until_seen
from tests.support.worksheet_page import anew


@pytest.fixture(scope="module")
def site(quick_address: str) -> str:
    """The site without documents, as the tests of pick and mix call it."""
    return quick_address


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser for all tests of a file whose tool keeps nothing. What a low window does not show is not painted."""
    with context_of(browser, own=True, viewport={"width": 1280, "height": 480}) as shared:
        yield shared


@pytest.fixture(scope="module")
def sheet(context: BrowserContext, quick_address: str) -> Callable[..., Page]:
    """Opens a worksheet in the one tab of a file's tests, of which the browser keeps only what is handed over."""
    return partial(anew, context.new_page(), quick_address)


@pytest.fixture(scope="module")
def ticks(context: BrowserContext, quick_address: str) -> Callable[[str], Page]:
    """Opens a page with checklists in the one tab of a file's tests, of which the browser keeps nothing of before."""
    page = context.new_page()

    def opens(path: str) -> Page:
        forget(page, quick_address)
        page.goto(quick_address + path)
        until_seen(page, "[data-ticks]")
        return page

    return opens
