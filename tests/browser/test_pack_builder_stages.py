"""Pick and mix: all of a stage is chosen by one press."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect

from macros.content.library import Library
from tests.support.at_once import checked, pressed
from tests.support.pack_builder_page import COMMUNITY, lines, opened, press, said

ALL_OF_IT = "Choose all of this stage"


def test_all_of_a_stage_is_chosen_at_once_counted_and_taken_back(
    context: BrowserContext, site: str, library: Library
) -> None:
    """Every step and worksheet of the second stage, in order, after what was chosen of the first."""
    page = opened(context, site, f"#pick={COMMUNITY}")
    stage = library.outline.stages[1]
    names = [step.title for step in stage.steps]
    sheets = [
        f"Worksheet: {library.worksheets[name].title}" for step in stage.steps for name in step.front_matter.worksheets
    ]
    assert len(names) == 4 and len(sheets) > 4
    group = page.locator("[data-group]").nth(2)
    expect(group.locator(".pick__group-title")).to_have_text(stage.title)
    pressed(group.locator("summary"))
    pressed(group.get_by_role("button", name=ALL_OF_IT))
    chosen = lines(page)
    assert chosen[0] == "Choose the community" and sorted(chosen[1:]) == sorted([*names, *sheets])
    assert [name for name in chosen if name in names] == names
    assert said(page) == f"Added to your pack: {len(names)} steps and {len(sheets)} worksheets."
    expect(group.locator("[data-count]")).to_have_text(f"{len(names) + len(sheets)} chosen")
    expect(group.locator("[data-tick]:not(:checked)")).to_have_count(0)
    pressed(group.get_by_role("button", name=ALL_OF_IT))
    assert "in your pack already" in said(page) and lines(page) == chosen
    checked(group.locator("[data-tick]:enabled").first, False)
    pressed(group.get_by_role("button", name=ALL_OF_IT))
    assert said(page) == "Added to your pack: 1 step."
    press(page, "Bring my pack back")
    assert lines(page) == [name for name in chosen if name != names[0]]
