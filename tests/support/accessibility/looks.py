"""Ways in which pages are looked at: each opens its pages once, and asks of them all that it can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
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


def weak_colours(page: Page, kinds: list[int]) -> list[str]:
    """Words of these kinds that axe finds too weak on their ground, and nothing else of what it can find."""
    return _of_kinds(page, "words", kinds, "color-contrast")


def weak_links(page: Page, kinds: list[int]) -> list[str]:
    """Links of these kinds that axe cannot tell from the words round them."""
    return _of_kinds(page, "links", kinds, "link-in-text-block")


def _of_kinds(page: Page, which: str, kinds: list[int], rule: str) -> list[str]:
    add_axe(page)
    return list(page.evaluate(OF_KINDS, [which, kinds, {"runOnly": [rule], "resultTypes": ["violations"]}]))


def all_but_colours(page: Page) -> list[str]:
    """What axe finds, colours apart: those of words and of links take two thirds of the time.

    No other rule wants axe to fetch the styles again.
    """
    add_axe(page)
    asked = options(contrast=False)
    rules = asked["rules"] | {"link-in-text-block": {"enabled": False}}
    return list(page.evaluate(RUN, asked | {"rules": rules, "preload": False}))


OF_KINDS = """async ([which, kinds, options]) => {
  const { violations } = await axe.run({ include: kinds.map((kind) => firstOfKind[which].get(kind)) }, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}"""
# What is asked of the first of each kind, which shows it of all that styles cannot tell from it: of what, and how.
ASKED_OF_KINDS: dict[str, tuple[str, Callable[[Page, list[int]], list[str]]]] = {
    "contrast": ("words", weak_colours),
    "links": ("links", weak_links),
    "focus of each kind": ("controls", lambda page, kinds: found(page, "focus", kinds)),
}

# How a question is asked that is not just a checker's name.
ASKED: dict[str, Callable[[Page], list[str]]] = {
    "axe": violations,
    "axe without contrast": lambda page: violations(page, contrast=False),
    "axe without colours": all_but_colours,
    "focus": lambda page: found(page, "focus", "all"),
    "stops": few_stops,
}


def faults_of(page: Page, ask: str) -> list[str]:
    """What is wrong with the open page by this question: one of the tables above, or a checker's name."""
    if ask in ASKED_OF_KINDS:
        which, asks = ASKED_OF_KINDS[ask]
        return asks(page, page.evaluate(checker("kinds"), which))
    return ASKED[ask](page) if ask in ASKED else found(page, ask)


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
    What is asked of the first of each kind is asked once in all looks with the same settings, on whichever page it is.
    """
    results: dict[str, Faults] = {name: {ask: {} for ask in look.asks} for name, look in looks.items()}
    known: dict[str, set[int]] = defaultdict(set)
    with opened(browser, own=True) as page:
        page.keyboard.press("Tab")  # a browser shows the focus that a script gives only to readers of the keyboard
        reader = _Reader(page)
        for path, opens in pages.items():
            for number, (size, names) in enumerate(_by_window(looks).items()):
                page.set_viewport_size({"width": size[0], "height": size[1]})
                reader.sets({})
                if number == 0:
                    opens(page, site)
                for name, asks in _to_ask(page, path, {name: looks[name] for name in names}, known).items():
                    reader.sets(looks[name].settings)
                    for ask, kinds in asks.items():
                        if lines := faults_of(page, ask) if kinds is None else ASKED_OF_KINDS[ask][1](page, kinds):
                            results[name][ask][path] = lines
    return results


class _Reader:
    """Who changes the settings of an open page, which then is styled anew."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._settings: dict[str, Any] | None = None

    def sets(self, settings: dict[str, Any]) -> None:
        if settings != self._settings:
            self._page.emulate_media(**SETTINGS | settings)
            self._settings = settings


def _by_window(looks: Mapping[str, Look]) -> dict[tuple[int, int], list[str]]:
    """The names of looks by the size of their window."""
    names: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, look in looks.items():
        names[look.width, look.height].append(name)
    return names


def _to_ask(
    page: Page, path: str, looks: Mapping[str, Look], known: dict[str, set[int]]
) -> dict[str, dict[str, list[int] | None]]:
    """What to ask of the open page by look, each with the kinds that are new, if it goes by kind; not looks without."""
    on_page = cache(lambda which: page.evaluate(checker("kinds"), which))
    asks: dict[str, dict[str, list[int] | None]] = defaultdict(dict)
    for name, look in looks.items():
        for ask in look.asked_of(path):
            if ask not in ASKED_OF_KINDS:
                asks[name][ask] = None
                continue
            before = known[f"{ask} {look.settings}"]
            if kinds := [kind for kind in on_page(ASKED_OF_KINDS[ask][0]) if kind not in before]:
                asks[name][ask] = kinds
                before.update(kinds)
    return asks


def same_window(looks: Mapping[str, Look], name: str) -> dict[str, Look]:
    """The looks that have the window of look ``name``."""
    size = (looks[name].width, looks[name].height)
    return {other: look for other, look in looks.items() if (look.width, look.height) == size}
