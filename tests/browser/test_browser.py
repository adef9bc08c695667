"""In a real browser: axe finds nothing on each kind of page, and pages work without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from macros.quality.axe import violations


@contextmanager
def opened(browser: Browser, **settings: Any) -> Iterator[Page]:
    context = browser.new_context(**settings)
    try:
        yield context.new_page()
    finally:
        context.close()


def test_axe_finds_planted_faults(browser: Browser) -> None:
    with opened(browser) as page:
        page.set_content("<html><body><main><img src='x.png'><input type='checkbox'></main></body></html>")

        faults = " ".join(violations(page))

    assert "image-alt" in faults and "label" in faults


@pytest.mark.parametrize("scripts", [True, False])
def test_terms_checklist_worksheet_and_menu_work_with_and_without_scripts(
    browser: Browser, address: str, scripts: bool
) -> None:
    with opened(browser, java_script_enabled=scripts, viewport={"width": 390, "height": 844}) as page:
        page.goto(address + "focus/choose-the-community/")
        page.locator(".checklist input").first.check()
        assert page.locator(".checklist input").first.is_checked()
        tells_its_meaning_by_mouse_and_by_keyboard(page, page.locator("main p button.term").first)
        page.goto(address + "worksheets/partner-map/")
        page.get_by_label("Organisation, row 1").fill("Library")
        assert page.get_by_label("Organisation, row 1").input_value() == "Library"
        page.goto(address)
        page.locator("summary").first.click()
        page.locator("details[open] a", has_text="Glossary").click()
        assert page.url == address + "glossary/"


def tells_its_meaning_by_mouse_and_by_keyboard(page: Page, term: Locator) -> None:
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    assert not meaning.is_visible()
    term.click()
    assert meaning.is_visible()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()
    term.focus()
    page.keyboard.press("Enter")
    assert meaning.is_visible()
    box = meaning.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390


def test_the_skip_link_comes_first_and_search_finds_a_step_and_fetches_its_index_only_then(
    browser: Browser, address: str
) -> None:
    asked: list[str] = []
    with opened(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address, wait_until="networkidle")
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.getAttribute('href')")
        page.keyboard.press("Enter")
        assert target.startswith("#"), "the first stop is no skip link"
        is_main = page.locator(target).evaluate("target => target.matches('main') || target.closest('main') !== null")
        assert is_main, "the skip link does not lead to the words"

        assert not any("search_index" in url for url in asked), "the index is fetched before anybody searches"
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("partners")
        page.wait_for_selector("dialog a[href*='find-the-key-partners']")

    assert any("search_index" in url for url in asked)
