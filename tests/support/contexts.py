"""Browser contexts that remember nothing of other tests.

A new one costs the browser twice as much as the page that is opened in it, so one with its tab is used again by tests
that change nothing of the browser itself: ``Lent.emptied`` takes the rest back. A test that listens to what the browser
does, or gives its pages a script, asks for a context of its own; one that forgot is told so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Frame, Page

from tests.support.settling import leave, watch

PATIENCE = 120_000  # milliseconds: nobody waits so long, but a busy machine may
LASTING = ("add_init_script", "on", "once", "expose_function", "expose_binding", "set_offline", "grant_permissions")
MEDIA = ("media", "color_scheme", "forced_colors", "reduced_motion")
# A page that scrolls smoothly is painted again and again on its way, and no hand clicks on it before it stands still.
CALM = {"reduced_motion": "reduce"}


class Lent:
    """A context that one test after the other uses, with its tab, and what is wrong with its pages."""

    def __init__(self, browser: Browser, settings: dict[str, Any]) -> None:
        self.context = _made(browser, **settings)
        self.broken: list[str] = []
        self.sites: set[str] = set()
        self.is_changed = False  # whether the reader's settings are others than at first
        self.context.on("weberror", lambda fault: self.broken.append(str(fault.error)))
        self._opens = self.context.new_page
        self._idle = [self._opened()]
        self.window = self._idle[0].viewport_size
        self.media = {name: settings.get(name, "null") for name in MEDIA}
        _refuse_what_lasts(self.context)
        self.context.new_page = self._tab  # type: ignore[method-assign]

    def _opened(self) -> Page:
        page = self._opens()
        page.on("framenavigated", self._note)
        emulate = page.emulate_media

        def emulated(**settings: Any) -> None:
            self.is_changed = True
            emulate(**settings)

        page.emulate_media = emulated  # type: ignore[method-assign]
        _refuse_what_lasts(page)
        return page

    def _note(self, frame: Frame) -> None:
        scheme, site, *_ = urlsplit(frame.url)
        if scheme != "about":
            self.sites.add(site)

    def _tab(self) -> Page:
        return self._idle.pop() if self._idle else self._opened()

    def emptied(self) -> bool:
        """Take back what a test did; whether another may use this. What a second site or a file keeps stays there."""
        if len(self.sites) > 1 or "" in self.sites or not self.context.pages:
            return False
        page, *others = self.context.pages
        for other in others:
            other.close()
        if urlsplit(page.url).netloc:
            leave(page, {})
        page.unroute_all()
        self.context.unroute_all()
        if self.is_changed:
            page.emulate_media(**self.media)
        if page.viewport_size != self.window and self.window:
            page.set_viewport_size(self.window)
        page.mouse.move(0, 0)
        self.context.clear_cookies()
        self._idle, self.is_changed = [page], False
        return True


_idle: WeakKeyDictionary[Browser, dict[str, list[Lent]]] = WeakKeyDictionary()


@contextmanager
def context_of(browser: Browser, own: bool = False, **settings: Any) -> Iterator[BrowserContext]:
    """A browser that remembers nothing of other tests, and is nobody else's if it is to be the test's ``own``.

    A fault in a page's script fails the test. The reader asks for little motion, if nothing else is said.
    """
    settings = {**CALM, **settings}
    if own or not settings.get("java_script_enabled", True):  # without scripts, nothing could be taken back
        with _own_context(browser, settings) as context:
            yield context
        return
    waiting = _idle.setdefault(browser, {}).setdefault(repr(sorted(settings.items())), [])
    lent = waiting.pop() if waiting else Lent(browser, settings)
    lent.broken.clear()
    may_be_lent = False
    try:
        yield lent.context
        may_be_lent = lent.emptied()
    finally:
        if may_be_lent:
            waiting.append(lent)
        else:
            lent.context.close()
    assert lent.broken == [], lent.broken


@contextmanager
def _own_context(browser: Browser, settings: dict[str, Any]) -> Iterator[BrowserContext]:
    broken: list[str] = []
    context = _made(browser, **settings)
    context.on("weberror", lambda fault: broken.append(str(fault.error)))
    try:
        yield context
    finally:
        context.close()
    assert broken == [], broken


def _made(browser: Browser, **settings: Any) -> BrowserContext:
    context = browser.new_context(locale="en-GB", **settings)
    context.set_default_timeout(PATIENCE)
    watch(context)
    return context


def _refuse_what_lasts(lent: BrowserContext | Page) -> None:
    """What could not be taken back fails at once."""

    def refuse(name: str) -> Callable[..., NoReturn]:
        def refused(*_: Any, **__: Any) -> NoReturn:
            raise AssertionError(f"“{name}” would last when others use this tab: ask for context_of(browser, own=True)")

        return refused

    for name in LASTING:
        if hasattr(lent, name):
            setattr(lent, name, refuse(name))
