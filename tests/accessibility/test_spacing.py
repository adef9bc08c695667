"""A reader may set more room between lines, letters, words and paragraphs: nothing is cut off, and nothing overlaps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import planted


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p style='height: 1.2em; overflow: hidden'>words</p>", "cut off below"),
        ("<button style='width: 3.2em; white-space: nowrap; overflow: hidden'>words</button>", "cut off at the side"),
        ("<button style='width: 3.2em; white-space: nowrap'>more words</button>", "wider than its box"),
        ("<div style='height: 1em'>one<br>two</div>three", "on each other"),
        ("<p style='width: 1400px'>x</p>", "the page is 1"),
    ],
)
def test_what_has_no_room_is_found(browser: Browser, html: str, told: str) -> None:
    assert told in planted(browser, "spacing", html)
