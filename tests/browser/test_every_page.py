"""Every page of the site, opened once: axe finds nothing, all of it fits, nothing is kept, and nobody else is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from macros.quality.axe import paths
from tests.support.accessibility import KINDS, SMALL, found, go, opened
from tests.support.accessibility.unscripted import unscripted_violations
from tests.support.builds import Built

FAULTY = "<html lang=en><title>x</title><main><h1>x</h1><img src=x.png><input type=checkbox></main></html>"
SOUND = "<html lang=en><title>x</title><main><h1>x</h1></main></html>"


KEPT = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
OPENED = [*KINDS, "print_page/"]  # with their scripts; the latter repeats all others, and axe would take long for it


@dataclass
class Walk:
    """What came up in a small window: of each kind of page with its scripts, and of every page without."""

    pages: int = 0
    requests: set[str] = field(default_factory=set)
    wide: dict[str, list[str]] = field(default_factory=dict)  # what does not fit, by the page's path
    faults: dict[str, list[str]] = field(default_factory=dict)  # what axe finds, by the page's path
    kept: dict[str, list[str]] = field(default_factory=dict)  # what a page keeps as it opens, by its path


@pytest.fixture(scope="module")
def walk(browser: Browser, quick: Built, quick_address: str) -> Walk:
    seen = Walk()

    def measure(page: Page, path: str) -> None:
        seen.pages += 1
        if lines := found(page, "reflow"):
            seen.wide[path or "home"] = lines

    with opened(browser, *SMALL) as page:
        page.on("request", lambda request: seen.requests.add(request.url))
        for path in OPENED:
            go(page, quick_address + path)
            measure(page, path)
            if names := [*page.evaluate(KEPT), *(cookie.get("name", "") for cookie in page.context.cookies())]:
                seen.kept[path or "home"] = names
        page.wait_for_load_state("networkidle")
        page.goto(quick_address)
        for path in [path for path in paths(quick.site) if path != "print_page/"]:
            html = file_of(quick.site, path).read_text("utf-8")
            if lines := unscripted_violations(page, html, quick_address + path):
                seen.faults[path or "home"] = lines
            assert page.locator("main").count() == 1, f"{path} was not written into the document"
            measure(page, path)
        page.wait_for_load_state("networkidle")
    return seen


def file_of(site: Path, path: str) -> Path:
    return site / (path if path.endswith(".html") else f"{path}index.html")


def test_no_page_scrolls_sideways_and_tables_scroll_in_a_place_of_their_own(walk: Walk) -> None:
    assert walk.wide == {}


def test_no_request_leaves_the_site(walk: Walk, quick: Built, quick_address: str) -> None:
    """What pages show is fetched of every page; what scripts fetch, of pages that together have all scripts."""
    every = paths(quick.site)
    scripts = {
        urljoin(quick_address + path, source)
        for path in every
        for source in re.findall(
            r"<script\b[^>]*\ssrc=[\"']?([^\"'\s>]+)", file_of(quick.site, path).read_text("utf-8")
        )
    }

    assert walk.pages == len(every) - 1 + len(OPENED) and len(scripts) > 5 and scripts <= walk.requests
    assert [url for url in walk.requests if not url.startswith((quick_address, "data:"))] == []


def test_no_page_sets_a_cookie_or_keeps_anything(walk: Walk) -> None:
    """Before a reader does anything: so the statements say it. These pages together have all scripts of the site."""
    assert walk.kept == {}


def test_axe_finds_nothing_on_any_page(walk: Walk) -> None:
    """Colours are measured on kinds of page, and on all of them by `make accessibility`: it takes minutes.

    The page of all pages is left to that too: axe needs a third of the time for it, and sees its parts here one by one.
    """
    assert walk.faults == {}


def test_axe_finds_what_is_planted_after_a_sound_page(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address)
        faults = [unscripted_violations(page, html, f"{quick_address}x/") for html in (SOUND, FAULTY, SOUND)]

    assert faults[0] == faults[2] == []
    assert "image-alt" in " ".join(faults[1]) and "label" in " ".join(faults[1])
