"""In a real browser: axe finds nothing on each kind of page, and pages work without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

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
def test_menu_checklist_and_worksheet_work_with_and_without_scripts(
    browser: Browser, address: str, scripts: bool
) -> None:
    with opened(browser, java_script_enabled=scripts, viewport={"width": 390, "height": 844}) as page:
        page.goto(address + "focus/choose-the-community/")
        page.locator(".checklist input").first.check()
        assert page.locator(".checklist input").first.is_checked()
        page.goto(address + "worksheets/partner-map/")
        page.get_by_label("Organisation, row 1").fill("Library")
        assert page.get_by_label("Organisation, row 1").input_value() == "Library"
        page.goto(address)
        page.locator("summary").first.click()
        page.locator("details[open] a", has_text="Glossary").click()
        assert page.url == address + "glossary/"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_term_tells_its_meaning_by_mouse_and_by_keyboard(browser: Browser, address: str, scripts: bool) -> None:
    with opened(browser, java_script_enabled=scripts, viewport={"width": 390, "height": 844}) as page:
        page.goto(address + "focus/choose-the-community/")
        term = page.locator("main p button.term").first
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


def test_the_skip_link_comes_first_and_leads_to_the_words(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(address + "about/")
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.getAttribute('href')")
        page.keyboard.press("Enter")

        assert target.startswith("#")
        assert page.locator(target).evaluate("target => target.matches('main') || target.closest('main') !== null")


def test_search_finds_a_step_and_fetches_its_index_only_then(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with opened(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address, wait_until="networkidle")
        assert not any("search_index" in url for url in asked)
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("partners")
        page.wait_for_selector("dialog a[href*='find-the-key-partners']")

    assert any("search_index" in url for url in asked)
