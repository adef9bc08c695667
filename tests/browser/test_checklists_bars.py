"""Bars of progress are as long as what is done, of the step and of its stage."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, expect

from macros.content.library import Library
from tests.support.checklist_page import STEP, opened, reader, tick, tick_all

# How much of a bar is filled, inside its border.
SHARE = """(place) => { const bar = place.querySelector('.progress__bar');
    return bar.firstElementChild.getBoundingClientRect().width / bar.clientWidth; }"""


def near(place: Locator, part: float) -> bool:
    """Whether the bar in ``place`` is seen, and filled as far as ``part`` of it."""
    return place.locator(".progress__bar").is_visible() and abs(place.evaluate(SHARE) - part) < 0.01


def test_bars_are_as_long_as_what_is_done_of_the_step_and_of_its_stage(
    quick_address: str, browser: Browser, library: Library
) -> None:
    items = [library.checklists[step.front_matter.checklist].shown for step in library.outline.stages[0].steps]
    of_stage = sum(map(len, items))
    with reader(browser, quick_address, viewport={"width": 1280, "height": 900}) as (context, site):
        page = opened(context, site + STEP)
        step, stage = page.locator(".ticks [data-progress]"), page.locator(".stage-bar [aria-current] [data-progress]")
        other = page.locator(".stage-bar [data-progress]").last
        assert near(step, 0) and not stage.is_visible()
        tick(page, "long-list")
        tick(page, "two-voices")
        expect(stage).to_contain_text(f"2 of {of_stage} done")
        assert near(step, 2 / 7) and near(stage, 2 / of_stage) and near(other, 0)
        assert "progress--all" not in str(step.get_attribute("class"))
        tick_all(page)
        expect(step.locator(".progress__words")).to_have_text("All 7 done")
        expect(stage).to_contain_text(f"7 of {of_stage} done")
        assert near(step, 1) and near(stage, 7 / of_stage)
        assert "progress--all" in str(step.get_attribute("class"))


def test_a_bar_of_another_length_is_found(browser: Browser) -> None:
    html = '<p style="width: 72px"><b class="progress__bar" style="{}"><i style="{}"></i></b></p>'
    bar, filled = "display: block; border: 1px solid; height: 9px", "display: block; height: 9px; width: 20px"
    with reader(browser, "", own=True) as (context, _):
        page = context.new_page()
        for style, sound in ((filled, True), (filled.replace("20", "40"), False), (filled.replace("20", "0"), False)):
            page.set_content(html.format(bar, style))
            assert near(page.locator("p"), 2 / 7) is sound
