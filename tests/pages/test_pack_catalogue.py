"""What a reader can pick, and what old names in the address of a pack are now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros.content.library import Library
from macros.content.redirects import Redirects
from macros.pages.pack_catalogue import catalogue

SAYS = ("kind", "title", "url", "time", "minutes", "people")  # no matter what
STEP: dict[str, Any] = {**dict.fromkeys(SAYS), "id": "focus/new", "checklist": {"id": "checklist:focus/new"}}
STAGES = [{"steps": [{**STEP, "worksheets": [{"id": "worksheet:new-map"}]}]}]


def moved(library: Library, ways: dict[str, str]) -> dict[str, str]:
    """What the catalogue of a model with one step and one worksheet says of these moved pages."""
    contents = catalogue(replace(library, moved=Redirects(moved=ways)), None, STAGES)  # type: ignore[arg-type]
    return dict(contents["moved"])


def test_a_step_that_moved_is_found_by_its_old_name(library: Library) -> None:
    assert moved(library, {"plan/old.md": "focus/new.md"}) == {"plan/old": "focus/new"}


def test_a_worksheet_that_was_renamed_is_found_by_its_old_name(library: Library) -> None:
    ways = {"worksheets/old-map.md": "worksheets/new-map.md"}
    assert moved(library, ways) == {"worksheet:old-map": "worksheet:new-map"}


def test_what_moved_to_a_page_that_nobody_can_choose_is_left_out(library: Library) -> None:
    ways = {
        "worksheets/gone.md": "worksheets/left-out.md",
        "pick/old.md": "pick/funding-bid.md",
        "focus/gone.md": "focus/index.md",
    }
    assert moved(library, ways) == {}
