"""The address of a pack: it holds the choice whatever the reader presses, and another address takes nothing away."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.support.at_once import checked
from tests.support.pack_builder_page import (
    CHOICE,
    COMMUNITY,
    NAMES,
    PARTNERS,
    PHONE,
    follow,
    lines,
    opened,
    press,
    said,
    tick,
    unopened,
)
from tests.support.worksheet_page import until


def test_the_address_holds_the_choice_and_its_order(context: BrowserContext, site: str) -> None:
    page = opened(context, site, CHOICE)
    assert lines(page) == ["Find the key partners", "Choose the community", "Worksheet: Partner map"]
    page.get_by_role("button", name="Move Find the key partners down").click()
    assert "now number 2" in said(page)
    assert page.evaluate("document.activeElement.dataset.id") == PARTNERS
    assert page.locator("[data-link]").input_value() == page.url
    other = opened(context, site, "#" + page.url.split("#")[1], beside=True)
    assert lines(other) == lines(page) == ["Choose the community", "Find the key partners", "Worksheet: Partner map"]
    assert other.evaluate("Object.keys(localStorage).length + document.cookie.length") == 0
    other.close()


def test_ticking_fills_no_history(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    before = page.evaluate("history.length")
    checked(tick(page, PARTNERS))
    assert page.evaluate("history.length") == before


BAD = ["no/such-step", "%E0%A4", "<img src=x onerror=alert(1)>x", "worksheet", "__proto__"]


def test_a_link_that_names_something_unknown_says_so_and_keeps_the_rest(context: BrowserContext, site: str) -> None:
    """The first by itself, and all of them: none takes another or the rest with it."""
    for unknown in (BAD[:1], BAD):
        names = [name if "%" in name else quote(name) for name in unknown]
        page = opened(context, site, f"#pick={','.join([*names[1:], COMMUNITY, names[0]])},")
        expect(page.locator("[data-said]")).to_contain_text("not in this edition")
        line = said(page)
        assert [name for name in unknown if name not in line] == [] and lines(page) == ["Choose the community"]


@pytest.mark.parametrize(
    "choice", [f"#pick={PARTNERS}%2C{COMMUNITY}", f"?utm_source=a&pick={PARTNERS}%2c{COMMUNITY}&b=c"]
)
def test_an_address_that_a_mail_program_changed_still_names_the_pack(
    context: BrowserContext, site: str, choice: str
) -> None:
    page = opened(context, site, choice)
    assert lines(page) == NAMES[:2]
    assert page.url == f"{site}pick/#pick=2,{PARTNERS},{COMMUNITY}"


def test_the_address_keeps_the_choice_when_the_bar_is_pressed(context: BrowserContext, site: str) -> None:
    page = unopened(context, f"{site}pick/{CHOICE}", **PHONE)
    page.locator("[data-lines] a").first.wait_for()
    page.evaluate("scrollTo({ top: document.querySelector('form[data-pick]').offsetTop, behavior: 'instant' })")
    before = page.evaluate("history.length")
    page.locator("[data-bar] a").click()
    assert page.url == f"{site}pick/{CHOICE}" == page.locator("[data-link]").input_value()
    assert page.evaluate("history.length") == before
    assert page.evaluate("document.activeElement.id") == "your-pack"
    until(page, "Math.abs(document.getElementById('your-pack').getBoundingClientRect().top) < 100")


def test_the_bar_opens_the_same_pack_in_another_tab(context: BrowserContext, site: str) -> None:
    page = opened(context, site, CHOICE)
    assert page.locator("[data-bar] a").get_attribute("href") == CHOICE


def test_the_address_keeps_the_choice_when_a_place_on_the_page_is_opened(context: BrowserContext, site: str) -> None:
    page = opened(context, site, CHOICE)
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    until(page, f"location.hash === '{CHOICE}' && document.activeElement.id === 'main'")
    assert page.locator("[data-link]").input_value() == page.url
    page.reload()
    page.locator("[data-lines] a").first.wait_for()
    assert lines(page) == NAMES


def test_a_place_on_the_page_stays_in_the_address_while_nothing_is_chosen(context: BrowserContext, site: str) -> None:
    page = opened(context, site, "#main")
    follow(page, "sources")
    checked(tick(page, COMMUNITY))
    checked(tick(page, COMMUNITY), False)
    assert page.url == f"{site}pick/"
    follow(page, "sources")
    assert page.url == f"{site}pick/#sources" and not said(page)


def test_back_brings_an_earlier_pack_only_with_a_way_back_to_the_later_one(context: BrowserContext, site: str) -> None:
    page = opened(context, site, CHOICE)
    follow(page, "main")
    until(page, f"location.hash === '{CHOICE}'")
    checked(tick(page, PARTNERS), False)
    page.go_back()
    expect(page.locator("[data-said]")).to_contain_text("another pack")
    assert lines(page) == NAMES
    press(page, "Bring my pack back")
    assert lines(page) == NAMES[1:] and PARTNERS not in page.url


def test_back_to_an_address_without_a_pack_keeps_the_pack(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    follow(page, CHOICE)
    expect(page.locator("[data-lines] > li")).to_have_count(3)
    page.go_back()
    until(page, f"location.hash === '{CHOICE}'")
    assert lines(page) == NAMES and not said(page)


def test_the_way_back_leads_to_the_pack_that_a_link_replaced_and_to_no_older_one(
    context: BrowserContext, site: str
) -> None:
    page = opened(context, site, f"#pick={PARTNERS}")
    press(page, "Empty my pack")
    follow(page, f"pick={COMMUNITY}")
    expect(page.locator("[data-undo]")).to_be_hidden()
    assert lines(page) == ["Choose the community"] and not said(page)
    follow(page, "pick=worksheet:partner-map")
    expect(page.locator("[data-said]")).to_contain_text("another pack")
    press(page, "Bring my pack back")
    assert lines(page) == ["Choose the community"]


def test_a_link_of_unknown_names_alone_can_be_undone(context: BrowserContext, site: str) -> None:
    page = opened(context, site, CHOICE)
    follow(page, "pick=no/such-step")
    expect(page.locator("[data-said]")).to_contain_text("not in this edition")
    assert page.url == f"{site}pick/"
    press(page, "Bring my pack back")
    assert lines(page) == NAMES


def test_a_link_that_is_pasted_begins_the_tool(context: BrowserContext, site: str) -> None:
    page = unopened(context, f"{site}pick/", **PHONE)
    assert page.locator("[data-pack]").is_hidden()
    follow(page, CHOICE)
    page.locator("[data-lines] a").first.wait_for()
    assert lines(page) == NAMES


def test_old_names_are_found_under_the_new_ones_and_the_address_has_the_new_ones_at_once(
    context: BrowserContext, site: str
) -> None:
    page = unopened(context, f"{site}pick/", **PHONE)
    moved = {"focus/old": COMMUNITY, "focus/older": PARTNERS, "worksheet:old": "worksheet:partner-map"}
    page.evaluate(
        """(moved) => { const {dataset} = document.querySelector("form[data-pick]");
        dataset.catalogue = JSON.stringify({ ...JSON.parse(dataset.catalogue), moved }); }""",
        moved,
    )
    follow(page, "pick=focus/older,focus/old,worksheet:old,checklist:focus/old")
    page.locator("[data-lines] a").first.wait_for()
    assert lines(page) == NAMES and page.url == f"{site}pick/{CHOICE}" and not said(page)
