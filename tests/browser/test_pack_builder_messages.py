"""What the tool says aloud, and where the focus stands after what was pressed."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect

from tests.support.at_once import checked
from tests.support.pack_builder_page import CHOICE, COMMUNITY, PARTNERS, follow, opened, press, said, tick, unopened
from tests.support.worksheet_page import until

# Each turn in which the page changed: whether the pack was shown in it, and what the line said then.
WATCHES = """addEventListener("DOMContentLoaded", () => {
  window.turns = [];
  const line = document.querySelector("[data-said]");
  new MutationObserver((changes) => {
    const shown = changes.some(({ target, type }) => type === "attributes" && target.matches("[data-pack]"));
    window.turns.push([shown, line.textContent]);
  }).observe(document.querySelector("[data-pack]"), { subtree: true, childList: true, attributeFilter: ["hidden"] });
})"""


def test_the_focus_goes_to_the_way_back_when_the_pack_is_emptied_and_to_the_pack_when_it_is_back(
    context: BrowserContext, site: str
) -> None:
    page = opened(context, site, CHOICE)
    press(page, "Empty my pack")
    expect(page.get_by_role("button", name="Bring my pack back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-pack]")).to_be_focused()
    assert page.url.endswith(CHOICE)


def test_the_focus_stays_where_it_is_when_it_can(context: BrowserContext, site: str) -> None:
    page = opened(context, site, f"#pick={PARTNERS}")
    press(page, "Add to my pack")
    assert page.evaluate("document.activeElement.dataset.do") == "situation"


def test_each_tick_says_what_the_pack_now_holds_once(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    heard = page.locator("[data-heard]")
    assert heard.get_attribute("role") == "status" and not heard.inner_text()
    checked(tick(page, PARTNERS))
    assert heard.inner_text() == "Your pack: 1 step" == page.locator("[data-bar] a").text_content()
    checked(tick(page, "worksheet:partner-map"))
    assert heard.inner_text() == "Your pack: 1 step and 1 worksheet"
    assert not said(page)
    press(page, "Add to my pack")
    assert said(page) and not heard.inner_text()
    press(page, "Bring my pack back")
    checked(tick(page, "worksheet:partner-map"), False)
    checked(tick(page, PARTNERS), False)
    assert heard.inner_text() == "Your pack is empty." and not said(page)


def test_what_a_tick_says_is_for_screen_readers_alone(context: BrowserContext, site: str) -> None:
    page = opened(context, site)
    checked(tick(page, PARTNERS))
    box = page.locator("[data-heard]").bounding_box()
    assert box and box["width"] <= 1
    expect(page.get_by_role("status").filter(has_text="Your pack: 1 step")).to_have_count(1)


def test_what_is_lost_is_said_after_the_line_is_there_so_that_it_is_heard(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.add_init_script(WATCHES)
    page.goto(f"{site}pick/#pick={COMMUNITY},no/such-step")
    expect(page.locator("[data-said]")).to_contain_text("no/such-step")
    turns = page.evaluate("window.turns")
    assert [line for shown, line in turns if shown] == [""]
    expect(page.locator("[data-said]")).to_be_in_viewport()
    page.close()


def test_a_pack_that_another_address_brings_is_shown_and_said(context: BrowserContext, site: str) -> None:
    page = unopened(context, f"{site}pick/{CHOICE}", width=390, height=640)
    page.locator("[data-lines] a").first.wait_for()
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    follow(page, f"pick={COMMUNITY}")
    until(page, "document.querySelector('[data-said]').textContent !== ''")
    expect(page.get_by_role("button", name="Bring my pack back")).to_be_in_viewport()
