"""With Tab, Enter, Space and Escape alone, a reader gets from home to a worksheet, and uses every tool."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.accessibility import PICKED, opened
from tests.support.accessibility.scenes import STEP
from tests.support.settling import until

MOST = 250  # presses of Tab before a place counts as out of reach
AT_ONCE = 5  # presses before the page is asked whether the focus is there
# The page looks by itself when a key is let go. Once the focus is there, keys that were pressed on change nothing.
WAY = """(pattern) => {
  const nameOf = (element) => {
    if (element === document.body) return '';
    const label = element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent;
    return label.trim().replace(/\\s+/g, ' ');
  };
  const leave = new AbortController();
  const how = { capture: true, signal: leave.signal };
  globalThis.way = { presses: 0, there: false, leave: () => leave.abort() };
  addEventListener('keydown', (event) => {
    if (!way.there) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, how);
  addEventListener('keyup', (event) => {
    if (way.there) { event.stopImmediatePropagation(); return; }
    way.presses += 1;
    way.there = new RegExp(pattern).test(nameOf(document.activeElement));
  }, how);
}"""
PRESSES = "() => { if (!way.there) return 0; way.leave(); return way.presses; }"


def tab_to(page: Page, name: str, most: int = MOST) -> int:
    """Press Tab until what has the focus is called ``name``, a pattern; returns how often. Fails if it never comes."""
    page.evaluate(WAY, name)
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if pressed % AT_ONCE == 0 and (presses := int(page.evaluate(PRESSES))):
            return presses
    raise AssertionError(f"“{name}” cannot be reached from {page.url}")


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("(selector) => document.activeElement.matches(selector)", selector))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_reader_gets_from_home_to_a_worksheet_file(
    browser: Browser, quick_address: str, width: int, scripts: bool
) -> None:
    with opened(browser, width) as page:
        if not scripts:
            page.route("**/*.js", lambda route: route.abort())
        page.goto(quick_address)
        tab_to(page, "^Skip to")
        page.keyboard.press("Enter")
        tab_to(page, "^Choose the community$")
        page.keyboard.press("Enter")
        page.wait_for_url("**/choose-the-community/")
        tab_to(page, "^Skip to")
        page.keyboard.press("Enter")
        tab_to(page, "^Community chooser, Word")
        with page.expect_download() as file:
            page.keyboard.press("Enter")

    assert file.value.suggested_filename.endswith(".docx")


def test_search_is_opened_used_and_left_by_keyboard(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address + "about/")
        tab_to(page, "^Search$")
        page.keyboard.press("Enter")
        assert focused(page, "#search-words")
        for _ in range(12):  # the focus stays in the box, or in the browser's own controls
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )
        page.keyboard.press("Escape")
        assert focused(page, "[data-search-open]"), "the focus goes back to where it was"
        page.keyboard.press("Enter")
        page.keyboard.type("choose the community")
        page.locator("dialog li a").first.wait_for()
        page.keyboard.press("Enter")
        until(page, "document.activeElement.matches('dialog li:first-child a')")
        page.keyboard.press("Enter")
        page.wait_for_url("**/choose-the-community/**")


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, quick_address: str) -> None:
    with opened(browser, 390, 844) as page:
        page.goto(quick_address + STEP)
        tab_to(page, "^Menu$")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page, ".menu__panel a"), "the menu comes next"
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        assert page.locator(".menu[open]").count() == 0 and focused(page, ".menu summary")


def test_a_meaning_is_opened_and_closed_and_the_focus_stays(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address + STEP)
        page.locator("#main").focus()
        for _ in range(MOST):
            page.keyboard.press("Tab")
            if focused(page, "button.term"):
                break
        page.keyboard.press("Space")
        assert page.locator(".term__meaning:popover-open").count() == 1
        page.keyboard.press("Escape")
        assert page.locator(".term__meaning:popover-open").count() == 0 and focused(page, "button.term")


def test_a_checklist_is_ticked_undone_and_cleared_by_keyboard(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address + STEP)
        box = page.locator(".checklist input").first
        page.locator("[data-ticks]").wait_for()
        tab_to(page, "^We listed")
        page.keyboard.press("Space")
        expect(box).to_be_checked()
        undo = page.locator("[data-undo-tick]")
        undo.wait_for()
        tab_to(page, f"^{re.escape(undo.inner_text())}$")
        page.keyboard.press("Enter")
        expect(box).not_to_be_checked()
        assert focused(page, ".checklist input"), "the button is gone, so the focus goes to what it changed"
        page.keyboard.press("Space")
        tab_to(page, "^Clear these ticks$")
        page.keyboard.press("Enter")
        assert focused(page, "[data-yes]")
        page.keyboard.press("Escape")
        assert focused(page, "[data-do=clear]"), "no answer, and the focus goes back"
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(box).not_to_be_checked()
        assert focused(page, "[data-do=clear]")


def test_a_pack_is_built_reordered_and_undone_by_keyboard(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address + PICKED)
        page.locator("[data-lines] li").nth(1).wait_for()
        lines = page.locator("[data-lines] > li > a")
        before = lines.all_inner_texts()
        page.locator("#main").focus()
        tab_to(page, "Stage 1")
        page.keyboard.press("Enter")
        tab_to(page, "^Find the key partners$")
        page.keyboard.press("Space")
        expect(lines).to_have_count(3)
        tab_to(page, "^Move .* down|down$")
        page.keyboard.press("Enter")
        assert lines.all_inner_texts()[1] == before[0]
        assert focused(page, "[data-move='1']"), "the button that moved a part keeps the focus"
        for _ in range(MOST):
            page.keyboard.press("Tab")
            if focused(page, "[data-move='0']"):
                break
        page.keyboard.press("Enter")
        expect(lines).to_have_count(2)
        assert focused(page, "[data-move]"), "the next part has the focus"
        tab_to(page, f"^{re.escape(page.locator('[data-pack] [data-undo]').inner_text())}$")
        page.keyboard.press("Enter")
        expect(lines).to_have_count(3)
        assert focused(page, "[data-pack]")


def test_what_a_keyboard_cannot_reach_is_found(browser: Browser) -> None:
    with opened(browser, own=True) as page:
        for html in (
            "<div>Word</div>",
            "<a>Word</a>",
            "<a href='#' tabindex='-1'>Word</a>",
            "<p inert><a href='#'>Word</a></p>",
        ):
            page.set_content(html)
            with pytest.raises(AssertionError, match="cannot be reached"):
                tab_to(page, "^Word$", 10)
        page.set_content("<a href='#'>Word</a>")
        assert tab_to(page, "^Word$", 10) == 1
