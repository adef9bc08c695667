"""A reader may set more room between lines, letters, words and paragraphs: nothing is cut off, and nothing overlaps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import SIZES, found, on_each, opened, planted
from tests.support.accessibility.scenes import SCENES


@pytest.mark.parametrize("width", [*SIZES, 320])
def test_more_room_between_letters_and_lines_cuts_nothing_off(browser: Browser, quick_address: str, width: int) -> None:
    with opened(browser, width, SIZES.get(width, 640)) as page:
        assert on_each(page, quick_address, "spacing") == {}


@pytest.mark.parametrize("width", SIZES)
def test_what_a_reader_opens_has_room_too(browser: Browser, quick_address: str, width: int) -> None:
    told = {}
    with opened(browser, width, SIZES[width]) as page:
        for name in ("ticks", "link", "pack", "worksheet"):  # the others lie over the page, as they should
            SCENES[name](page, quick_address)
            told[name] = found(page, "spacing")

    assert {name: lines for name, lines in told.items() if lines} == {}


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
