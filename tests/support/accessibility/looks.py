"""Ways in which pages are looked at: each opens its pages once, and asks of them all that it can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any

from playwright.sync_api import Browser, Page

from macros.quality.axe import AXE_SCRIPT
from tests.support.accessibility import checker, opened
from tests.support.accessibility.asks import ASKED_OF_KINDS, faults_of, is_checker, lines_of

Opens = Callable[[Page, str], None]  # opens something of the site at an address
Faults = dict[str, dict[str, list[str]]]  # lines by page, by what was asked

SETTINGS: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none"}  # of a reader who set nothing

# A page that is left is not painted once more in the next one's window.
GONE = "document.documentElement.style.display = 'none'"


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
        page.add_init_script(AXE_SCRIPT)  # handed to the browser once, and not for each page
        page.keyboard.press("Tab")  # a browser shows the focus that a script gives only to readers of the keyboard
        reader = _Reader(page)
        for path, opens in pages.items():
            page.evaluate(GONE)
            for number, (size, names) in enumerate(_by_window(looks).items()):
                page.set_viewport_size({"width": size[0], "height": size[1]})
                reader.sets({})
                if number == 0:
                    opens(page, site)
                for name, asks in _to_ask(page, path, {name: looks[name] for name in names}, known).items():
                    reader.sets(looks[name].settings)
                    for ask, lines in _answers(page, asks):
                        if lines:
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


def _answers(page: Page, asks: Mapping[str, list[int] | None]) -> Iterator[tuple[str, list[str]]]:
    """Each question with its lines. Checkers that come next to each other are asked together."""
    for checks, together in groupby(asks, is_checker):
        if checks:
            names = list(together)
            yield from zip(names, lines_of(page, names), strict=True)
            continue
        for ask in together:
            kinds = asks[ask]
            yield ask, faults_of(page, ask) if kinds is None else ASKED_OF_KINDS[ask][1](page, kinds)


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
