"""Nothing that is typed reaches an address: not the page's own, not that of a request, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.support.contexts import context_of
from tests.support.worksheet_page import until

TYPED = "stakeholder mapping"  # which search finds
SHEET = "worksheets/partner-map/"
SHEET_BOXES = "form [name]:is(textarea, [type=text]):visible"
POLICY = 'http-equiv="Content-Security-Policy"'
# The search box as a browser would show it that knows no dialog. It sends what a form without scripts sends.
SHOWN = "document.querySelector('dialog').open = true"


def asked(context: BrowserContext) -> list[str]:
    """All that this browser asks for from now on: addresses, and what is sent along."""
    sent: list[str] = []
    context.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    return sent


def enter(page: Page, box: Locator) -> None:
    """Press Enter in a box, without waiting for what a policy stops."""
    box.focus()
    page.keyboard.press("Enter")


def told(addresses: list[str], typed: str = TYPED) -> list[str]:
    """Those of ``addresses`` that hold a word of what was typed, however it is written there."""
    return [address for address in addresses if any(word in address.lower() for word in typed.lower().split())]


def test_what_is_searched_for_reaches_no_address(browser: Browser, quick_address: str) -> None:
    with context_of(browser, own=True) as context:
        sent = asked(context)
        page = context.new_page()
        page.goto(quick_address)
        page.locator("[data-search-open]").first.click()
        page.locator("dialog input").fill(TYPED)
        page.keyboard.press("Enter")
        expect(page.locator(".search__result a").first).to_be_focused()
        assert page.url == quick_address
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Find the key partners")
        page.wait_for_load_state("networkidle")
        assert told([page.url, *sent]) == []


def test_what_is_written_in_a_worksheet_reaches_no_address(browser: Browser, quick_address: str) -> None:
    with context_of(browser, own=True) as context:
        sent = asked(context)
        page = context.new_page()
        page.goto(quick_address + SHEET)
        page.get_by_label("Keep my answers on this device").check()
        for box in page.locator(SHEET_BOXES).all()[:6]:
            box.fill(TYPED)
            enter(page, box)
        until(page, f"JSON.stringify(localStorage).includes('{TYPED}')")  # written: where it belongs
        assert page.url == quick_address + SHEET
        assert told(sent) == []


def test_what_is_picked_reaches_an_address_only_by_a_tick_and_no_request(browser: Browser, quick_address: str) -> None:
    with context_of(browser, own=True) as context:
        page = context.new_page()
        page.goto(quick_address + "pick/")
        page.locator(".pick").scroll_into_view_if_needed()
        page.locator("[data-pack]").wait_for()
        page.locator("[data-situation]").select_option(index=2)
        enter(page, page.locator("[data-situation]"))
        page.locator(".pick__summary").first.click()
        sent = asked(context)
        enter(page, page.locator("[data-tick]:visible").first)
        assert page.url == quick_address + "pick/"
        page.locator("[data-tick]:visible").first.check()
        assert "#pick=" in page.url and told(sent, "pick= before-you-start") == []


@pytest.mark.parametrize("scripts", ["off", "lost"])
def test_without_scripts_the_enter_key_sends_nothing(browser: Browser, quick_address: str, scripts: str) -> None:
    with context_of(browser, own=True, java_script_enabled=scripts == "lost") as context:
        context.route("**/*.js", lambda route: route.abort())
        page = context.new_page()
        for path, boxes in (("", "dialog input"), (SHEET, SHEET_BOXES)):
            page.goto(quick_address + path)
            page.evaluate(SHOWN)
            sent = asked(context)
            fields = page.locator(boxes).all()[:3]
            for box in fields:
                box.fill(TYPED)
                enter(page, box)
            page.wait_for_load_state("networkidle")
            assert fields and page.url == quick_address + path and told(sent) == [], path


@pytest.mark.parametrize("ruled", [True, False], ids=["with the policy", "without"])
def test_a_form_that_is_planted_in_a_page_sends_only_where_no_policy_stands(
    browser: Browser, quick_address: str, ruled: bool
) -> None:
    """The policy is what stops it: the same form in the same page without the policy shows what is typed."""
    with context_of(browser, java_script_enabled=False) as context:
        page = context.new_page()
        html = context.request.get(quick_address + "about/").text()
        assert html.count(POLICY) == 1
        planted = html.replace("</h1>", '</h1><form><input name="planted"></form>', 1)
        body = planted if ruled else planted.replace(POLICY, 'name="none"')
        page.route("**/about/*", lambda route: route.fulfill(body=body, content_type="text/html"))
        page.goto(quick_address + "about/")
        sent = asked(context)
        page.locator('[name="planted"]').fill(TYPED)
        enter(page, page.locator('[name="planted"]'))
        page.wait_for_load_state("networkidle")
        assert bool(told([page.url, *sent])) is not ruled
