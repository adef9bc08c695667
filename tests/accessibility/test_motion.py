"""For a reader who asks for less motion, nothing moves by itself or slowly."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import planted


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p style='transition: color 0.2s'>x</p>", "changes in 0.2s"),
        (
            "<style>@keyframes a { to { rotate: 1turn } } p::before { content: ''; animation: a 1s }</style><p>x",
            "animated",
        ),
        ("<style>html { scroll-behavior: smooth }</style>", "scrolls smoothly"),
        ("<svg><circle r='1'><animate attributeName='r' to='9' dur='1s'/></circle></svg>", "moves: animate"),
    ],
)
def test_what_moves_is_found(browser: Browser, html: str, told: str) -> None:
    assert told in planted(browser, "motion", html)
