"""Nothing that is typed reaches an address: not the page's own, not that of a request, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Built
from tests.support.contexts import context_of
from tests.support.settling import leave, until

TYPED = "stakeholder mapping"  # which search finds
SHEET = "worksheets/partner-map/"
SHEET_BOXES = "form [name]:is(textarea, [type=text]):visible"
POLICY = 'http-equiv="Content-Security-Policy"'
# The search box as a browser would show it that knows no dialog. It sends what a form without scripts sends.
SHOWN = "document.querySelector('dialog').open = true"


@dataclass
class Tab:
    """A page, and all that its browser asked for: addresses, and what is sent along."""

    page: Page
    sent: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.context.on("request", lambda request: self.sent.append(f"{request.url} {request.post_data or ''}"))


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[dict[bool, Tab]]:
    """One tab runs scripts and one does not, each in a browser of its own: for one test after another."""
    with (
        context_of(browser, own=True) as scripted,
        context_of(browser, own=True, java_script_enabled=False) as scriptless,
    ):
        yield {True: Tab(scripted.new_page()), False: Tab(scriptless.new_page())}


@pytest.fixture
def tab(tabs: dict[bool, Tab]) -> Iterator[Tab]:
    """A page as a new reader sees it, of whose browser nothing is heard yet."""
    shared = tabs[True]
    shared.sent.clear()
    yield shared
    leave(shared.page, {})


def enter(page: Page) -> None:
    """Press Enter where one is, without waiting for what a policy stops."""
    page.keyboard.press("Enter")


def told(addresses: list[str], typed: str = TYPED) -> list[str]:
    """Those of ``addresses`` that hold a word of what was typed, however it is written there."""
    return [address for address in addresses if any(word in address.lower() for word in typed.lower().split())]


def test_what_is_searched_for_reaches_no_address(tab: Tab, quick_address: str) -> None:
    page = tab.page
    page.goto(quick_address)
    page.locator("[data-search-open]").first.click()
    page.locator("dialog input").fill(TYPED)
    enter(page)
    expect(page.locator(".search__result a").first).to_be_focused()
    assert page.url == quick_address
    enter(page)
    expect(page.locator("h1")).to_have_text("Find the key partners")
    page.wait_for_load_state("networkidle")
    assert len(tab.sent) > 3 and told([page.url, *tab.sent]) == []


def test_what_is_written_in_a_worksheet_reaches_no_address(tab: Tab, quick_address: str) -> None:
    page = tab.page
    page.goto(quick_address + SHEET)
    page.get_by_label("Keep my answers on this device").check()
    for box in page.locator(SHEET_BOXES).element_handles()[:6]:
        box.fill(TYPED)  # which puts the focus there
        enter(page)
    until(page, f"JSON.stringify(localStorage).includes('{TYPED}')")  # written: where it belongs
    assert page.url == quick_address + SHEET
    assert tab.sent and told(tab.sent) == []


def test_what_is_picked_reaches_an_address_only_by_a_tick_and_no_request(tab: Tab, quick_address: str) -> None:
    page = tab.page
    page.goto(quick_address + "pick/")
    page.locator(".pick").scroll_into_view_if_needed()
    page.locator("[data-pack]").wait_for()
    page.locator("[data-situation]").select_option(index=2)
    page.locator("[data-situation]").focus()
    enter(page)
    page.locator(".pick__summary").first.click()
    tab.sent.clear()
    page.locator("[data-tick]:visible").first.focus()
    enter(page)
    assert page.url == quick_address + "pick/"
    page.locator("[data-tick]:visible").first.check()
    assert "#pick=" in page.url and told(tab.sent, "pick= before-you-start") == []


@pytest.mark.parametrize("scripts", ["off", "lost"])
def test_without_scripts_the_enter_key_sends_nothing(tabs: dict[bool, Tab], quick_address: str, scripts: str) -> None:
    tab = tabs[scripts == "lost"]
    page = tab.page
    if scripts == "lost":
        page.route("**/*.js", lambda route: route.abort())
    for path, boxes in (("", "dialog input"), (SHEET, SHEET_BOXES)):
        page.goto(quick_address + path)
        page.evaluate(SHOWN)
        tab.sent.clear()
        fields = page.locator(boxes).element_handles()[:3]
        for box in fields:
            box.fill(TYPED)
            enter(page)
        page.wait_for_load_state("networkidle")
        assert fields and page.url == quick_address + path and told(tab.sent) == [], path
    page.unroute_all()


@pytest.mark.parametrize("ruled", [True, False], ids=["with the policy", "without"])
def test_a_form_that_is_planted_in_a_page_sends_only_where_no_policy_stands(
    tabs: dict[bool, Tab], quick: Built, quick_address: str, ruled: bool
) -> None:
    """The policy is what stops it: the same form in the same page without the policy shows what is typed."""
    tab = tabs[False]
    page = tab.page
    html = (quick.site / "about/index.html").read_text("utf-8")
    assert html.count(POLICY) == 1
    planted = html.replace("</h1>", '</h1><form><input name="planted"></form>', 1)
    body = planted if ruled else planted.replace(POLICY, 'name="none"')
    page.route("**/about/*", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(quick_address + "about/")
    tab.sent.clear()
    page.locator('[name="planted"]').fill(TYPED)
    enter(page)
    page.wait_for_load_state("networkidle")
    page.unroute_all()
    assert bool(told([page.url, *tab.sent])) is not ruled
