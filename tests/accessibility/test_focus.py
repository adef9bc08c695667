"""Whoever uses a keyboard sees where they are: a clear ring, never cut off, never behind something."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.support.accessibility import KINDS, PICKED, SIZES, found, go, on_each, opened, planted
from tests.support.accessibility.scenes import SCENES

MOST = 400  # presses of Tab before a page is left


# Colours are the same in every width: all kinds of page are looked at in light in both, in other colours on a phone.
@pytest.mark.parametrize(
    ("width", "colours", "kinds"),
    [
        (1280, {"color_scheme": "light"}, KINDS),
        (390, {"color_scheme": "light"}, KINDS),
        (1280, {"color_scheme": "dark"}, KINDS[::4]),
        (390, {"color_scheme": "dark"}, KINDS),
        (390, {"forced_colors": "active"}, KINDS),
        (1280, {"forced_colors": "active", "color_scheme": "dark"}, KINDS[::4]),
    ],
)
def test_every_control_shows_its_focus(
    browser: Browser, quick_address: str, width: int, colours: dict[str, str], kinds: list[str]
) -> None:
    with opened(browser, width, SIZES[width], **colours) as page:
        page.keyboard.press("Tab")  # a browser shows the focus that a script gives only to readers who use the keyboard
        assert on_each(page, quick_address, "focus", kinds, True) == {}


@pytest.mark.parametrize("width", SIZES)
def test_what_a_reader_opens_shows_its_focus(browser: Browser, quick_address: str, width: int) -> None:
    told = {}
    with opened(browser, width, SIZES[width]) as page:
        for name, scene in SCENES.items():
            scene(page, quick_address)
            page.keyboard.press("Tab")
            told[name] = tabbed(page, 60)

    assert {name: lines for name, lines in told.items() if lines} == {}


def tabbed(page: Page, most: int = MOST) -> list[str]:
    """What is wrong with the focus at each stop of the Tab key, from where it is to the end of the page."""
    told: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        told += found(page, "focus")
    return told


@pytest.mark.parametrize("path", ["worksheets/partner-map/", PICKED])
def test_each_stop_of_the_tab_key_is_seen(browser: Browser, quick_address: str, path: str) -> None:
    """Parts of a control have stops of their own, such as the calendar of a date."""
    with opened(browser, 390, 844) as page:
        go(page, quick_address + path)
        assert tabbed(page) == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<style>:focus { outline: none }</style><button>x</button>", "no ring: button"),
        ("<style>:focus { outline: 3px solid #bbb }</style><button>x</button>", "only 1.92:1 beside"),
        (
            "<style>:focus { outline: 3px solid #000 } p { overflow: hidden } a { display: block }</style>"
            "<p><a href='#'>x</a></p>",
            "cut off: left, right, top, bottom",
        ),
        (
            "<style>:focus { outline: 3px solid #000 } p { position: fixed; inset: 0; background: #fff }</style>"
            "<button>x</button><p>over</p>",
            "p. lies over it",
        ),
        (
            "<style>:focus { outline: 3px solid #000 } a { position: fixed; left: -99px; width: 9px }</style>"
            "<a href='#'>x</a>",
            "it is out of sight",
        ),
    ],
)
def test_a_focus_that_is_not_seen_is_found(browser: Browser, html: str, told: str) -> None:
    assert told in planted(browser, "focus", html, True)


def test_a_focus_that_is_seen_is_not_a_fault(browser: Browser) -> None:
    html = "<style>:focus { outline: 3px solid #000 }</style><button>x</button>"
    assert planted(browser, "focus", html, True) == ""
