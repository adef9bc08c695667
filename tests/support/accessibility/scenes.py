"""What a reader opens on a page: each scene opens one thing, and leaves it open."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.support.accessibility import PICKED, go
from tests.support.at_once import checked, pressed
from tests.support.settling import until

STEP = "focus/choose-the-community/"
WRONG_FILE = {"name": "x.json", "mimeType": "application/json", "buffer": b"not JSON"}


def menu(page: Page, site: str) -> None:
    """The menu of the home page."""
    go(page, site)
    pressed(page.locator(".menu > summary"))


def search(page: Page, site: str) -> None:
    """Search, with results."""
    go(page, site + STEP)
    page.locator("[data-search-open]").first.click()
    page.locator("dialog input").fill("partners")
    page.locator("dialog li a").first.wait_for()
    until(page, "() => !document.querySelector('.search__text:empty')")  # the text of a result may come after it


def term(page: Page, site: str) -> None:
    """What a word means."""
    go(page, site + STEP)
    page.locator("main p button.term").first.click()
    page.locator(".term__meaning:popover-open").wait_for()


def ticks(page: Page, site: str) -> None:
    """A tick that is kept, and the question before ticks are cleared."""
    go(page, site + STEP)
    page.locator(".checklist input").first.check()
    checked(page.locator("[data-keep]"))
    page.locator(".progress__bar:visible").first.wait_for()
    pressed(page.locator("[data-do=clear]"))
    page.locator("[data-ask]").wait_for()


def link(page: Page, site: str) -> None:
    """A link that carries ticks to another device."""
    go(page, site + "checklists/")
    page.locator(".checklist input").first.check()
    pressed(page.locator("[data-do=link]"))
    page.locator("[data-made]").wait_for()


def pack(page: Page, site: str) -> None:
    """A pack, what was just done to it, and the way back."""
    go(page, site + PICKED)
    page.locator("[data-move='0']").first.click()
    page.locator("[data-told] [data-undo]").wait_for()


def worksheet(page: Page, site: str) -> None:
    """A row that was taken out, and a file that could not be read."""
    go(page, site + "worksheets/community-chooser/")
    page.locator("tr[data-row] .worksheet-table__remove").first.click()
    page.locator("[data-picker]").set_input_files([WRONG_FILE])  # type: ignore[list-item]
    expect(page.locator("[data-status]")).not_to_be_empty()


SCENES: dict[str, Callable[[Page, str], None]] = {
    scene.__name__: scene for scene in (menu, search, term, ticks, link, pack, worksheet)
}
