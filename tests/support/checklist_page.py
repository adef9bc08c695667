"""What the tests of checklists share: the site built quickly, pages opened in a browser, ticks set and read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.support.at_once import checked, pressed
from tests.support.builds import Built
from tests.support.contexts import context_of
from tests.support.settling import leave, settled, until, until_seen

__all__ = ["settled", "until"]  # which most who tick a list need too
STEP = "focus/choose-the-community/"
OTHER = "focus/find-the-key-partners/"
ALL = "checklists/"
LIST = "choose-the-community"
KEEP = "Keep my ticks on this device"
# Where a browser has no room left. Some keys may still fit.
FULL = """(but) => { Storage.prototype.real ??= Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
  if (but && key.endsWith(but)) return this.real(key, text);
  throw new DOMException('full', 'QuotaExceededError');
} }"""
ROOM = "() => { Storage.prototype.setItem = Storage.prototype.real }"


def total(quick: Built) -> int:
    """How many items all checklists have."""
    html = (quick.site / ALL / "index.html").read_text("utf-8")
    return html.count('type="checkbox"') - 1  # one is not an item's


@contextmanager
def reader(browser: Browser, address: str, **settings: Any) -> Iterator[tuple[BrowserContext, str]]:
    """A browser that remembers nothing of other tests, and the site's ``address``."""
    with context_of(browser, **settings) as context:
        yield context, address


def opened(context: BrowserContext, address: str) -> Page:
    """A tab with a page whose panel is shown."""
    page = context.new_page()
    page.goto(address)
    until_seen(page, "[data-ticks]")
    return page


def box(page: Page, item: str) -> Locator:
    """The box of an item, such as "choose-the-community--long-list"."""
    return page.locator(f'.checklist input[name="{item if "--" in item else f"{LIST}--{item}"}"]')


def tick(page: Page, *items: str) -> None:
    """Tick the boxes of these items: see ``box``."""
    for item in items:
        checked(box(page, item))


def untick(page: Page, item: str) -> None:
    """Take the tick of an item out."""
    checked(box(page, item), False)


def tick_all(page: Page) -> None:
    """Tick every box of the page's checklists."""
    checked(page.locator(".checklist input"))


def keep(page: Page) -> None:
    """Let this device keep the ticks, and wait until it does."""
    checked(page.get_by_label(KEEP))
    until(page, "Object.keys(localStorage).some((key) => key.startsWith('checklists:'))")


def press(page: Page, name: str) -> None:
    """Press a button."""
    pressed(page.get_by_role("button", name=name, exact=True))


def said(page: Page) -> Locator:
    """The line that says what happened."""
    return page.locator("[data-status]")


def kept(page: Page) -> dict[str, bool]:
    """What the browser keeps: each tick by its item."""
    raw = page.evaluate("Object.entries(localStorage).find(([key]) => /^checklists:[^:]*$/.test(key))?.[1]")
    return {key: tick["value"] for key, tick in json.loads(raw)["values"].items()} if raw else {}


def key_of(page: Page) -> str:
    """The name under which this site's ticks are kept."""
    return str(page.evaluate("(up) => `checklists:${new URL(up, location).pathname}`", "../../"))


def load(page: Page, content: str | dict[str, Any]) -> None:
    """Load a file of ticks with this content."""
    text = content if isinstance(content, str) else json.dumps(content)
    page.locator("[data-ticks][data-ready]").wait_for()  # the first tick has brought the rest of the script
    page.locator("[data-picker]").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def put(page: Page, text: str) -> None:
    """Write into the browser's storage, as another tab or an earlier visit would, without this page hearing of it."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key_of(page), text])


def forget(page: Page, site: str, kept: str = "") -> None:
    """Leave the page, and let the browser keep nothing of the site but ``kept``, as its ticks."""
    if not page.url.startswith("http"):
        page.goto(f"{site}edition.json")
    leave(page, {f"checklists:{urlsplit(site).path}": kept} if kept else {})


def ticks_of(**values: bool) -> str:
    """Ticks of the first checklist as they are kept: "two_voices=True"."""
    entries = {f"{LIST}--{name.replace('_', '-')}": {"value": value, "at": 5} for name, value in values.items()}
    return json.dumps({"format": 1, "values": entries, "rows": {}})
