"""What can be pressed is at least 24 by 24 px, or stands far enough from everything else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import planted

SMALL = "position: absolute; padding: 0; border: 0; width: 16px; height: 16px; top: 0;"


@pytest.mark.parametrize(
    "html",
    [
        f"<button style='{SMALL} left: 0'>a</button><button style='{SMALL} left: 18px'>b</button>",
        f"<button style='{SMALL} left: 0'>a</button><button style='{SMALL} left: 18px; width: 99px; height: 99px'>b",
        "<ul style='line-height: 1; font-size: 12px'><li><a href=#a>one</a><li><a href=#b>two</a></ul>",
    ],
)
def test_small_controls_beside_each_other_are_found(browser: Browser, html: str) -> None:
    assert "is too near to" in planted(browser, "targets", html)


@pytest.mark.parametrize(
    "html",
    [
        f"<button style='{SMALL} left: 0'>a</button><button style='{SMALL} left: 25px'>b</button>",
        "<p style='line-height: 1; font-size: 12px'>See <a href=#a>one</a>,<br>and also <a href=#b>two</a>.</p>",
        "<button style='width: 24px; height: 24px'>a</button><button style='width: 24px; height: 24px'>b</button>",
    ],
)
def test_small_controls_with_room_and_links_in_a_sentence_are_let_off(browser: Browser, html: str) -> None:
    assert planted(browser, "targets", html) == ""
