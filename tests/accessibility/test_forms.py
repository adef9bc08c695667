"""Forms say what they ask, and what happens on a page is said aloud as well as shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.accessibility import PICKED, found, go, opened, planted
from tests.support.accessibility.scenes import STEP, WRONG_FILE
from tests.support.at_once import checked, pressed
from tests.support.settling import leave, settled

SHEET, ALL = "worksheets/community-chooser/", "checklists/"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<input aria-label='x'>", "no words are seen"),
        ("<label class='visually-hidden' for='a'>x</label><input id='a'>", "no words are seen"),
        ("<table><thead><tr><th>x<tbody><tr><td><input></table>", "only its place in the table"),
        ("<label>x <input placeholder='y'></label>", "asks with a placeholder"),
        ("<label><input type='radio'> x</label>", "in no named group"),
        ("<label>x <input aria-describedby='gone'></label>", "is described by nothing"),
    ],
)
def test_a_box_that_says_too_little_is_found(browser: Browser, html: str, told: str) -> None:
    assert told in planted(browser, "forms", html)


def a_tick(page: Page) -> None:
    page.locator(".checklist input").first.check()


def ticks_cleared(page: Page) -> None:
    pressed(page.locator("[data-do=clear]"))
    pressed(page.locator("[data-yes]"))


def a_link_that_is_broken(page: Page) -> None:
    page.evaluate("location.hash = 'ticks=9.broken'")


def a_wrong_file(page: Page) -> None:
    page.locator("[data-picker]").set_input_files([WRONG_FILE])  # type: ignore[list-item]


def keeping(page: Page) -> None:
    checked(page.locator("[data-keep]"))


def a_row_taken_out(page: Page) -> None:
    page.locator("tr[data-row] .worksheet-table__remove").first.click()


def a_part_taken_out(page: Page) -> None:
    page.locator("[data-move='0']").first.click()


def files_without_a_form(page: Page) -> None:
    checked(page.locator("[data-form]:checked"), False)
    pressed(page.locator("[data-do=zip]"))


def a_situation(page: Page) -> None:
    pressed(page.locator("[data-do=situation]"))


# Each: the page, what a reader does first, what is then to be said, and where.
SAID: list[tuple[str, Callable[[Page], None] | None, Callable[[Page], None], str]] = [
    (STEP, None, a_tick, "[data-announce]"),
    (STEP, None, keeping, "[data-status]"),
    (STEP, a_tick, ticks_cleared, "[data-status]"),
    (ALL, a_tick, a_wrong_file, "[data-status]"),
    (ALL, a_tick, a_link_that_is_broken, "[data-status]"),
    (SHEET, None, keeping, "[data-status]"),
    (SHEET, None, a_wrong_file, "[data-status]"),
    (SHEET, None, a_row_taken_out, "[data-announce]"),
    (PICKED, None, a_part_taken_out, "[data-said]"),
    (PICKED, None, files_without_a_form, "[data-said]"),
    (PICKED, None, a_situation, "[data-said]"),
]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """The one tab in which all is done."""
    with opened(browser) as page:
        yield page


@pytest.fixture
def anew(tab: Page, quick_address: str) -> Callable[[str], Page]:
    """Opens a page in a browser that keeps nothing of before."""

    def opens(path: str) -> Page:
        if tab.url != "about:blank":
            leave(tab, {})
        go(tab, quick_address + path)
        return tab

    return opens


@pytest.mark.parametrize(("path", "before", "does", "where"), SAID, ids=lambda value: getattr(value, "__name__", None))
def test_what_happens_is_announced(
    anew: Callable[[str], Page],
    path: str,
    before: Callable[[Page], None] | None,
    does: Callable[[Page], None],
    where: str,
) -> None:
    page = anew(path)
    if before:
        before(page)
        settled(page)
    found(page, "announced", "watch")
    does(page)
    expect(page.locator(where)).not_to_be_empty()

    assert found(page, "announced", where) == []


def test_the_number_of_results_is_announced(anew: Callable[[str], Page]) -> None:
    page = anew("")
    page.locator("[data-search-open]").first.click()
    expect(page.locator("[data-search-status]")).to_be_empty()  # the index has come
    found(page, "announced", "watch")
    page.locator("dialog input").fill("partners")
    expect(page.locator("[data-search-status]")).not_to_be_empty()

    assert found(page, "announced", "[data-search-status]") == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p id='said'></p>", "no screen reader would say"),
        ("<div style='display: none'><p id='said' role='status'></p></div>", "no screen reader would say"),
        ("<p id='said' role='status'></p>", ""),
    ],
)
def test_words_that_nobody_announces_are_found(browser: Browser, html: str, told: str) -> None:
    with opened(browser, own=True) as page:
        page.set_content(html)
        found(page, "announced", "watch")
        page.evaluate("said.textContent = 'Saved.'; said.closest('div')?.removeAttribute('style')")
        lines = " ".join(found(page, "announced", "#said"))
    assert (told in lines) if told else lines == ""
