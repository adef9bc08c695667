"""For a reader who asks for less motion, nothing moves by itself or slowly."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import found, on_each, opened, planted
from tests.support.accessibility.scenes import SCENES


def test_nothing_moves_for_a_reader_who_asks_for_that(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        told = on_each(page, quick_address, "motion")
        for name, scene in SCENES.items():
            scene(page, quick_address)
            told |= {name: lines} if (lines := found(page, "motion")) else {}

    assert told == {}


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
