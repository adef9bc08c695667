"""Claims about the page for an address that does not exist."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from macros.core.urls import address as address_of
from macros.quality.axe import violations
from tests.conftest import ADDRESS, Built
from tests.support.accessibility.asks import faults_of
from tests.support.contexts import context_of

CHOOSE = "focus/choose-the-community/"


@pytest.fixture
def site(quick_address: str) -> str:
    return quick_address


def ask(page: Page, quick: Built, site: str, path: str) -> None:
    """Go to an address that is not there, as a host answers it: with 404.html, whatever the depth."""
    whole = site + path
    page.route(whole, lambda route: route.fulfill(status=404, path=quick.site / "404.html", content_type="text/html"))
    page.goto(whole)


def test_it_lists_every_stage_step_and_worksheet_from_the_sites_root(quick: Built, library: Library) -> None:
    soup = BeautifulSoup((quick.site / "404.html").read_text("utf-8"), "lxml")
    urls = {str(link["href"]) for link in soup.select("main a")}
    root = "/" + ADDRESS.split("/", 3)[3]
    wanted = [stage.path for stage in library.outline.stages]
    wanted += [step.path for step in library.outline.steps() if step.stage]
    assert {root + address_of(path) for path in wanted} <= urls
    assert {f"{root}worksheets/{name}/" for name in library.worksheet_order()} <= urls
    assert {root, root + "print_page/"} <= {url.rstrip(".") for url in urls}


def test_the_nearest_names_are_offered_without_asking_for_anything(browser: Browser, quick: Built, site: str) -> None:
    with context_of(browser, own=True) as context:
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        for asked, first in (
            ("focus/chose-community/", CHOOSE),
            ("choose_the_comunity.html", CHOOSE),
            ("stage-1/Choose%20the%20community", CHOOSE),
            ("deep/down/partner-maps/index.html", "worksheets/partner-map/"),
            ("tools/glosary", "glossary/"),
        ):
            ask(page, quick, site, asked)
            expect(page.locator("[data-near] a").first).to_have_attribute("href", site + first)
            assert page.locator("[data-near] a").count() <= 4, asked
            assert requests and not [url for url in requests if url.endswith((".json", ".xml", ".txt"))], asked
            page.route(site + first, lambda route: route.fulfill(body="there"))
            page.locator("[data-near] a").first.click()
            assert page.url == site + first and (quick.site / first / "index.html").is_file(), asked
            requests.clear()


def test_where_no_name_is_near_nothing_is_offered(browser: Browser, quick: Built, site: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        for asked in ("2024/11/", "zzqx/", "%E0%A4%A", "404.html", "x/<img src=x onerror=1>/"):
            if asked == "404.html":
                page.goto(site + asked)
            else:
                ask(page, quick, site, asked)
            expect(page.locator("[data-search-open]").first).to_be_visible()  # scripts have run
            expect(page.locator("[data-near]")).to_be_hidden()
            assert page.locator("main img").count() == 0, asked


def test_it_helps_without_scripts_and_searches_with_them(browser: Browser, quick: Built, site: str) -> None:
    with context_of(browser, java_script_enabled=False) as context:
        page = context.new_page()
        ask(page, quick, site, "no/such/page/")
        expect(page.locator(".lost__ways button")).to_be_hidden()
        page.route(site + CHOOSE, lambda route: route.fulfill(body="there"))
        page.locator("main a", has_text="Choose the community").click()
        assert page.url == site + CHOOSE
    with context_of(browser) as context:
        page = context.new_page()
        ask(page, quick, site, "no/such/page/")
        page.locator(".lost__ways button").click()
        page.locator("dialog input").fill("partners")
        page.route("**/find-the-key-partners/**", lambda route: route.fulfill(body="there"))
        page.locator("dialog a[href*='find-the-key-partners']").first.click()
        assert page.url.startswith(site + "focus/find-the-key-partners/")


def test_axe_finds_nothing_with_names_offered(browser: Browser, quick: Built, site: str) -> None:
    with context_of(browser, viewport={"width": 320, "height": 800}, color_scheme="dark") as context:
        page = context.new_page()
        ask(page, quick, site, "focus/chose-community/")
        expect(page.locator("[data-near]")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.set_viewport_size({"width": 1280, "height": 800})
        assert faults_of(page, "axe without colours") == []  # which are the same in each width
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_a_link_whose_mark_a_mail_program_encoded_finds_its_page(browser: Browser, quick: Built, site: str) -> None:
    with context_of(browser) as context:
        page = context.new_page()
        ask(page, quick, site, "pick/%23pick=1,focus/choose-the-community")
        expect(page.locator("[data-lines] > li")).to_have_count(1)
        assert page.url == f"{site}pick/#pick=1,focus/choose-the-community"
