"""Ways in which pages are looked at: each opens its pages once, and asks of them all that it can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

from macros.quality.axe import RUN, add_axe, options, violations
from tests.support.accessibility import checker, found, opened

MOST = 400  # presses of Tab before a page is left
Opens = Callable[[Page, str], None]  # opens something of the site at an address
Faults = dict[str, dict[str, list[str]]]  # lines by page, by what was asked


def tabbed(page: Page, most: int = MOST) -> list[str]:
    """What is wrong with the focus at each stop of the Tab key, from where it is to the end of the page."""
    faults: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        lines = page.evaluate(checker("focus"))
        if lines is None:  # nothing has the focus
            break
        faults += lines
    return faults


def few_stops(page: Page) -> list[str]:
    """The focus at the next sixty stops."""
    page.keyboard.press("Tab")
    return tabbed(page, 60)


def weak_colours(page: Page) -> list[str]:
    """Words that axe finds too weak on their ground, and nothing else of what it can find."""
    add_axe(page)
    return list(page.evaluate(RUN, {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}))


def weak_links(page: Page) -> list[str]:
    """Links that axe cannot tell from the words round them: one of each kind, as styles tell them apart."""
    add_axe(page)
    return list(page.evaluate(LINKS, {"runOnly": ["link-in-text-block"], "resultTypes": ["violations"]}))


def all_but_colours(page: Page) -> list[str]:
    """What axe finds, colours apart: those of words and of links take two thirds of the time.

    No other rule wants axe to fetch the styles again.
    """
    add_axe(page)
    asked = options(contrast=False)
    rules = asked["rules"] | {"link-in-text-block": {"enabled": False}}
    return list(page.evaluate(RUN, asked | {"rules": rules, "preload": False}))


# The first of the links that styles cannot tell apart: what is round each has the same elements and classes.
LINKS = """async (options) => {
  const kinds = new Map();
  for (const link of document.querySelectorAll('a[href]')) {
    const round = [];
    for (let at = link; at; at = at.parentElement) round.push(`${at.tagName}.${at.className}`);
    const kind = round.join();
    if (link.checkVisibility() && !kinds.has(kind)) kinds.set(kind, link);
  }
  if (!kinds.size) return [];
  const { violations } = await axe.run({ include: [...kinds.values()] }, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}"""

# How a question is asked that is not just a checker's name.
ASKED: dict[str, Callable[[Page], list[str]]] = {
    "axe": violations,
    "axe without contrast": lambda page: violations(page, contrast=False),
    "axe without colours": all_but_colours,
    "contrast": weak_colours,
    "links": weak_links,
    "focus": lambda page: found(page, "focus", True),
    "focus of each kind": lambda page: found(page, "focus", "kinds"),
    "stops": few_stops,
}


SETTINGS: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none"}  # of a reader who set nothing


@dataclass(frozen=True)
class Look:
    """A window, the reader's settings, and what is asked of each page, in an order in which none spoils the next."""

    width: int
    height: int
    asks: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)
    skips: Mapping[str, frozenset[str]] = field(default_factory=dict)  # pages of which something is not asked

    def asked_of(self, name: str) -> list[str]:
        """What is asked of the page ``name``."""
        return [ask for ask in self.asks if name not in self.skips.get(ask, ())]


def look_through(
    looks: Mapping[str, Look], browser: Browser, site: str, pages: Mapping[str, Opens]
) -> dict[str, Faults]:
    """What is wrong with ``pages`` by look, and by what is asked: only those with which something is wrong.

    A page is opened once for all ``looks``, in the window of the first: window and settings change while it is open.
    """
    results: dict[str, Faults] = {name: {ask: {} for ask in look.asks} for name, look in looks.items()}
    with opened(browser) as page:
        page.keyboard.press("Tab")  # a browser shows the focus that a script gives only to readers of the keyboard
        for path, opens in pages.items():
            asked = {name: look for name, look in looks.items() if look.asked_of(path)}
            for number, (name, look) in enumerate(asked.items()):
                page.set_viewport_size({"width": look.width, "height": look.height})
                page.emulate_media(**SETTINGS | ({} if number == 0 else look.settings))
                if number == 0:
                    opens(page, site)
                    page.emulate_media(**SETTINGS | look.settings)
                for ask in look.asked_of(path):
                    if lines := ASKED[ask](page) if ask in ASKED else found(page, ask):
                        results[name][ask][path] = lines
    return results


def same_window(looks: Mapping[str, Look], name: str) -> dict[str, Look]:
    """The looks that have the window of look ``name``."""
    size = (looks[name].width, looks[name].height)
    return {other: look for other, look in looks.items() if (look.width, look.height) == size}
