"""What a reader opens fits a window of 320 by 256 px. Pages as they come: `test_each_kind`, `test_every_page`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import planted


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p style='width: 2000px'>x</p>", "the page is 2"),
        ("<div style='overflow-x: auto'><table style='width: 2000px'><tr><td>x</table></div>", "no name or no focus"),
        (
            "<div style='overflow-x: auto' role=region aria-label=x tabindex=0><p style='width: 2000px'>x</p></div>",
            "only tables and pictures may be wide",
        ),
        ("<p style='position: sticky; height: 80vh'>x</p>", "stays in sight and fills the window"),
    ],
)
def test_what_does_not_fit_is_found(browser: Browser, html: str, told: str) -> None:
    assert told in planted(browser, "reflow", html)
