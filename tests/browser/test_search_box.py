"""The search box by keyboard, by ear, and where scripts, the index or the engine do not arrive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support.accessibility.asks import faults_of
from tests.support.at_once import pressed
from tests.support.settling import idle, until

WIDE = {"width": 1280, "height": 900}
STATUS = "[data-search-status]"
PAGES = ["", "focus/choose-the-community/", "worksheets/partner-map/", "pick/", "404.html"]
LATE = ("search_index", "search/finder.js", "/search/")  # what only a reader who searches needs


@pytest.fixture(scope="module")
def there(quick_address: str) -> str:
    return quick_address


@contextmanager
def opened(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": WIDE, **settings})
    context.set_default_timeout(120_000)
    try:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        yield page
    finally:
        context.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with opened(browser, "about:blank") as page:
        yield page


@pytest.fixture
def home(tab: Page, there: str) -> Iterator[Page]:
    """Home, opened anew: what was opened, typed and fetched before is gone."""
    tab.goto(there, wait_until="networkidle")
    yield tab
    tab.unroute_all()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.className || document.activeElement.id"))


def test_nothing_of_the_search_is_fetched_before_a_reader_goes_there(browser: Browser, there: str) -> None:
    asked: list[str] = []
    with opened(browser, "about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        for path in PAGES:
            asked.clear()
            page.goto(there + path, wait_until="networkidle")
            page.mouse.wheel(0, 5000)
            page.locator("body").press("Tab")
            idle(page)
            assert asked and not [url for url in asked if any(part in url for part in LATE)], path
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill("partners")
        page.wait_for_selector(".search__result")
        page.locator("[data-search-close]").click()
        page.locator("[data-search-open]").first.click()
        page.wait_for_load_state("networkidle")

    assert len([url for url in asked if "search_index" in url]) == 1


def test_the_keyboard_alone_opens_searches_goes_along_the_results_and_comes_back(home: Page) -> None:
    home.locator("[data-search-open]").first.focus()
    home.keyboard.press("Enter")
    assert focused(home) == "search__input"
    home.keyboard.type("stakeholder mapping")
    home.keyboard.press("Enter")  # at once: nobody waits for the list
    until(home, "() => document.activeElement.className === 'search__link'")
    first = home.evaluate("document.activeElement.href")
    home.keyboard.press("ArrowDown")
    assert home.evaluate("document.activeElement.href") != first
    home.keyboard.press("ArrowUp")
    home.keyboard.press("ArrowUp")
    assert focused(home) == "search__input"
    home.keyboard.press("Escape")
    assert not home.locator("dialog").is_visible()
    assert home.evaluate("document.activeElement.matches('[data-search-open]')")
    home.keyboard.press("Enter")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Enter")
    home.wait_for_url("**/find-the-key-partners/")


def test_what_was_found_is_announced_and_suits_every_reader(home: Page) -> None:
    """A link says its kind; axe finds nothing in any scheme; what can be pressed is 24 pixels high."""
    pressed(home.locator("[data-search-open]").first)
    home.locator("dialog input").fill("stakeholder mapping")
    home.wait_for_selector(".search__result")
    status = home.locator(STATUS)

    shown = home.locator(".search__result").count()
    assert status.get_attribute("role") == "status" and status.inner_text() == f"{shown} results"
    assert home.get_by_role("link", name="Step Find the key partners").is_visible()
    assert home.get_by_role("dialog", name="Search this site").is_visible()
    home.locator("dialog input").fill("evaluation")
    until(home, f"() => document.querySelectorAll('.search__result').length > {shown}")
    schemes: list[dict[str, Any]] = [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
    assert faults_of(home, "axe without colours") == []
    try:
        for scheme in schemes:  # which changes colours alone
            home.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **scheme})
            assert faults_of(home, "contrast") + faults_of(home, "links") == [], scheme
        home.set_viewport_size({"width": 320, "height": 640})
        heights = home.evaluate(
            "() => [...document.querySelectorAll('dialog :is(a, button, input)')].map((control) => "
            "control.clientHeight || control.getBoundingClientRect().height)"
        )
    finally:
        home.emulate_media(color_scheme="light", forced_colors="none")
        home.set_viewport_size(WIDE)

    assert len(heights) > 20 and min(heights) >= 24


@pytest.mark.parametrize("lost", ["**/search_index.json", "**/search/finder.js"])
def test_what_cannot_be_fetched_is_said_and_asked_for_again(home: Page, lost: str) -> None:
    home.route(lost, lambda route: route.abort())
    pressed(home.locator("[data-search-open]").first)
    until(home, f"() => document.querySelector('{STATUS}').textContent.includes('could not be loaded')")
    assert home.locator("dialog a[href*=print_page]").is_visible()
    home.unroute(lost)
    home.locator("dialog input").fill("partners")
    home.wait_for_selector(".search__result")


def test_a_part_that_cannot_be_fetched_is_said_and_asked_for_again(home: Page) -> None:
    home.route("**/words-p.json", lambda route: route.abort())
    pressed(home.locator("[data-search-open]").first)
    home.locator("dialog input").fill("partners")
    until(home, f"() => document.querySelector('{STATUS}').textContent.includes('could not be loaded')")
    home.unroute("**/words-p.json")
    home.locator("dialog input").fill("partner")
    home.wait_for_selector(".search__result")


def test_results_come_before_their_texts_and_stay_without_them(home: Page) -> None:
    held: list[Route] = []
    home.route("**/texts-*.json", lambda route: held.append(route))
    pressed(home.locator("[data-search-open]").first)
    home.locator("dialog input").fill("stakeholder mapping")
    home.wait_for_selector(".search__text:empty")
    before = home.locator(".search__result").count()
    until(home, "() => document.querySelector('.search__text:empty').clientHeight > 30")  # their place is kept
    for route in held:
        route.abort()
    until(home, "() => !document.querySelector('.search__text:empty')")

    assert home.locator(".search__result").count() == before and "results" in home.locator(STATUS).inner_text()


@pytest.mark.parametrize("scripts", ["off", "lost"])
def test_without_scripts_there_is_the_page_with_all_pages(browser: Browser, there: str, scripts: str) -> None:
    with opened(browser, "about:blank", java_script_enabled=scripts != "off") as page:
        page.route("**/*.js", lambda route: route.abort())
        page.goto(there)

        assert not page.locator("[data-search-open]").first.is_visible()
        page.locator("[data-search-without]").first.click()
        assert "print_page" in page.url


def test_only_a_click_that_began_beside_the_box_closes_it(home: Page) -> None:
    home.locator("[data-search-open]").first.click()
    box, typed = home.locator("dialog").bounding_box(), home.locator("dialog input").bounding_box()
    assert box and typed
    home.mouse.click(box["x"] + 6, box["y"] + 6)  # its own edge
    assert home.locator("dialog").is_visible()
    home.locator("dialog input").fill("partners")
    home.mouse.move(typed["x"] + 20, typed["y"] + typed["height"] / 2)  # a selection that is dragged out of it
    home.mouse.down()
    home.mouse.move(box["x"] - 40, typed["y"], steps=4)
    home.mouse.up()
    assert home.locator("dialog").is_visible()
    home.mouse.click(box["x"] - 40, typed["y"])
    assert not home.locator("dialog").is_visible()


def test_a_browser_without_dialogs_keeps_the_plain_link(browser: Browser, there: str) -> None:
    with opened(browser, "about:blank") as page:
        page.add_init_script("delete HTMLDialogElement.prototype.showModal")
        page.goto(there, wait_until="networkidle")

        assert not page.locator("[data-search-open]").first.is_visible()
        assert page.locator("[data-search-without]").first.is_visible()
        page.evaluate("document.querySelector('dialog').outerHTML = document.querySelector('dialog').outerHTML")
        assert not page.locator(".search").is_visible()


def test_without_a_network_each_letter_tries_again_and_only_the_first_try_is_told(home: Page) -> None:
    home.route("**/search_index.json", lambda route: route.abort())
    home.evaluate(
        f"""() => {{
          const status = document.querySelector("{STATUS}");
          window.told = [];
          new MutationObserver(() => window.told.push(status.textContent)).observe(status, {{ childList: true }});
        }}"""
    )
    pressed(home.locator("[data-search-open]").first)
    until(home, "() => window.told.length === 2")
    for typed in ("p", "pa", "par"):
        with home.expect_event("requestfailed"):
            home.locator("dialog input").fill(typed)
        idle(home)
    texts = home.evaluate("window.told")

    assert [text.split(".")[0] for text in texts] == ["Getting the search ready", "The search could not be loaded"]
