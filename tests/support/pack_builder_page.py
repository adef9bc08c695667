"""What the tests of pick and mix share: the page opened with a choice, ticked, pressed and read."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.support.at_once import pressed
from tests.support.settling import leave, until_seen

COMMUNITY, PARTNERS = "focus/choose-the-community", "focus/find-the-key-partners"
CHOICE = f"#pick=3,{PARTNERS},{COMMUNITY},worksheet:partner-map"
NAMES = ["Find the key partners", "Choose the community", "Worksheet: Partner map"]
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 640}
# The system's dialogue would wait for somebody. Keeps what would be printed, and how often.
PRINTS = """window.prints = 0; window.print = () => {
  window.prints += 1;
  window.printed = document.querySelector('.paper').cloneNode(true);
  window.dressed = Boolean(document.querySelector('link[href$="pack-paper.css"]')?.sheet);
}"""


def unopened(context: BrowserContext, address: str, *, beside: bool = False, **size: int) -> Page:
    """This page of the site, whose tool has not begun: in the one tab of ``context``, or in another ``beside`` it.

    What was done to the tab before is taken back.
    """
    if context.pages and not beside:
        page = context.pages[0]
        page.unroute_all()
        page.emulate_media(media="null")
        page.set_viewport_size(size or WIDE)  # type: ignore[arg-type]
        if page.url.startswith("http"):
            leave(page, {})
        else:
            page.goto("about:blank")  # another hash alone would not open the page anew
    else:
        page = context.new_page()
        page.set_viewport_size(size or WIDE)  # type: ignore[arg-type]
        page.add_init_script(PRINTS)
    page.goto(address)
    return page


def opened(context: BrowserContext, site: str, choice: str = "", path: str = "pick/", *, beside: bool = False) -> Page:
    """The tab with a pack to choose, or with the one that ``choice`` names."""
    page = unopened(context, f"{site}{path}{choice}", beside=beside)
    if not choice and path == "pick/":  # without a choice the tool begins when a reader comes near it
        page.evaluate("document.querySelector('[data-pick]').scrollIntoView()")
    until_seen(page, "[data-pack]")
    return page


def tick(page: Page, value: str) -> Any:
    """The box of a part, shown."""
    box = page.locator(f'[data-tick][value="{value}"]')
    if not box.is_visible():
        pressed(box.locator("xpath=ancestor::details/summary"))
    return box


def lines(page: Page) -> list[str]:
    """The pack's parts, in order."""
    return page.locator("[data-lines] > li > a").all_inner_texts()


def said(page: Page) -> str:
    """What the status line says."""
    return page.locator("[data-said]").inner_text()


def press(page: Page, name: str) -> None:
    """Press a button."""
    pressed(page.get_by_role("button", name=name, exact=True))


def follow(page: Page, place: str) -> None:
    """Open another address of this page in the same tab, as a pasted link does."""
    page.evaluate("(place) => { location.hash = place; }", place)
