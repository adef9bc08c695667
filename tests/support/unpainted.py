"""A browser that lays pages out in their whole window, and paints no more than a speck of it.

Nobody looks at what tests open, and to paint it takes an eighth of what a page costs. Scripts, styles, printing, the
mouse and the keyboard find the window as large as it was set: `test_unpainted` shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from macros.quality.axe import started

SPECK = {"width": 1, "height": 1}
AS_THEY_COME = "--js-flags=--no-maglev --no-turbofan"


def unpainted(browser: Browser) -> Browser:
    """``browser``, whose new tabs paint a speck. A tab that a page opens is painted as ever."""
    opens = browser.new_context

    def new_context(**settings: Any) -> BrowserContext:
        context = opens(**settings)
        opens_tab = context.new_page
        context.new_page = lambda: _shrunk(opens_tab())  # type: ignore[method-assign]
        return context

    browser.new_context = new_context  # type: ignore[method-assign]
    return browser


def _shrunk(page: Page) -> Page:
    session = page.context.new_cdp_session(page)
    sets = page.set_viewport_size

    def set_viewport_size(viewport_size: ViewportSize) -> None:
        sets(viewport_size)
        session.send("Emulation.setVisibleSize", SPECK)  # a window that is set is painted whole again

    page.set_viewport_size = set_viewport_size  # type: ignore[method-assign]
    session.send("Emulation.setVisibleSize", SPECK)
    return page


@contextmanager
def hurried(browser: Browser) -> Iterator[Browser]:
    """Another such browser, that runs scripts as they come: for those who bring axe to page after page.

    To compile axe well takes a sixth of all that is asked of a page, and each new page would have it compiled anew.
    """
    with started(browser.browser_type, AS_THEY_COME) as other:
        yield unpainted(other)
