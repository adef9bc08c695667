"""Tests wait for what pages do, and not for a time: this is what they wait with."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.contexts import context_of
from tests.support.settling import settled, until, until_seen
from tests.support.worksheet_page import kept

ANSWERS = """() => addEventListener('storage', ({key}) => {
  if (key === 'one') setTimeout(() => localStorage.setItem('two', 'x'), 300);
})"""


def test_what_a_tab_and_the_other_write_later_is_waited_for(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        one, other = context.new_page(), context.new_page()
        for tab in (one, other):
            tab.goto(quick_address + "about/")
        other.evaluate(ANSWERS)
        one.evaluate("() => { setTimeout(() => localStorage.setItem('one', 'x'), 300); }")
        assert kept(one) == {}

        settled(one)

        assert kept(one) == kept(other) == {"one": "x", "two": "x"}


def test_a_timer_that_was_called_off_is_not_waited_for(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(quick_address + "about/")
        page.evaluate("() => { clearTimeout(setTimeout(() => {}, 900)); setTimeout(() => {}, 60000); }")

        assert not page.evaluate("tests.busy()")


def test_tabs_that_never_come_to_rest_are_told(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(quick_address + "about/")
        page.evaluate("() => { localStorage.setItem('n', '0'); tests.kept = () => String(Math.random()); }")

        with pytest.raises(AssertionError, match="go on and on"):
            settled(page)
        until(page, "true")


def test_a_part_that_is_seen_later_is_waited_for(browser: Browser, quick_address: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        page.goto(quick_address + "about/")
        page.evaluate("() => { document.querySelector('h1').hidden = true; }")
        page.evaluate("() => { setTimeout(() => { document.querySelector('h1').hidden = false; }, 300); }")
        assert page.evaluate("document.querySelector('h1').hidden")

        until_seen(page, "h1")

        assert not page.evaluate("document.querySelector('h1').hidden")
