"""Every page of the site, opened once: axe finds nothing, all of it fits, and nothing is asked of anyone else."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser

from macros.quality.axe import paths
from tests.support.accessibility import PICKED, SMALL, found, go, opened
from tests.support.accessibility.unscripted import unscripted_violations
from tests.support.builds import Built

FAULTY = "<html lang=en><title>x</title><main><h1>x</h1><img src=x.png><input type=checkbox></main></html>"
SOUND = "<html lang=en><title>x</title><main><h1>x</h1></main></html>"


@dataclass
class Walk:
    """What came up when each page was opened in a small window."""

    pages: int = 0
    requests: list[str] = field(default_factory=list)
    wide: dict[str, list[str]] = field(default_factory=dict)  # what does not fit, by the page's path


@pytest.fixture(scope="module")
def walk(browser: Browser, quick: Built, quick_address: str) -> Walk:
    seen = Walk()
    with opened(browser, *SMALL) as page:
        page.on("request", lambda request: seen.requests.append(request.url))
        for path in [*paths(quick.site), PICKED]:
            go(page, quick_address + path)
            seen.pages += 1
            if lines := found(page, "reflow"):
                seen.wide[path or "home"] = lines
        page.wait_for_load_state("networkidle")
    return seen


def test_no_page_scrolls_sideways_and_tables_scroll_in_a_place_of_their_own(walk: Walk) -> None:
    assert walk.wide == {}


def test_no_request_leaves_the_site(walk: Walk, quick: Built, quick_address: str) -> None:
    assert walk.pages > len(paths(quick.site)) and len(walk.requests) > len(quick.pages)
    assert [url for url in walk.requests if not url.startswith((quick_address, "data:"))] == []


def test_axe_finds_nothing_on_any_page(browser: Browser, quick: Built, quick_address: str) -> None:
    """Contrast is measured on kinds of page, and on all of them by `make accessibility`: it takes minutes.

    The page of all pages is left to that too: axe needs a third of the time for it, and sees its parts here one by one.
    """
    faults = {}
    with opened(browser) as page:
        page.goto(quick_address)
        for path in [path for path in paths(quick.site) if path != "print_page/"]:
            html = (quick.site / (path if path.endswith(".html") else f"{path}index.html")).read_text("utf-8")
            if lines := unscripted_violations(page, html, quick_address + path):
                faults[path or "home"] = lines
            assert page.locator("main").count() == 1, f"{path} was not written into the document"
    assert faults == {}


def test_axe_finds_what_is_planted_after_a_sound_page(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address)
        told = [unscripted_violations(page, html, f"{quick_address}x/") for html in (SOUND, FAULTY, SOUND)]

    assert told[0] == told[2] == []
    assert "image-alt" in " ".join(told[1]) and "label" in " ".join(told[1])
