"""Waiting for a page until it has done what it set out to do: never for a time, which a busy machine would overrun."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

# Counts the timers of a page that will go off soon, and hears the marks that other tabs set. Pages keep things, and
# tell each other of it, with a short delay; what comes after a second or more, nobody waits for.
WATCH = """(() => {
  const soon = new Set();
  const { setTimeout: set, clearTimeout: clear } = window;
  window.setTimeout = (does, delay, ...given) => {
    const timer = set((...all) => { soon.delete(timer); does(...all); }, delay, ...given);
    if (!(delay >= 1000)) soon.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => { soon.delete(timer); clear(timer); };
  let heard;
  // The page itself looks again and again: to ask it from outside costs a hundred times as much.
  const once = (isSo) => new Promise((done, failed) => {
    let turns = 0;
    const look = () => {
      if (isSo()) done();
      else if ((turns += 1) > 6000) failed(new Error('It never came true.'));
      else set(look, 5);
    };
    look();
  });
  addEventListener('storage', (event) => { if (event.key === 'tests.mark') heard = event.newValue; });
  const { setItem, removeItem, clear: empty } = Storage.prototype;
  window.tests = {
    busy: () => soon.size > 0,
    once,
    rest: () => once(() => soon.size === 0),
    hears: (text) => once(() => (heard ?? '') === text),
    // One tab alone: nothing more is written, and nothing will be soon.
    isStill: async () => {
      let before;
      for (let turn = 0; turn < 50; turn += 1) {
        await window.tests.rest();
        await new Promise((done) => set(done, 5));
        const now = window.tests.kept();
        if (now === before && !window.tests.busy()) return true;
        before = now;
      }
      return false;
    },
    mark: (text) => {
      try { text ? setItem.call(localStorage, 'tests.mark', text) : removeItem.call(localStorage, 'tests.mark'); }
      catch { return false; } // where nothing can be kept, no tab hears of another
      return true;
    },
    leave: (texts) => {
      empty.call(localStorage);
      empty.call(sessionStorage);
      Object.entries(texts).forEach(([key, text]) => { setItem.call(localStorage, key, text); });
      Object.assign(Storage.prototype, { setItem() {}, removeItem() {}, clear() {} });
      history.replaceState(null, '', '/left'); // so that the same address with another hash opens a page anew
    },
    kept: () => { try { return JSON.stringify({ ...localStorage }); } catch { return ''; } },
  };
})()"""
NEVER_STILL = "The tabs go on and on writing."
IDLE = "() => new Promise((done) => { requestIdleCallback(() => setTimeout(done)); })"


def watch(context: BrowserContext) -> None:
    """Let :func:`settled` be asked of the pages of ``context``; before any of them is opened."""
    context.add_init_script(WATCH)


def until(page: Page, script: str) -> None:
    """Wait until ``script`` is true. The browser's own way to wait needs ``eval``, which pages of the site forbid."""
    for _ in range(1500):
        if page.evaluate(script):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"It never came true: {script}")


def until_seen(page: Page, where: str) -> None:
    """Wait until the first part of the page that ``where`` names is seen.

    Playwright's own way puts a third of a megabyte of script into each new page, which takes as long as half the page.
    """
    page.evaluate("(where) => tests.once(() => document.querySelector(where)?.checkVisibility())", where)


def until_so(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait until ``is_so`` says yes, while the page goes on."""
    for _ in range(1500):
        if is_so():
            return
        page.wait_for_timeout(20)
    raise AssertionError("It never came to that.")


def leave(page: Page, texts: dict[str, str]) -> None:
    """Let the browser keep nothing of the site but ``texts``, by key, and the page write no more as it is left.

    What is opened next in its tab is a page as a new reader sees it.
    """
    page.evaluate("(texts) => tests.leave(texts)", texts)


def idle(page: Page) -> None:
    """Wait until the page has nothing left to do."""
    page.evaluate(IDLE)


def settled(page: Page) -> None:
    """Wait until what was typed or ticked is written, and the other tabs have heard of it and written too."""
    tabs = [tab for tab in page.context.pages if tab.url != "about:blank"]
    if len(tabs) == 1:  # in one call, since nobody else is to hear of it
        assert tabs[0].evaluate("tests.isStill()"), NEVER_STILL
        return
    before: list[str] = []
    for turn in range(50):
        for tab in tabs:
            tab.evaluate("tests.rest()")
        for number, tab in enumerate(tabs):
            _heard_by_all(tab, tabs, f"{turn}-{number}")
        states = [tab.evaluate("({ kept: tests.kept(), busy: tests.busy() })") for tab in tabs]
        now = [state["kept"] for state in states]
        if now == before and not any(state["busy"] for state in states):
            return
        before = now
    raise AssertionError(NEVER_STILL)


def _heard_by_all(tab: Page, tabs: list[Page], mark: str) -> None:
    """What tabs tell each other comes in order: when they heard a mark, they heard all that went before."""
    if len(tabs) > 1 and tab.evaluate("(mark) => tests.mark(mark)", mark):
        others = [other for other in tabs if other is not tab]
        for other in others:
            other.evaluate("(mark) => tests.hears(mark)", mark)
        tab.evaluate("tests.mark('')")
        for other in others:
            other.evaluate("tests.hears('')")
