"""Every page of the site, as it is without scripts: axe finds nothing, all of it fits, and nobody else is asked.

What scripts add is looked at on each kind of page: `accessibility/test_each_kind`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.quality.axe import paths
from tests.support.accessibility import SMALL, found, go, opened
from tests.support.accessibility.unscripted import unscripted
from tests.support.builds import Built
from tests.support.settling import idle

# With a menu that is not shown, and one that is.
MENUS = "<nav><ul hidden><li><a href=a>a</a></ul><ul><li><a href=b>{}</a></ul></nav>"
BODY = "<!doctype html><html lang=en><title>x</title>{}<main><h1>x</h1>{}</main></html>"
SOUND = BODY.format(MENUS.format("b"), "")
FAULTY = BODY.format(MENUS.format(""), "<img src=x.png><input type=checkbox>")
AT_ONCE = 24  # pages that are handed to the browser in one call, each of which takes its time


@dataclass
class Walk:
    """What came up in a small window, of every page."""

    pages: int = 0
    requests: set[str] = field(default_factory=set)
    wide: dict[str, list[str]] = field(default_factory=dict)  # what does not fit, by the page's path
    faults: dict[str, list[str]] = field(default_factory=dict)  # what axe finds, by the page's path


@pytest.fixture(scope="module")
def walk(browser: Browser, quick: Built, quick_address: str) -> Walk:
    """The page of all pages comes with its scripts: it repeats all others, and axe would take long for it."""
    seen = Walk()

    with opened(browser, *SMALL, own=True) as page:
        page.on("request", lambda request: seen.requests.add(request.url))
        go(page, f"{quick_address}print_page/")
        seen.pages += 1
        if lines := found(page, "reflow"):
            seen.wide["print_page/"] = lines
        page.evaluate("tests.rest()")
        idle(page)  # the browser seldom tells of this page that its network is idle
        page.goto(quick_address)
        others = [path for path in paths(quick.site) if path != "print_page/"]
        for some in (others[at : at + AT_ONCE] for at in range(0, len(others), AT_ONCE)):
            written = [(file_of(quick.site, path).read_text("utf-8"), quick_address + path) for path in some]
            for path, here in zip(some, unscripted(page, written), strict=True):
                assert here.mains == 1, f"{path} was not written into the document"
                seen.pages += 1
                if here.wide:
                    seen.wide[path or "home"] = here.wide
                if here.faults:
                    seen.faults[path or "home"] = here.faults
        page.wait_for_load_state("networkidle")
    return seen


def file_of(site: Path, path: str) -> Path:
    return site / (path if path.endswith(".html") else f"{path}index.html")


def test_no_page_scrolls_sideways_and_tables_scroll_in_a_place_of_their_own(walk: Walk) -> None:
    assert walk.wide == {}


def test_no_request_leaves_the_site(walk: Walk, quick: Built, quick_address: str) -> None:
    assert walk.pages == len(paths(quick.site)) > 100
    assert [url for url in walk.requests if not url.startswith((quick_address, "data:"))] == []


def test_axe_finds_nothing_on_any_page(walk: Walk) -> None:
    """Colours are measured on kinds of page, and on all of them by `make accessibility`: it takes minutes.

    The page of all pages is left to that too: axe needs a third of the time for it, and sees its parts here one by one.
    """
    assert walk.faults == {}


def test_axe_finds_what_is_planted_after_a_sound_page(browser: Browser, quick_address: str) -> None:
    with opened(browser) as page:
        page.goto(quick_address)
        sound, faulty, again = unscripted(page, [(html, f"{quick_address}x/") for html in (SOUND, FAULTY, SOUND)])

    assert sound.faults == again.faults == []
    assert all(rule in " ".join(faulty.faults) for rule in ("image-alt", "label", "link-name"))


def test_a_page_that_scrolls_sideways_is_found_among_others(browser: Browser, quick_address: str) -> None:
    wide = BODY.format("", f"<p>{'x' * 999}</p>")
    with opened(browser, *SMALL) as page:
        page.goto(quick_address)
        seen = unscripted(page, [(html, f"{quick_address}x/") for html in (SOUND, wide, SOUND)])

    assert [bool(here.wide) for here in seen] == [False, True, False]
