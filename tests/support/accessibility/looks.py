"""Ways in which pages are looked at: each opens its pages once, and asks of them all that it can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

from macros.quality.axe import RUN, add_axe, violations
from tests.support.accessibility import found, opened

MOST = 400  # presses of Tab before a page is left
Opens = Callable[[Page, str], None]  # opens something of the site at an address
Faults = dict[str, dict[str, list[str]]]  # lines by page, by what was asked


def tabbed(page: Page, most: int = MOST) -> list[str]:
    """What is wrong with the focus at each stop of the Tab key, from where it is to the end of the page."""
    faults: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        faults += found(page, "focus")
    return faults


def few_stops(page: Page) -> list[str]:
    """The focus at the next sixty stops."""
    page.keyboard.press("Tab")
    return tabbed(page, 60)


def weak_colours(page: Page) -> list[str]:
    """Words that axe finds too weak on their ground, and nothing else of what it can find."""
    add_axe(page)
    return list(page.evaluate(RUN, {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}))


# How a question is asked that is not just a checker's name.
ASKED: dict[str, Callable[[Page], list[str]]] = {
    "axe": violations,
    "axe without contrast": lambda page: violations(page, contrast=False),
    "contrast": weak_colours,
    "focus": lambda page: found(page, "focus", True),
    "stops": few_stops,
}


@dataclass(frozen=True)
class Look:
    """A window, the reader's settings, and what is asked of each page, in an order in which none spoils the next."""

    width: int
    height: int
    asks: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)
    skips: Mapping[str, frozenset[str]] = field(default_factory=dict)  # pages of which something is not asked

    def faults(self, browser: Browser, site: str, pages: Mapping[str, Opens]) -> Faults:
        """What is wrong with each of ``pages``, by what is asked: only those with which something is wrong."""
        result: Faults = {ask: {} for ask in self.asks}
        with opened(browser, self.width, self.height, **self.settings) as page:
            page.keyboard.press("Tab")  # a browser shows the focus that a script gives only to readers of the keyboard
            for name, opens in pages.items():
                opens(page, site)
                for ask in self.asks:
                    if name not in self.skips.get(ask, ()):
                        lines = ASKED[ask](page) if ask in ASKED else found(page, ask)
                        if lines:
                            result[ask][name] = lines
        return result
