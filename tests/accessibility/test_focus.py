"""Whoever uses a keyboard sees where they are: a clear ring, never cut off, never behind something."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import PICKED, checker, found, go, opened, planted
from tests.support.accessibility.asks import faults_of, tabbed


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
    assert told in planted(browser, "focus", html, "all")


def test_a_stop_of_the_tab_key_that_is_not_seen_is_found_wherever_it_is(browser: Browser) -> None:
    """The last of many too; and past the end, where the keys begin anew, nothing is told again."""
    sound = "<style>:focus { outline: 3px solid #000 } .odd:focus { outline: none }</style>"
    buttons = "".join(f"<button class={'odd' if number in (0, 24) else 'x'}>{number}</button>" for number in range(25))
    with opened(browser, own=True) as page:
        page.set_content(sound + buttons)

        assert tabbed(page) == ["no ring: button “0”", "no ring: button “24”"]


def test_of_controls_that_styles_cannot_tell_apart_the_first_is_looked_at(browser: Browser) -> None:
    ring = "<style>:focus { outline: 3px solid #000 } .odd:focus, [type=date]:focus { outline: none }</style>"
    kinds = "<button>sound</button>" * 2 + "<button class=odd>odd</button>" * 2 + "<input><input type=date name=day>"
    with opened(browser, own=True) as page:
        page.set_content(ring + kinds)

        assert faults_of(page, "focus of each kind") == ["no ring: button “odd”", "no ring: input “day”"]


def test_what_lies_over_a_control_is_found_though_it_is_like_the_first(browser: Browser) -> None:
    """Whether it stays in sight itself or stands in what does, at first and where the page is scrolled to."""
    style = (
        "<style>:focus { outline: 3px solid #000 } button { display: block; height: 30px } nav, b { position: fixed }"
        "nav { top: 0; left: 0 } i, b { background: #fff; width: 90px; height: 30px }"
        "i { position: absolute; top: 70px }"
        "b { bottom: 0; left: 0 }</style>"
    )
    buttons = "".join(f"<button>{number}</button>" for number in range(12))
    with opened(browser, own=True, height=200) as page:
        page.set_content(f"{style}<nav><i>over</i></nav>{buttons}<b>over</b>")
        page.evaluate(checker("kinds"), "controls")
        lines = found(page, "focus", "all")

    assert [line for line in lines if "“0”" in line] == []
    assert "nav. lies over it: button “2”" in lines and "b. lies over it: button “11”" in lines


def test_a_focus_that_is_seen_is_not_a_fault(browser: Browser) -> None:
    html = "<style>:focus { outline: 3px solid #000 }</style><button>x</button>"
    assert planted(browser, "focus", html, "all") == ""
