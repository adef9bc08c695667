"""A browser that one test after the other uses remembers nothing of the test before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.support.contexts import context_of

SITE = "http://own.test/"
OTHER_SITE = "http://other.test/"
# It keeps something as it is left, as ours do.
PAGE = """<!doctype html><title>x</title><p style="margin: 0">x</p><script>
addEventListener('pagehide', () => { localStorage.setItem('left', 1); });
</script>"""
KEPT = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join('')"


def lent(browser: Browser, **settings: Any) -> AbstractContextManager[BrowserContext]:
    """A context of which only the tests here have used any: it has a clock of its own."""
    return context_of(browser, **{"timezone_id": "Pacific/Auckland", **settings})


def opened(context: BrowserContext, address: str = SITE, html: str = PAGE) -> Page:
    """A page of no real site."""

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html")

    context.route(f"{address.partition('#')[0]}**", answer)
    page = context.new_page()
    page.goto(address)
    return page


def test_the_next_test_has_the_same_tab_and_nothing_that_was_done_in_it(browser: Browser) -> None:
    with lent(browser) as context:
        page, window = opened(context), context.new_page().viewport_size
        page.evaluate("localStorage.a = sessionStorage.b = 1; document.cookie = 'c=1'")
        page.set_viewport_size({"width": 200, "height": 200})
        page.emulate_media(media="print", color_scheme="dark")
        page.route(f"{SITE}more/", lambda route: route.abort())
    with lent(browser) as context:
        assert context.pages == [page]
        again = opened(context, SITE, PAGE.replace("<p", "<p class=other"))
        assert again is page and page.evaluate(KEPT) == "" and page.locator(".other").count() == 1
        again.goto(f"{SITE}more/")

        assert page.viewport_size == window
        assert not page.evaluate("matchMedia('print').matches || matchMedia('(prefers-color-scheme: dark)').matches")


def test_the_next_test_opens_a_page_anew_where_only_its_hash_is_another(browser: Browser) -> None:
    with lent(browser) as context:
        opened(context, f"{SITE}#one").evaluate("window.mine = 1")
    with lent(browser) as context:
        assert opened(context, f"{SITE}#two").evaluate("window.mine") is None


def test_two_at_once_are_two(browser: Browser) -> None:
    with lent(browser) as first, lent(browser) as second:
        opened(first).evaluate("localStorage.a = 1")
        assert opened(second).evaluate(KEPT) == ""


def test_with_other_settings_it_is_another(browser: Browser) -> None:
    with lent(browser) as context:
        page = opened(context)
    with lent(browser, color_scheme="dark") as context:
        other = opened(context)
        assert other is not page and other.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_where_two_sites_were_open_nobody_else_uses_it(browser: Browser) -> None:
    with lent(browser) as context:
        page = opened(context)
        opened(context, OTHER_SITE)
    assert page.is_closed()


def test_after_a_test_that_failed_nobody_else_uses_it(browser: Browser) -> None:
    with pytest.raises(ZeroDivisionError), lent(browser) as context:
        page = opened(context)
        raise ZeroDivisionError
    assert page.is_closed()


def test_a_fault_in_a_script_fails_the_test_in_which_it_happens_and_no_other(browser: Browser) -> None:
    with pytest.raises(AssertionError, match="broken"), lent(browser) as context:
        page = opened(context, html="<script>throw new Error('broken')</script>")
        page.evaluate("1")
    with lent(browser) as context:
        opened(context)


@pytest.mark.parametrize("own", [True, False])
def test_what_would_last_wants_a_context_of_its_own(browser: Browser, own: bool) -> None:
    with lent(browser, own=own) as context:
        page = opened(context)
        acts: list[Callable[[], object]] = [
            lambda: page.on("dialog", lambda dialog: dialog.accept()),
            lambda: page.add_init_script("1"),
            lambda: context.on("request", lambda _: None),
            lambda: context.add_init_script("1"),
        ]
        for act in acts:
            if own:
                act()
                continue
            with pytest.raises(AssertionError, match="own=True"):
                act()
