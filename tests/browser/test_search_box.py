"""The search box by keyboard, by ear, and where scripts, the index or the engine do not arrive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from macros.quality.axe import violations
from tests.support.settling import idle, until

STATUS = "[data-search-status]"
PAGES = ["", "focus/choose-the-community/", "worksheets/partner-map/", "pick/", "404.html"]
LATE = ("search_index", "search/finder.js", "/search/")  # what only a reader who searches needs


@pytest.fixture
def there(quick_address: str) -> str:
    return quick_address


@contextmanager
def opened(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
    context.set_default_timeout(30_000)
    try:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        yield page
    finally:
        context.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.className || document.activeElement.id"))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_the_search_is_fetched_before_a_reader_goes_there(browser: Browser, there: str, path: str) -> None:
    asked: list[str] = []
    with opened(browser, "about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(there + path, wait_until="networkidle")
        page.mouse.wheel(0, 5000)
        page.locator("body").press("Tab")
        idle(page)
        assert asked and not [url for url in asked if any(one in url for one in LATE)]
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("partners")
        page.wait_for_selector(".search__result")
        page.locator("[data-search-close]").click()
        page.locator("[data-search-open]").first.click()
        page.wait_for_load_state("networkidle")

    assert len([url for url in asked if "search_index" in url]) == 1


def test_the_keyboard_alone_opens_searches_goes_along_the_results_and_comes_back(browser: Browser, there: str) -> None:
    with opened(browser, there) as page:
        page.locator("[data-search-open]").first.focus()
        page.keyboard.press("Enter")
        assert focused(page) == "search__input"
        page.keyboard.type("stakeholder mapping")
        page.keyboard.press("Enter")  # at once: nobody waits for the list
        until(page, "() => document.activeElement.className === 'search__link'")
        first = page.evaluate("document.activeElement.href")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.href") != first
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert focused(page) == "search__input"
        page.keyboard.press("Escape")
        assert not page.locator("dialog").is_visible()
        assert page.evaluate("document.activeElement.matches('[data-search-open]')")
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/find-the-key-partners/")


def test_the_keyboard_stays_in_the_box(browser: Browser, there: str) -> None:
    with opened(browser, there) as page:
        page.locator("[data-search-open]").first.click()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )


def test_what_was_found_is_announced_and_a_link_says_its_kind(browser: Browser, there: str) -> None:
    with opened(browser, there) as page:
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("stakeholder mapping")
        page.wait_for_selector(".search__result")
        status = page.locator(STATUS)

        shown = page.locator(".search__result").count()
        assert status.get_attribute("role") == "status" and status.inner_text() == f"{shown} results"
        assert page.get_by_role("link", name="Step Find the key partners").is_visible()
        assert page.get_by_role("dialog", name="Search this site").is_visible()


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_in_the_box_with_results(browser: Browser, there: str, settings: Any) -> None:
    with opened(browser, there, **settings) as page:
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("evaluation")
        page.wait_for_selector(".search__result")

        assert violations(page) == []


def test_what_can_be_pressed_is_24_pixels_high(browser: Browser, there: str) -> None:
    with opened(browser, there, viewport={"width": 320, "height": 640}) as page:
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("evaluation")
        page.wait_for_selector(".search__result")
        heights = page.evaluate(
            "() => [...document.querySelectorAll('dialog :is(a, button, input)')].map((one) => one.clientHeight || "
            "one.getBoundingClientRect().height)"
        )

        assert len(heights) > 20 and min(heights) >= 24


@pytest.mark.parametrize("lost", ["**/search_index.json", "**/search/finder.js"])
def test_what_cannot_be_fetched_is_said_and_asked_for_again(browser: Browser, there: str, lost: str) -> None:
    with opened(browser, there) as page:
        page.route(lost, lambda route: route.abort())
        page.locator("[data-search-open]").first.click()
        until(page, f"() => document.querySelector('{STATUS}').textContent.includes('could not be loaded')")
        assert page.locator("dialog a[href*=print_page]").is_visible()
        page.unroute(lost)
        page.locator("dialog input").fill("partners")
        page.wait_for_selector(".search__result")


def test_a_part_that_cannot_be_fetched_is_said_and_asked_for_again(browser: Browser, there: str) -> None:
    with opened(browser, there) as page:
        page.route("**/words-p.json", lambda route: route.abort())
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("partners")
        until(page, f"() => document.querySelector('{STATUS}').textContent.includes('could not be loaded')")
        page.unroute("**/words-p.json")
        page.locator("dialog input").fill("partner")
        page.wait_for_selector(".search__result")


def test_results_come_before_their_texts_and_stay_without_them(browser: Browser, there: str) -> None:
    with opened(browser, there) as page:
        held: list[Route] = []
        page.route("**/texts-*.json", lambda route: held.append(route))
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("stakeholder mapping")
        page.wait_for_selector(".search__text:empty")
        before = page.locator(".search__result").count()
        until(page, "() => document.querySelector('.search__text:empty').clientHeight > 30")  # their place is kept
        for route in held:
            route.abort()
        until(page, "() => !document.querySelector('.search__text:empty')")

        assert page.locator(".search__result").count() == before and "results" in page.locator(STATUS).inner_text()


@pytest.mark.parametrize("scripts", ["off", "lost"])
def test_without_scripts_there_is_the_page_with_all_pages(browser: Browser, there: str, scripts: str) -> None:
    with opened(browser, "about:blank", java_script_enabled=scripts != "off") as page:
        page.route("**/*.js", lambda route: route.abort())
        page.goto(there)

        assert not page.locator("[data-search-open]").first.is_visible()
        page.locator("[data-search-without]").first.click()
        assert "print_page" in page.url


def test_only_a_click_that_began_beside_the_box_closes_it(browser: Browser, there: str) -> None:
    with opened(browser, there) as page:
        page.locator("[data-search-open]").first.click()
        box, typed = page.locator("dialog").bounding_box(), page.locator("dialog input").bounding_box()
        assert box and typed
        page.mouse.click(box["x"] + 6, box["y"] + 6)  # its own edge
        assert page.locator("dialog").is_visible()
        page.locator("dialog input").fill("partners")
        page.mouse.move(typed["x"] + 20, typed["y"] + typed["height"] / 2)  # a selection that is dragged out of it
        page.mouse.down()
        page.mouse.move(box["x"] - 40, typed["y"], steps=4)
        page.mouse.up()
        assert page.locator("dialog").is_visible()
        page.mouse.click(box["x"] - 40, typed["y"])
        assert not page.locator("dialog").is_visible()


def test_a_browser_without_dialogs_keeps_the_plain_link(browser: Browser, there: str) -> None:
    with opened(browser, "about:blank") as page:
        page.add_init_script("delete HTMLDialogElement.prototype.showModal")
        page.goto(there, wait_until="networkidle")

        assert not page.locator("[data-search-open]").first.is_visible()
        assert page.locator("[data-search-without]").first.is_visible()
        page.evaluate("document.querySelector('dialog').outerHTML = document.querySelector('dialog').outerHTML")
        assert not page.locator(".search").is_visible()


def test_without_a_network_each_letter_tries_again_and_only_the_first_try_is_told(browser: Browser, there: str) -> None:
    with opened(browser, there) as page:
        page.route("**/search_index.json", lambda route: route.abort())
        page.evaluate(
            f"""() => {{
              const status = document.querySelector("{STATUS}");
              window.told = [];
              new MutationObserver(() => window.told.push(status.textContent)).observe(status, {{ childList: true }});
            }}"""
        )
        page.locator("[data-search-open]").first.click()
        until(page, "() => window.told.length === 2")
        for typed in ("p", "pa", "par"):
            with page.expect_event("requestfailed"):
                page.locator("dialog input").fill(typed)
            idle(page)
        told = page.evaluate("window.told")

        assert [text.split(".")[0] for text in told] == ["Getting the search ready", "The search could not be loaded"]
