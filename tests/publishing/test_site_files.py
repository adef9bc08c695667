"""The order of pages: what waits for documents is made last, in the order in which these are drawn."""

from __future__ import annotations

import re

from macros.content.library import Library
from macros.core.urls import address
from macros.publishing.site_files import LAST_PAGES, pages_that_wait
from tests.support.builds import ADDRESS, Built


def test_each_step_is_followed_by_its_worksheets_and_what_needs_all_comes_last(library: Library) -> None:
    paths = pages_that_wait(library)

    assert len(paths) == len(set(paths)) and tuple(paths[-len(LAST_PAGES) :]) == LAST_PAGES
    for step in library.outline.steps():
        for name in step.front_matter.worksheets:
            assert f"worksheets/{name}.md" in paths, name
    first = next(step for step in library.outline.steps() if step.path == paths[0])
    assert paths[1] == f"worksheets/{first.front_matter.worksheets[0]}.md"


def test_all_other_pages_are_made_before_those_that_wait(library: Library, quick: Built) -> None:
    """The site map lists pages in the order in which they were made."""
    listed = re.findall(rf"<loc>{ADDRESS}(.*?)</loc>", (quick.site / "sitemap.xml").read_text("utf-8"))
    waiting = [address(path) for path in pages_that_wait(library)]

    assert len(listed) > 180
    assert listed[-len(waiting) :] == waiting
