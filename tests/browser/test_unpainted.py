"""A tab that paints a speck is laid out, seen by scripts and used by hands in its whole window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.contexts import context_of

PAGE = """<!doctype html><body style="margin: 0; height: 3000px">
<button style="position: fixed; right: 0; bottom: 0" onclick="document.title += 'clicked'">x</button>
<p style="position: absolute; top: 2500px" onmouseover="document.title += ' hovered'">far below</p>"""
WINDOW = """[innerWidth, innerHeight, visualViewport.width, visualViewport.height,
  document.documentElement.clientWidth, Number(matchMedia(`(width: ${innerWidth}px)`).matches)]"""
SEEN = """(control) => new Promise((tell) => {
  new IntersectionObserver(([entry]) => tell(entry.intersectionRatio)).observe(control);
})"""
FRAMES = "new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => tell(true))))"


@pytest.mark.parametrize("is_set_anew", [False, True])
def test_a_page_of_which_a_speck_is_painted_has_its_whole_window(browser: Browser, is_set_anew: bool) -> None:
    width, height = (390, 844) if is_set_anew else (1000, 600)
    with context_of(browser, own=True, viewport={"width": 1000, "height": 600}) as context:
        page = context.new_page()
        if is_set_anew:
            page.set_viewport_size({"width": width, "height": height})
        page.set_content(PAGE)

        assert page.evaluate(WINDOW) == [width, height, width, height, width, 1]
        assert page.locator("button").evaluate(SEEN) == 1 and page.evaluate(FRAMES), "it is in sight"
        page.mouse.click(width - 3, height - 3)
        page.get_by_text("far below").hover()
        assert page.title() == "clicked hovered" and page.evaluate("scrollY") > 1500
        page.mouse.wheel(0, -500)
        page.wait_for_function("scrollY < 2400")
